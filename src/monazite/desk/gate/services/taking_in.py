"""A declaration that a post without its line let go comes in as what it is: cleared and gone.

What it took of licences was entered when the post's journal was merged, each draw by a late entry
(`late_id`); here nothing is set aside and nothing posted. What follows a lodging and an exit
follows it as any other, and whoever takes it back gives back what was entered.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from monazite.desk.events.append import Who, create
from monazite.desk.events.prints import ROWS
from monazite.desk.gate import batches
from monazite.desk.gate.following import followed
from monazite.desk.gate.models import Declaration, Item, Left
from monazite.desk.gate.prints import FIELDS, declaration_told, items_told, left_told
from monazite.desk.gate.services.checking import of_firm, under, unkeepable
from monazite.desk.gate.services.composing import Lodged, composed
from monazite.desk.gate.services.exiting import left_of
from monazite.desk.gate.services.stepping import step
from monazite.desk.licences.models import LicenceLine
from monazite.desk.people.models import Organisation, Person

if TYPE_CHECKING:
    from monazite.customs.gate import Checked
    from monazite.customs.reading import Read

_REFERENCE_MAX = 64
_MARK = 12
"""Characters of the fingerprint that set a reference apart which stands for something else."""
_CLEARED = "cleared"


class Entered(NamedTuple):
    """What of an item was entered on a line: in its unit and currency."""

    line: LicenceLine
    quantity: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Gone:
    """A shipment as a post's journal tells it.

    firm: the exporter; office: the customs office of the post; journal: the shipment's fingerprint;
    snapshot, entry: by which it left, and the hash of its entry; checked: the gate's answer on what
    the post carried; entered: by item.
    """

    firm: Organisation
    office: Organisation
    journal: str
    snapshot: uuid.UUID
    entry: str
    at: datetime
    found: Read
    checked: Checked
    entered: Mapping[int, Entered]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The declaration; renamed: its reference stood for another; undrawn: its batches lack it."""

    declaration: Declaration
    renamed: bool
    undrawn: bool


def take_in(person: Person, gone: Gone, who: Who) -> TakenIn | None:
    """Lodged, cleared and exited on the day it left; None for what no declaration can be made of.

    Call in the transaction that enters what it took. The caller has asked whether `person` may, and
    that nobody took it in before.
    """
    found = of_firm(gone.found, gone.firm)
    if unkeepable(found, gone.checked):
        return None
    made, items = _composed(person, gone, found)
    renamed = _known(made)
    if renamed:
        room = _REFERENCE_MAX - _MARK - 1
        made.reference = f"{made.reference[:room]}~{gone.journal[:_MARK]}"
    create(made, "lodged", {FIELDS: declaration_told(made), ROWS: items_told(items)}, who, items)
    followed("lodged", made, who)
    undrawn = batches.lack(made)
    if not undrawn:
        batches.draw(made, who)
    _exit(made, gone, who)
    return TakenIn(made, renamed, undrawn)


def _known(made: Declaration) -> bool:
    """Whether the firm has used the reference for something else."""
    return Declaration.objects.filter(
        organisation_id=made.organisation_id, reference=made.reference
    ).exists()


def _composed(person: Person, gone: Gone, found: Read) -> tuple[Declaration, tuple[Item, ...]]:
    """The rows as of the day on which it left: cleared there, and drawing on what was entered."""
    from monazite.customs.reading import document  # noqa: PLC0415 - read where somebody acts

    at = under(found.declaration.regime)
    day = gone.at.astimezone(at.law.zone(at.rules.country) or UTC).date()
    lodged = Lodged(person, gone.office, at.rules, at.law.hash, day, timezone.now(), None, None)
    made = composed(found.declaration, document(found.declaration), gone.checked, {}, lodged)
    declaration = made.declaration
    declaration.organisation, declaration.journal = gone.firm, gone.journal
    declaration.state, declaration.cleared_at = _CLEARED, gone.at
    for item in made.items:
        if item.number in gone.entered:
            item.line, item.drawn_quantity, item.drawn_value = gone.entered[item.number]
    return declaration, made.items


def _exit(made: Declaration, gone: Gone, who: Who) -> None:
    """All of it left: a post lets a declaration go as a whole."""
    rows = left_of(list(made.items.order_by("number")), {})
    told = {
        "on": made.day.isoformat(), "journal": gone.journal, "snapshot": str(gone.snapshot),
        "entry": gone.entry,
    }  # fmt: skip
    step(
        made, "exit", who, told=told, rows=left_told(rows),
        writes=lambda: Left.objects.bulk_create(rows), exited_on=made.day,
    )  # fmt: skip
