"""Goods left before it was known: what of it their lines bear is entered for the day it left.

What they do not bear is kept as having left all the same, and opens a lead.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from monazite.customs.leads import LEDGER_CONFLICT
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who
from monazite.desk.gate.models import Declaration, Item, Left
from monazite.desk.gate.services.reserving import line_of, message_id
from monazite.desk.leads.services import open_lead
from monazite.desk.licences.accounts import account_of, entries_of
from monazite.desk.licences.lineage import lineage
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.services.moving import move
from monazite.ledger.limits import may_move
from monazite.ledger.movements import LATE, ZERO, Movement

BEYOND_LINE = "beyond_line"


class Entering(NamedTuple):
    """An entry to be made on a line for an item."""

    line: LicenceLine
    item: Item
    entry: Movement


@dataclass(frozen=True, slots=True)
class Late:
    """What is to be freed, then entered, item by item; conflicts: why not all of it can be."""

    entries: tuple[Entering, ...]
    conflicts: tuple[str, ...]
    freed: tuple[Entering, ...] = ()


Amounts = tuple[Decimal, Decimal]
"""Of a line: quantity and value."""
_NOTHING = (ZERO, ZERO)


def measured(
    rows: Sequence[Left], on: date, freed: Sequence[Entering], least: Mapping[int, Amounts]
) -> Late:
    """What the lines bear of what left on a day.

    freed: entries that will be made before; least: what an item is posted with where its line does
    not bear all of it, by number. A row says from here on what of it is posted.
    """
    made: dict[uuid.UUID, list[Movement]] = {}
    for line, _, entry in freed:
        made.setdefault(line.pk, []).append(entry)
    used: set[uuid.UUID] = set()
    entries: list[Entering] = []
    conflicts: tuple[str, ...] = ()
    for line, left in _on_lines(rows):
        before = made.setdefault(line.pk, [])
        asked = (left.posted_quantity, left.posted_value)
        first = int(line.pk not in used)
        tried = (
            Movement(LATE, quantity, value, first, on)
            for quantity, value in (asked, least.get(left.item.number, _NOTHING))
        )
        borne = [entry for entry in tried if _bears(line, before, entry)]
        entry = borne[0] if borne else Movement(LATE, ZERO, ZERO, 0, on)
        if (entry.quantity, entry.value) != asked:
            conflicts = (BEYOND_LINE,)
            left.posted_quantity, left.posted_value = entry.quantity, entry.value
        if borne:
            used.add(line.pk)
            before.append(entry)
            entries.append(Entering(line, left.item, entry))
    return Late(tuple(entries), conflicts)


def _bears(line: LicenceLine, before: Sequence[Movement], entry: Movement) -> bool:
    moves = entry.quantity or entry.value
    return bool(moves) and not may_move(account_of(line), [*entries_of(line), *before], entry)


def _on_lines(rows: Sequence[Left]) -> list[tuple[LicenceLine, Left]]:
    """What is to be taken of lines, on those that stand for them now, line by line."""
    drawn = [row for row in rows if row.item.line and (row.posted_quantity or row.posted_value)]
    found = [(lineage(line_of(row.item))[-1], row) for row in drawn]
    return sorted(found, key=lambda each: (str(each[0].pk), each[1].item.number))


def enter_late(declaration: Declaration, late: Late, who: Who) -> None:
    """Make the entries; ChangedMeanwhile where a line moved since they were measured."""
    for line, item, entry in late.entries:
        try:
            move(line.pk, entry, message_id(declaration, item, LATE), who)
        except Refused as stale:
            raise ChangedMeanwhile(ChangedMeanwhile.__doc__) from stale


def conflict(declaration: Declaration, conflicts: Sequence[str], who: Who) -> None:
    """People look at what left and does not fit; nothing where everything does."""
    if not conflicts:
        return
    about = {"declaration": declaration.number}
    evidence: dict[str, object] = {
        "conflicts": list(conflicts),
        "left_on": "" if declaration.exited_on is None else declaration.exited_on.isoformat(),
    }
    open_lead(LEDGER_CONFLICT, about, evidence, declaration.office, who)
