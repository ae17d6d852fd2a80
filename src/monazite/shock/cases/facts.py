"""What is printed of the cases: one number each, with its row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from monazite.chain.packaged import csvs
from monazite.facts import row as packaged
from monazite.shock.tables import row, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.facts.rows import Row

_TABLE = "case-facts"
_VALUES = ("quantity", "share_pct", "value")


def value(case: str, what: str) -> float:
    """A number of a case in the unit of its row; InputError field "row"."""
    found = row(f"{_TABLE}/{case}/{what}")
    if not found.fields["read_from"]:
        return float(found.fields["value"])
    told = _read(found.fields["read_from"]).fields
    return float(next(told[name] for name in _VALUES if name in told).replace(",", ""))


def values(case: str, what: str) -> Mapping[str, float]:
    """The numbers of a case whose names begin so, by what follows."""
    start = f"{_TABLE}/{case}/{what}"
    ids = [one.id for one in table(_TABLE) if one.id.startswith(start)]
    return {one.removeprefix(start): value(case, one.split("/", 2)[2]) for one in ids}


def first_week(case: str) -> date:
    """The Monday on which the model's first week begins, before anybody knew of a measure."""
    return date.fromisoformat(row(f"{_TABLE}/{case}/first-week").fields["value"])


def _read(row_id: str) -> Row:
    return csvs.row(row_id) if row_id.partition("/")[0] in csvs.TABLES else packaged(row_id)
