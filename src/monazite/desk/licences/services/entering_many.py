"""Many entries at once, as a manifest makes them: an event tells up to a thousand of a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection
from django.utils import timezone

from monazite.desk import sql
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.licences.models import LicenceLine, Movement
from monazite.desk.licences.prints import movement_told
from monazite.desk.licences.services.entering import changes
from monazite.ledger.movements import Movement as Entry

if TYPE_CHECKING:
    import uuid

_TOLD = 1000
"""Entries that one event tells."""


class Asked(NamedTuple):
    """An entry, and the message that asks it."""

    entry: Entry
    message_id: str


def held_lines(line_ids: Iterable[uuid.UUID]) -> list[LicenceLine]:
    """Lines with their licences, which nobody else moves until this transaction ends.

    In the order of their keys, in which every movement of several lines goes.
    """
    ids = sorted(line_ids, key=str)
    if connection.vendor == "postgresql" and ids:
        marks = sql.marks(ids)
        sql.rows(
            f"SELECT 1 FROM licences_licenceline WHERE id IN ({marks}) ORDER BY id"  # noqa: S608
            " FOR NO KEY UPDATE",
            ids,
        )
    found = LicenceLine.objects.select_related("licence").filter(pk__in=ids)
    return list(found.order_by("licence_id", "number"))


def enter_many(line: LicenceLine, asked: Sequence[Asked], who: Who) -> Iterator[Movement]:
    """The rows of entries of one kind that were judged on a line that is held; for `insert_many`.

    The line and its events are written: of every thousand one event and one step.
    """
    rest = iter(asked)
    while group := list(islice(rest, _TOLD)):
        yield from _entered(line, group, who)


def _entered(line: LicenceLine, group: Sequence[Asked], who: Who) -> list[Movement]:
    now, by = timezone.now(), who.person
    movements = [
        Movement(
            line=line, number=number, message_id=message_id, kind=entry.kind,
            quantity=entry.quantity, value=entry.value, uses=entry.uses, on=entry.on, at=now,
            by_id=by,
        )
        for number, (entry, message_id) in enumerate(group, line.entries + 1)
    ]  # fmt: skip
    sums = {name: getattr(line, name) for name in changes(group[0].entry)}
    for entry, _ in group:
        for name, more in changes(entry).items():
            sums[name] += more
    told = {name: plain(value) for name, value in sums.items()}
    prints = {
        key: text for row in movements for key, text in movement_told(row)["movements"].items()
    }
    told |= {ROWS: {"movements": prints}}
    record(line, group[0].entry.kind, told, who, **sums, entries=movements[-1].number)
    return movements
