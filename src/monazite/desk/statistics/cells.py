"""The cells of a vintage on their way into the database and out of it, with their fingerprint."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import connection

from monazite.customs.statistics.exact import millionths, plain
from monazite.desk import sql
from monazite.desk.events.prints import plain as told
from monazite.desk.statistics.models import Cell, Vintage

if TYPE_CHECKING:
    from monazite.customs.statistics.publishing import Cell as Sum
    from monazite.customs.statistics.publishing import Tables

Row = tuple[Any, ...]
FIELDS = (
    "number", "series", "side", "code", "place", "hidden", "mass_kg", "value_usd",
    "second_quantity", "second_unit",
)  # fmt: skip
_COLUMNS = ", ".join(("vintage_id", *FIELDS))
_AT_ONCE = 2000


def rows(tables: Mapping[str, Tables]) -> list[Row]:
    """The cells of all kinds of leaving, numbered; in the order of `FIELDS`."""
    found = ((series, cell) for series in sorted(tables) for cell in tables[series].cells)
    return [_row(number, series, cell) for number, (series, cell) in enumerate(found, 1)]


def _row(number: int, series: str, cell: Sum) -> Row:
    usd = None if cell.usd is None else plain(cell.usd)
    second = plain(cell.second) if cell.second_unit else None
    return (
        number, series, cell.side, cell.code, cell.place, cell.hidden, plain(cell.mass_kg), usd,
        second, cell.second_unit,
    )  # fmt: skip


def fingerprint(cells: Iterable[Row]) -> str:
    """SHA-256 of cells in the order of their numbers."""
    found = hashlib.sha256()
    for row in cells:
        found.update("\t".join(str(told(value)) for value in row).encode())
        found.update(b"\n")
    return found.hexdigest()


def write(vintage: Vintage, cells: Sequence[Row]) -> None:
    """Add the cells: a month of thousands in a few statements."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
            for row in cells:
                copy.write_row((vintage.pk, *row))
        return
    made = [Cell(vintage=vintage, **dict(zip(FIELDS, row, strict=True))) for row in cells]
    Cell.objects.bulk_create(made, batch_size=_AT_ONCE)


def as_told(vintage: Vintage) -> dict[str, Tables]:
    """The tables of a vintage by kind of leaving, read again; none of kinds that show nothing."""
    from monazite.customs.statistics.publishing import Tables  # noqa: PLC0415 - numpy

    found: dict[str, list[Sum]] = defaultdict(list)
    for cell in Cell.objects.filter(vintage=vintage).order_by("number"):
        found[cell.series].append(_sum(cell))
    return {
        series: Tables(
            tuple(cells), vintage.pooled[series]["codes"], vintage.pooled[series]["places"]
        )
        for series, cells in found.items()
    }


def _sum(cell: Cell) -> Sum:
    from monazite.customs.statistics.publishing import Cell as Made  # noqa: PLC0415 - numpy

    usd = None if cell.value_usd is None else millionths(cell.value_usd)
    second = 0 if cell.second_quantity is None else millionths(cell.second_quantity)
    return Made(
        cell.side, cell.code, cell.place, cell.hidden, millionths(cell.mass_kg), usd, second,
        cell.second_unit,
    )  # fmt: skip


_COPY = f"COPY statistics_cell ({_COLUMNS}) FROM STDIN"


def kept(vintage: Vintage) -> Iterator[Row]:
    """The cells as they lie in the database, in order."""
    yield from Cell.objects.filter(vintage=vintage).order_by("number").values_list(*FIELDS)


def every() -> Iterator[tuple[object, str, str]]:
    """Each vintage's id, the fingerprint that its row says, and that of its cells."""
    said = sql.rows("SELECT id, cells_sha256 FROM statistics_vintage ORDER BY id", [])
    for ident, sha256 in said:
        yield ident, sha256, fingerprint(kept(Vintage(pk=sql.key(ident))))
