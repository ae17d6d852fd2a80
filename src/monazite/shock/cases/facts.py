"""What is printed of the cases: one number each, with its row; one table for a year's event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.packaged import csvs
from monazite.facts import row as packaged
from monazite.shock.tables import row, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.facts.rows import Row

_VALUES = ("quantity", "share_pct", "value")


def value(year: str, what: str) -> float:
    """A number of the event of a year, "2025", in the unit of its row; InputError field "row"."""
    found = row(f"{_table(year)}/{what}")
    if not found.fields["read_from"]:
        return float(found.fields["value"])
    told = _read(found.fields["read_from"]).fields
    return float(next(told[name] for name in _VALUES if name in told).replace(",", ""))


def values(year: str, what: str) -> Mapping[str, float]:
    """The numbers of an event whose names begin so, by what follows."""
    start = f"{_table(year)}/{what}"
    ids = [one.id for one in table(_table(year)) if one.id.startswith(start)]
    return {one.removeprefix(start): value(year, one.partition("/")[2]) for one in ids}


def _table(year: str) -> str:
    return f"case-{year}"


def _read(row_id: str) -> Row:
    return csvs.row(row_id) if row_id.partition("/")[0] in csvs.TABLES else packaged(row_id)
