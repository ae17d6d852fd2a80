"""The tables of the chain: one CSV file each beside the package, read once, rows found by id."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from monazite.errors import InputError
from monazite.facts.rows import Row, rows_of

_DATA = Path(__file__).parents[1] / "data"

TABLES: tuple[str, ...] = tuple(sorted(path.stem for path in _DATA.glob("*.csv")))
"""The names of all tables of the chain; the id of a row begins with the name of its table."""


@cache
def table(name: str) -> tuple[Row, ...]:
    """All rows of one table of the chain, in the order of its file; InputError field "table"."""
    if name not in TABLES:
        raise InputError("table", name, ", ".join(TABLES))
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return rows_of(name, lines)


def row(row_id: str) -> Row:
    """The row of that id; InputError field "row" where no table of the chain has it."""
    wanted = row_id.strip()
    name = wanted.partition("/")[0]
    found = _by_id(name).get(wanted) if name in TABLES else None
    if found is None:
        raise InputError("row", row_id, f"an id that begins with one of {', '.join(TABLES)} and /")
    return found


@cache
def _by_id(name: str) -> dict[str, Row]:
    return {one.id: one for one in table(name)}
