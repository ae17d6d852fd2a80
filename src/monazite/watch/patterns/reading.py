"""A folder of CSV files as records; every problem with its row, its column and its remedy."""

from __future__ import annotations

import re
from dataclasses import MISSING, dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from monazite.catalogue.words import nearest
from monazite.errors import InputError
from monazite.watch.patterns.cells import Unreadable, readers
from monazite.watch.patterns.csv_table import table
from monazite.watch.patterns.problem import Problem
from monazite.watch.patterns.records import TABLES, Records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from monazite.watch.patterns.records import Row

_ID, _SINCE, _UNTIL = "id", "since", "until"
_NOT_KNOWN = re.compile(r"^Mapping|None$")
"""Kinds of fields that can say that something is not known."""
_DAYS = ("day", "granted", "decided", "delivered")
"""Columns of what happened: the last such day is that of the records where nobody says."""


@dataclass(frozen=True, slots=True)
class Read:
    """The records of all rows that could be read, and the problems of the others."""

    records: Records
    problems: tuple[Problem, ...]


def read(folder: Path, as_of: date | None = None) -> Read:
    """The records in a folder, as they were known on a day, by default the last day in them.

    InputError field "records" for a folder without a table of records, or with a file that is no
    table; "as_of" where no record has a day.
    """
    paths = {path.stem.casefold(): path for path in sorted(folder.glob("*.csv"))}
    names = [name for name in TABLES if name in paths]
    if not names:
        files = ", ".join(f"{name}.csv" for name in TABLES)
        raise InputError("records", folder, f"a folder with one or more of {files}")
    found = records_of({name: table(paths[name]) for name in names}, as_of)
    strange = tuple(_strange(path) for name, path in paths.items() if name not in TABLES)
    return Read(found.records, strange + found.problems)


def records_of(
    tables: Mapping[str, Sequence[Mapping[str, str]]], as_of: date | None = None
) -> Read:
    """Records of rows by table; InputError field "as_of" where no record has a day."""
    problems: list[Problem] = []
    rows = {name: tuple(_rows(name, given, problems)) for name, given in tables.items()}
    day = as_of or _last(rows)
    if day is None:
        raise InputError("as_of", "", "a day as YYYY-MM-DD: no record has one")
    return Read(Records(day, **rows), tuple(problems))


def _rows(name: str, given: Sequence[Mapping[str, str]], problems: list[Problem]) -> Iterator[Any]:
    """The rows of a table that can be read; what is wrong goes to the problems."""
    columns = dict.fromkeys(column for row in given for column in row)
    wrong = list(_columns(name, columns)) if given else []
    problems += wrong
    if any(each.code == "missing_column" for each in wrong):
        return
    required = _required(name)
    seen: set[str] = set()
    for number, row in enumerate(given, 1):
        cells, bad = _cells(name, number, row, required)
        problems += bad
        key = cells.get(_ID)
        if key in seen:
            problems.append(Problem(f"{name}.csv", number, _ID, str(key), "twice"))
        elif not bad:
            seen.update({key} if key else ())
            yield TABLES[name](**cells)


def _cells(
    name: str, number: int, row: Mapping[str, str], required: frozenset[str]
) -> tuple[dict[str, Any], list[Problem]]:
    """The values of a row's cells that say something, and what is wrong with the others."""
    cells: dict[str, Any] = {}
    bad: list[Problem] = []
    by_column = readers(name)
    for column, text in row.items():
        if not text or column not in by_column:
            continue
        try:
            cells[column] = by_column[column](text)
        except Unreadable as error:
            file = f"{name}.csv"
            bad.append(Problem(file, number, column, text, error.code, error.accepted))
    bad += _ends(name, number, cells)
    empty = required - cells.keys() - {each.column for each in bad}
    bad += [Problem(f"{name}.csv", number, column, "", "missing") for column in sorted(empty)]
    # What must stand in a row may be not known: then it is None or without amounts, never left out.
    return _open(name) | cells, bad


def _ends(name: str, number: int, cells: Mapping[str, Any]) -> Iterator[Problem]:
    """What ends before it began."""
    since, until = cells.get(_SINCE), cells.get(_UNTIL)
    if since is not None and until is not None and until < since:
        said, began = until.isoformat(), since.isoformat()
        yield Problem(f"{name}.csv", number, _UNTIL, said, "ends_before", began)


def _columns(name: str, columns: Mapping[str, None]) -> Iterator[Problem]:
    known = [each.name for each in fields(TABLES[name])]
    for column in columns:
        if column not in known:
            close = ", ".join(nearest(column, known)) or ", ".join(known)
            yield Problem(f"{name}.csv", 0, column, "", "unknown_column", close)
    for column in sorted(_required(name) - columns.keys()):
        yield Problem(f"{name}.csv", 0, column, "", "missing_column", ", ".join(known))


def _required(name: str) -> frozenset[str]:
    """Columns that every row must state."""
    return frozenset(_without_default(TABLES[name])) - frozenset(_open(name))


def _open(name: str) -> dict[str, Any]:
    """Columns without a default whose value may be unknown, as None or as no amounts."""
    return {
        each.name: {} if str(each.type).startswith("Mapping") else None
        for each in fields(TABLES[name])
        if each.default is MISSING and _NOT_KNOWN.search(str(each.type))
    }


def _without_default(kind: type[Row]) -> Iterator[str]:
    return (each.name for each in fields(kind) if each.default is MISSING)


def _last(rows: Mapping[str, Sequence[Row]]) -> date | None:
    days = (getattr(row, name, None) for each in rows.values() for row in each for name in _DAYS)
    return max((day for day in days if isinstance(day, date)), default=None)


def _strange(path: Path) -> Problem:
    close = ", ".join(f"{name}.csv" for name in nearest(path.stem, TABLES) or TABLES)
    return Problem(path.name, 0, "", "", "unknown_file", close)
