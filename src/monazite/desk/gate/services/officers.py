"""What a customs officer does about a declaration: holds, clears and refuses it."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.gate.services.checking import under
from monazite.desk.gate.services.composing import exit_by
from monazite.desk.gate.services.held import held, said
from monazite.desk.gate.services.reserving import give_back
from monazite.desk.gate.services.stepping import step
from monazite.desk.licences.models import Licence
from monazite.desk.licences.standing import standing
from monazite.desk.people.models import Person
from monazite.ledger.licence import EXHAUSTED
from monazite.ledger.movements import VOID

ACTION = "declaration.work"


@transaction.atomic
def hold(person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None) -> Declaration:
    """Nothing of it leaves until an officer has looked; text: what the declarant reads."""
    declaration = held(person, ident, ACTION, seen)
    step(declaration, "hold", Who(person.pk, via), text=said(text), exit_by=None, cleared_at=None)
    return declaration


@transaction.atomic
def clear(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None
) -> Declaration:
    """It may leave; Refused where something in it stops it, or a licence cannot be used today."""
    declaration = held(person, ident, ACTION, seen)
    cleared(declaration, text, Who(person.pk, via))
    return declaration


def cleared(declaration: Declaration, text: str, who: Who) -> None:
    """The step itself, for whoever may take it: licences are read anew in this transaction."""
    at = under(declaration.regime)
    items = tuple(declaration.items.select_related("line__licence"))
    _usable(items, at.day)
    step(
        declaration, "clear", who, text=said(text), cleared_at=timezone.now(),
        exit_by=exit_by(items, at.day, at.rules),
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
        declaration, "refuse", who, text=said(text), exit_by=None,
        writes=lambda: give_back(declaration, VOID, who),
    )  # fmt: skip


def _usable(items: tuple[Item, ...], on: date) -> None:
    licences = {item.line.licence.pk: item.line.licence for item in items if item.line is not None}
    for licence in licences.values():
        _in_force(licence, on)


def _in_force(licence: Licence, on: date) -> None:
    """What the declaration itself set aside may have exhausted it, which is no reason against."""
    against = [reason for reason in standing(licence, on).reasons if reason != EXHAUSTED]
    if against:
        raise Refused(f"licence_not_usable.{against[0]}", number=licence.number)
