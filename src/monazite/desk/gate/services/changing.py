"""A declarant amends a declaration, or cancels it: what was set aside for it is free again.

What has left is on its licences and in the statistics: of that a declarant asks, and an officer
grants or denies (`granting`).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who
from monazite.desk.gate.models import Declaration
from monazite.desk.gate.services.asking import EXITED, ask_amend, ask_cancel
from monazite.desk.gate.services.checking import Under, read_for, under
from monazite.desk.gate.services.held import held, said
from monazite.desk.gate.services.lodging import answered, lodged_anew
from monazite.desk.gate.services.looking import look
from monazite.desk.gate.services.reserving import give_back
from monazite.desk.gate.services.retried import retried
from monazite.desk.gate.services.stepping import step
from monazite.desk.people.models import Person
from monazite.ledger.movements import VOID

if TYPE_CHECKING:
    from monazite.customs.reading import Read

_HELD, _HOLD = "held", "hold"


def amend(person: Person, ident: uuid.UUID, document: Mapping[str, Any], via: str) -> Declaration:
    """The declaration that takes its place, checked anew under a reference of its own.

    What was set aside for the old one is free before the new one is checked; all of it stays as it
    was where the new one cannot be read. A reference that was used is answered as ever. Of what has
    left it is asked for: the answer is then the old one, with the request open.
    """
    found = read_for(person, document)
    who = Who(person.pk, via)
    return retried(lambda: _amended(person, ident, found, under(found.declaration.regime), who))


@transaction.atomic
def _amended(person: Person, ident: uuid.UUID, found: Read, at: Under, who: Who) -> Declaration:
    old = held(person, ident, "declaration.amend")
    seen = look(person.organisation_id, found.declaration.reference, at.rules.name)
    if (before := answered(found, seen)) is not None:
        return _successor(old, before)
    if old.state == EXITED:
        return ask_amend(person, old, found, at, who)
    step(
        old, "amend", who, writes=lambda: give_back(old, VOID, who), exit_by=None,
        looked=_looked(old),
    )  # fmt: skip
    return lodged_anew(person, found, at, seen.offices, who, old).declaration


def _successor(old: Declaration, before: Declaration) -> Declaration:
    """The first answer to the same amendment; Refused for a reference of another declaration."""
    if before.replaces_id != old.pk:
        raise Refused("reference_used", reference=before.reference, number=before.number)
    return before


def cancel(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None
) -> Declaration:
    """It is not to leave: what was set aside is free.

    Of what has left, because it came back or never left, it is asked for.
    """
    return retried(lambda: _cancelled(person, ident, text, Who(person.pk, via), seen))


@transaction.atomic
def _cancelled(
    person: Person, ident: uuid.UUID, text: str, who: Who, seen: int | None
) -> Declaration:
    declaration = held(person, ident, "declaration.cancel", seen)
    if declaration.state == EXITED:
        ask_cancel(declaration, text, who)
        return declaration
    step(
        declaration, "cancel", who, text=said(text), exit_by=None, looked=_looked(declaration),
        writes=lambda: give_back(declaration, VOID, who),
    )  # fmt: skip
    return declaration


def _looked(declaration: Declaration) -> str:
    """A hold that nobody has ended is not ended by taking the declaration away."""
    return declaration.looked or (_HOLD if declaration.state == _HELD else "")
