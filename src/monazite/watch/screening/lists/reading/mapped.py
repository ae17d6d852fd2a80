"""Any table, by a mapping that says which column is what."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from monazite.errors import InputError
from monazite.watch.screening.lists.reading.days import day
from monazite.watch.screening.lists.reading.gathering import identifiers, made, names
from monazite.watch.screening.lists.reading.idless import ident
from monazite.watch.screening.lists.reading.mapping import by_heads
from monazite.watch.screening.lists.reading.mapping import mapping as read_mapping
from monazite.watch.screening.lists.reading.sources import refused
from monazite.watch.screening.lists.reading.tables import heads, records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from monazite.watch.screening.entity import Entity
    from monazite.watch.screening.lists.reading.gathering import Tally
    from monazite.watch.screening.lists.reading.mapping import ColumnMapping
    from monazite.watch.screening.lists.reading.sources import Source

T = TypeVar("T")


def entities(
    files: Sequence[Source], list_: str, tally: Tally, mapping: Source | None = None
) -> Iterator[Entity]:
    """The entries; rows of one id are names of one entry.

    Without a mapping the columns must be called as its keys are. InputError field "mapping" where
    they are not, "list" where the columns that it names are not in the table.
    """
    its = read_mapping(mapping) if mapping is not None else by_heads(heads(files[0]))
    if its is None:
        accepted = (
            "--mapping FILE, which says which column is what (docs/reference/list-mapping.md); "
            "without it, a table with a column name"
        )
        raise InputError("mapping", None, accepted)
    many = _repeated(files, its)
    held: dict[str, Entity] = {}
    for one in files:
        for number, entry in records(one, its.columns, its.delimiter or None):
            for found in _entity(_Row(one, number, entry, its), list_, tally):
                if found.id not in many:
                    yield found
                elif found.id in held:
                    held[found.id] = _joined(held[found.id], found)
                else:
                    held[found.id] = found
    yield from held.values()


def _repeated(files: Sequence[Source], its: ColumnMapping) -> set[str]:
    """The ids of more than one row: only their entries wait until the last row is read."""
    counts = Counter(
        _ident(entry, its)
        for one in files
        for _, entry in records(one, its.columns, its.delimiter or None)
    )
    return {found for found, count in counts.items() if count > 1}


def _ident(entry: Mapping[str, str], its: ColumnMapping) -> str:
    """The id of a row; without a column for it, from the name and the countries."""
    if its.id:
        return entry[its.id]
    told = [*its.texts["name"].texts(entry)[:1]]
    if "countries" in its.texts:
        told += its.texts["countries"].texts(entry)
    return ident(*told)


class _Row:
    """A row of a table, with the mapping that reads it."""

    def __init__(
        self, one: Source, number: int, entry: Mapping[str, str], its: ColumnMapping
    ) -> None:
        self.source, self.number, self.entry, self.its = one, number, entry, its

    def texts(self, name: str) -> list[str]:
        """What the columns of a name hold."""
        found = self.its.texts.get(name)
        return [text for text in found.texts(self.entry) if text] if found else []

    def day(self, name: str) -> date | None:
        """A day; refused where the cell holds something else."""
        where = self.its.days.get(name)
        text = self.entry[where.column] if where else ""
        if where is None or not text:
            return None
        found = _by_form(text, where.format) if where.format else day(text)
        if found is None:
            form = where.format or "YYYY-MM-DD"
            what = f"days as {form} in column {where.column}; row {self.number} has {text[:40]!r}"
            raise refused(self.source, f"{what}. Say format: in the mapping.")
        return found


def _entity(row: _Row, list_: str, tally: Tally) -> Iterable[Entity]:
    its, entry = row.its, row.entry
    found = _ident(entry, its)
    if not found:
        raise refused(
            row.source, f"an id in column {its.id} of each row; row {row.number} has none."
        )
    first, *others = row.texts("name") or [""]
    kind = its.kind.values.get(entry[its.kind.column].casefold()) if its.kind.column else None
    numbers = (
        (one.kind, entry[one.column], entry[one.country] if one.country else "")
        for one in its.identifiers
    )
    return made(
        list_, found, kind or its.kind.other,
        names(("primary", [first]), ("alias", [*others, *row.texts("aliases")]),
              ("former", row.texts("former_names")), ("weak", row.texts("weak_aliases"))),
        tally,
        countries=row.texts("countries"),
        dates=tally.dates(row.texts("dates")),
        identifiers=identifiers(numbers),
        addresses=row.texts("addresses"),
        programmes=row.texts("programmes"),
        listed_from=row.day("listed_from"), listed_until=row.day("listed_until"),
        paused_from=row.day("paused_from"), paused_until=row.day("paused_until"),
        source=" ".join(row.texts("source")), note=" ".join(row.texts("note")),
    )  # fmt: skip


def _by_form(text: str, form: str) -> date | None:
    try:
        # A day has no zone.
        return datetime.strptime(text, form).date()  # noqa: DTZ007
    except ValueError:
        return None


def _joined(one: Entity, other: Entity) -> Entity:
    """An entry with what another row of its id says besides."""
    texts = [name.text for name in one.names]
    more = tuple(
        name._replace(kind="alias") if name.kind == "primary" else name
        for name in other.names if name.text not in texts
    )  # fmt: skip
    return replace(
        one,
        names=one.names + more,
        countries=_each(one.countries + other.countries),
        dates=_each(one.dates + other.dates),
        identifiers=_each(one.identifiers + other.identifiers),
        addresses=_each(one.addresses + other.addresses),
        programmes=_each(one.programmes + other.programmes),
    )


def _each(values: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
