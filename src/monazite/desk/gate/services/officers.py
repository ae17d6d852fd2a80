"""What a customs officer does about a declaration: holds, clears and refuses it."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.customs.gate import STOP
from monazite.desk.events.append import Who
from monazite.desk.gate.errors import CannotBeCleared
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.gate.services.challenging.analysing import checked_again
from monazite.desk.gate.services.checking import under
from monazite.desk.gate.services.composing import exit_by
from monazite.desk.gate.services.held import held, said
from monazite.desk.gate.services.reserving import give_back
from monazite.desk.gate.services.stepping import step
from monazite.desk.people.models import Person
from monazite.ledger.movements import VOID

ACTION = "declaration.work"


@transaction.atomic
def hold(person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None) -> Declaration:
    """Nothing of it leaves until an officer has looked; text: what the declarant reads."""
    declaration = held(person, ident, ACTION, seen)
    at = under(declaration.regime)
    step(
        declaration, "hold", Who(person.pk, via), text=said(text), cleared_at=None, looked="hold",
        exit_by=exit_by(_items(declaration), at.day, at.rules),
    )  # fmt: skip
    return declaration


@transaction.atomic
def clear(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None
) -> Declaration:
    """It may leave. CannotBeCleared where something stops it by law, lists and licences of now.

    No officer clears what the gate stops: it is amended, challenged or refused.
    """
    declaration = held(person, ident, ACTION, seen)
    cleared(declaration, text, Who(person.pk, via))
    return declaration


def cleared(declaration: Declaration, text: str, who: Who) -> None:
    """The step itself, for whoever may take it: all is checked anew in this transaction."""
    at = under(declaration.regime)
    answer = checked_again(declaration)
    if answer.outcome == STOP:
        raise CannotBeCleared(answer.all_findings(), declaration.number)
    step(
        declaration, "clear", who, text=said(text), cleared_at=timezone.now(), looked="",
        exit_by=exit_by(_items(declaration), at.day, at.rules),
    )  # fmt: skip


@transaction.atomic
def refuse(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None
) -> Declaration:
    """It does not leave; what was set aside for it is free again."""
    declaration = held(person, ident, ACTION, seen)
    refused(declaration, text, Who(person.pk, via))
    return declaration


def refused(declaration: Declaration, text: str, who: Who) -> None:
    """The step itself, for whoever may take it."""
    step(
        declaration, "refuse", who, text=said(text), exit_by=None, looked="refuse",
        writes=lambda: give_back(declaration, VOID, who),
    )  # fmt: skip


def _items(declaration: Declaration) -> tuple[Item, ...]:
    return tuple(declaration.items.select_related("line__licence"))
