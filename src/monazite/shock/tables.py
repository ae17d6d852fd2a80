"""The tables of the shock: CSV files beside the package, read once; what they are: SOURCE.md."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from monazite.errors import InputError
from monazite.facts.rows import Row, rows_of

_HERE = Path(__file__).parent
_FOLDERS = ("data", "cases/data", "validation/data", "static/data", "scenarios/data")
_PATHS = {path.stem: path for folder in _FOLDERS for path in (_HERE / folder).glob("*.csv")}

TABLES: tuple[str, ...] = tuple(sorted(_PATHS))
"""The names of all tables; the id of a row begins with the name of its table."""


@cache
def table(name: str) -> tuple[Row, ...]:
    """All rows of one table, in the order of its file; InputError field "table"."""
    if name not in TABLES:
        raise InputError("table", name, ", ".join(TABLES))
    with _PATHS[name].open(encoding="utf-8", newline="") as lines:
        return rows_of(name, lines)


def row(row_id: str) -> Row:
    """The row of that id; InputError field "row" where no table has it."""
    wanted = row_id.strip()
    name = wanted.partition("/")[0]
    found = _by_id(name).get(wanted) if name in TABLES else None
    if found is None:
        raise InputError("row", row_id, f"an id that begins with one of {', '.join(TABLES)} and /")
    return found


@cache
def _by_id(name: str) -> dict[str, Row]:
    return {one.id: one for one in table(name)}
