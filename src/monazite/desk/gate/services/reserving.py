"""What a declaration draws on the lines of licences: set aside, let out, given back.

Movements have the ids NUMBER/ITEM/KIND. Lines are always moved in the order of their keys, so that
two declarations never wait for each other. The first item of a line carries its one use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from monazite.desk.events.append import Who, record
from monazite.desk.gate.models import Declaration, Item
from monazite.desk.licences.lineage import lineage
from monazite.desk.licences.models import LicenceLine
from monazite.desk.licences.models import Movement as Entered
from monazite.desk.licences.services.begun import DRAWN, one_export
from monazite.desk.licences.services.entering import enter
from monazite.desk.licences.services.moving import move
from monazite.ledger.licence import COMPLETED
from monazite.ledger.movements import CONTRA, LATE, RESERVE, Movement

_KEY = 40
"""Characters of a shipment's fingerprint in the ids of its entries."""


def message_id(declaration: Declaration, item: Item, kind: str) -> str:
    """The id of a declaration's movement of a kind."""
    return f"{declaration.number}/{item.number}/{kind}"


def late_id(journal: str, item: int) -> str:
    """The id of the movement by which an item of a post's journal was entered."""
    return f"offline:{journal[:_KEY]}/{item}/{LATE}"


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
    begin_exports(declaration, drawn, who)
    for item in drawn:
        entry = Movement(
            RESERVE, item.drawn_quantity, item.drawn_value, counted[item.number], declaration.day
        )
        enter(line_of(item), entry, message_id(declaration, item, RESERVE), who, None)


def begin_exports(declaration: Declaration, drawn: Sequence[Item], who: Who) -> None:
    """A licence for one export says which: of two declarations at once one looks again.

    ChangedMeanwhile where something else began it, or bound it, since it was read.
    """
    licences = {line.licence.number: line.licence for line in map(line_of, drawn)}
    for licence in licences.values():
        if one_export(licence):
            record(licence, DRAWN, {"declaration": declaration.number}, who)


def line_of(item: Item) -> LicenceLine:
    """The line that an item draws on; ValueError for one that draws on none."""
    if item.line is None:
        raise ValueError(f"item {item.number} draws on no line")
    return item.line


def give_back(declaration: Declaration, kind: str, who: Who) -> None:
    """All that is set aside; kind: void, or expire. It counts for the day of the declaration."""
    _undo(declaration, drawing(declaration.items.select_related("line")), kind, who)


def take_back(declaration: Declaration, who: Who) -> None:
    """All that was posted as having left, by contra on the lines that stand for it now.

    What a replaced licence had used was carried over: it is the new line that gets it back.
    """
    drawn = drawing(declaration.items.select_related("left", "line__licence"))
    posted = [item for item in drawn if item.left.posted_quantity or item.left.posted_value]
    counted, late = uses(posted), _entered_late(declaration, posted)
    lines = {item.number: lineage(line_of(item))[-1] for item in posted}
    _open_again(lines.values(), who)
    for item in sorted(posted, key=lambda each: (str(lines[each.number].pk), each.number)):
        left = item.left
        used, on = late.get(item.number, (counted[item.number], declaration.day))
        entry = Movement(CONTRA, left.posted_quantity, left.posted_value, used, on)
        move(lines[item.number].pk, entry, message_id(declaration, item, CONTRA), who)


def _entered_late(declaration: Declaration, posted: Sequence[Item]) -> dict[int, tuple[int, date]]:
    """By item how often its line was used, and for which day, where it was entered late."""
    ids = {message_id(declaration, item, LATE): item.number for item in posted}
    if declaration.journal:
        ids = {late_id(declaration.journal, item.number): item.number for item in posted}
    rows = Entered.objects.filter(message_id__in=ids).values_list("message_id", "uses", "on")
    return {ids[message]: (used, on) for message, used, on in rows}


def _open_again(lines: Iterable[LicenceLine], who: Who) -> None:
    """A licence for one export that came back is not completed any more."""
    licences = {line.licence.number: line.licence for line in lines}
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
