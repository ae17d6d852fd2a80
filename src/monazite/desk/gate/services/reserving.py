"""What a declaration draws on the lines of licences: set aside, let out, given back.

Movements have the ids NUMBER/ITEM/KIND. Lines are always moved in the order of their keys, so that
two declarations never wait for each other. The first item of a line carries its one use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monazite.desk.events.append import Who, record
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.services.entering import enter
from monazite.desk.licences.services.moving import move
from monazite.ledger.licence import COMPLETED
from monazite.ledger.movements import CONTRA, RESERVE, Movement
from monazite.licensing.regime import regime


def message_id(declaration: Declaration, item: Item, kind: str) -> str:
    """The id of a declaration's movement of a kind."""
    return f"{declaration.number}/{item.number}/{kind}"


def drawing(items: Iterable[Item]) -> list[Item]:
    """Those that draw on a line, line by line, each line's first item first."""
    drawn = (item for item in items if item.line_id is not None)
    return sorted(drawn, key=lambda item: (str(item.line_id), item.number))


def uses(items: Sequence[Item]) -> dict[int, int]:
    """By item whether it carries its line's use: one shipment is one use, however many items."""
    firsts: dict[object, int] = {}
    for item in items:
        firsts.setdefault(item.line_id, item.number)
    return {item.number: int(firsts[item.line_id] == item.number) for item in items}


def reserve(declaration: Declaration, items: Iterable[Item], who: Who) -> None:
    """Set aside what was checked against the lines as they were read in this transaction.

    ChangedMeanwhile where a line moved since, or what binds its licence did.
    """
    drawn = drawing(items)
    counted = uses(drawn)
    _begin_exports(declaration, drawn, who)
    for item in drawn:
        entry = Movement(
            RESERVE, item.drawn_quantity, item.drawn_value, counted[item.number], declaration.day
        )
        enter(line_of(item), entry, message_id(declaration, item, RESERVE), who, None)


def _begin_exports(declaration: Declaration, drawn: Sequence[Item], who: Who) -> None:
    """A licence for one export says which: of two declarations at once one looks again."""
    licences = {line.licence.number: line.licence for line in map(line_of, drawn)}
    for licence in licences.values():
        kind = regime(licence.regime).kinds.get(licence.kind)
        if kind is not None and kind.one_export:
            record(licence, "drawn", {"declaration": declaration.number}, who)


def line_of(item: Item) -> LicenceLine:
    """The line that an item draws on; ValueError for one that draws on none."""
    if item.line is None:
        raise ValueError(f"item {item.number} draws on no line")
    return item.line


def give_back(declaration: Declaration, kind: str, who: Who) -> None:
    """All that is set aside; kind: void, or expire. It counts for the day of the declaration."""
    _undo(declaration, drawing(declaration.items.select_related("line")), kind, who)


def take_back(declaration: Declaration, who: Who) -> None:
    """All that was posted as having left, by contra."""
    drawn = drawing(declaration.items.select_related("left", "line__licence"))
    posted = [item for item in drawn if item.left.posted_quantity or item.left.posted_value]
    counted = uses(posted)
    _open_again(posted, who)
    for item in posted:
        left = item.left
        entry = Movement(
            CONTRA, left.posted_quantity, left.posted_value, counted[item.number], declaration.day
        )
        move(line_of(item).pk, entry, message_id(declaration, item, CONTRA), who)


def _open_again(posted: Sequence[Item], who: Who) -> None:
    """A licence for one export that came back is not completed any more."""
    licences = {line.licence.number: line.licence for line in map(line_of, posted)}
    for licence in licences.values():
        if licence.ended == COMPLETED:
            told = {"ended": "", "ended_at": None}
            record(licence, "completion_undone", told, who, ended="", ended_at=None)


def _undo(declaration: Declaration, drawn: Sequence[Item], kind: str, who: Who) -> None:
    counted = uses(drawn)
    for item in drawn:
        entry = Movement(
            kind, item.drawn_quantity, item.drawn_value, counted[item.number], declaration.day
        )
        move(line_of(item).pk, entry, message_id(declaration, item, kind), who)
