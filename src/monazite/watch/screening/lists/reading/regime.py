"""A regime's own lists: the table of parties that Monazite keeps for it, or one like it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from monazite.watch.screening.lists.reading.days import day
from monazite.watch.screening.lists.reading.gathering import made, names
from monazite.watch.screening.lists.reading.idless import ident
from monazite.watch.screening.lists.reading.sources import refused
from monazite.watch.screening.lists.reading.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from monazite.watch.screening.entity import Entity
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.sources import Source

_WANTED = ("list", "entity_name", "name_zh", "country", "listed_from", "last_day", "source")
_DAYS = ("listed_from", "last_day", "paused_from", "paused_until")


def entities(
    files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
) -> Iterator[Entity]:
    """The entries; InputError field "list" for a table without the columns.

    A party on two lists, or twice on one, is two entries: each begins and ends on its own days.
    A cell of a day that holds something else is refused with its row.
    """
    del mapping
    rows = [(one, number, entry) for one in files for number, entry in records(one, _WANTED)]
    seen = Counter(_said(entry) for _, _, entry in rows)
    for one, number, entry in rows:
        days = _days(one, number, entry)
        # The day tells one listing of a party from a later one; alone it need not.
        said = _said(entry) if seen[_said(entry)] == 1 else (*_said(entry), entry["listed_from"])
        yield from made(
            list_, ident(*said), "company",
            names(("primary", [entry["entity_name"] or entry["name_zh"]]),
                  ("alias", [entry["name_zh"]])), tally,
            countries=[entry["country"]],
            programmes=[entry["list"], entry.get("measure_id", "")],
            listed_from=days["listed_from"], listed_until=days["last_day"],
            paused_from=days["paused_from"], paused_until=days["paused_until"],
            source=entry["source"],
            note=entry.get("note", ""),
        )  # fmt: skip


def _days(one: Source, number: int, entry: Mapping[str, str]) -> dict[str, date | None]:
    """The days of a row by column, None where a cell is empty or there is no such column."""
    found = {name: day(entry.get(name, "")) for name in _DAYS}
    for name, its in found.items():
        if its is None and entry.get(name):
            what = f"days as YYYY-MM-DD in column {name}; row {number} has {entry[name][:40]!r}."
            raise refused(one, what)
    return found


def _said(entry: Mapping[str, str]) -> tuple[str, ...]:
    return entry["list"], entry["entity_name"] or entry["name_zh"]
