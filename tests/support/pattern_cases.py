"""Cases of patterns, as a person of the field writes them: tables of records, and what is found."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monazite.law.strict_yaml import read
from monazite.watch.patterns.reading import records_of
from monazite.watch.patterns.records import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.watch.patterns.records import Records

FOLDER = Path(__file__).parents[1] / "cases" / "watch" / "patterns"
_DAYS = frozenset({"day", "granted", "until", "decided", "delivered", "certificate_until"})


def cases() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every case with the id of its rule, which is the name of its file."""
    for path in sorted(FOLDER.glob("C*.yaml")):
        for case in read(path.read_text(encoding="utf-8")):
            yield path.stem, case


def records(case: Mapping[str, Any]) -> Records:
    """The records of a case; AssertionError where a table does not read."""
    tables = {
        name: [row for each in case[name] for row in _rows(each)] for name in TABLES if name in case
    }
    found = records_of(tables, date.fromisoformat(case["as_of"]))
    assert not found.problems, [each.said("en") for each in found.problems]
    return found.records


def _rows(row: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """A row, or `repeat` of it with {n} counted from 1 and its days `every` so many days later."""
    cells = {name: text for name, text in row.items() if name not in {"repeat", "every"}}
    every = timedelta(int(row.get("every", 0)))
    for n in range(1, int(row.get("repeat", 1)) + 1):
        yield {
            name: str(date.fromisoformat(text) + every * (n - 1))
            if name in _DAYS
            else text.replace("{n}", str(n))
            for name, text in cells.items()
        }
