"""The listed parties that a person names: ids, or a file of them with their days."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.law.dates import parse_day
from monazite.watch.patterns.csv_table import decoded, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

_ID, _SINCE, _UNTIL = "id", "listed_from", "listed_until"
_FIELD = "listed"


def listed(text: str, on: date) -> tuple[str, ...]:
    """The ids that are listed on a day.

    Args:
        text: ids with semicolons between them (or commas, where no semicolon stands); or the name
            of a file: CSV with a column `id`, and `listed_from`, `listed_until` where they are
            known; any other file with an id in each line.
        on: the day; an entry without a first or a last day has none.

    Raises:
        InputError: field "listed", where nothing is named or the file is no list.
    """
    path = Path(text)
    if _is_file(path):
        found = tuple(_of_file(path, on))
    else:
        sign = ";" if ";" in text else ","
        found = tuple(word for each in text.split(sign) if (word := each.strip()))
    if not found:
        raise InputError(_FIELD, text, "ids of listed parties, or a file of those listed that day")
    return tuple(dict.fromkeys(found))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # longer than a name may be: a list of ids
        return False


def _of_file(path: Path, on: date) -> Iterator[str]:
    if path.suffix.casefold() != ".csv":
        for line in decoded(path.read_bytes()).splitlines():
            if name := line.strip():
                yield name
        return
    rows = table(path, _FIELD)
    if rows and _ID not in rows[0]:
        raise InputError(
            _FIELD, path, f"a CSV file with a column {_ID!r}; it has {', '.join(rows[0])}"
        )
    for number, row in enumerate(rows, 1):
        since, until = (_day(row, name, number, path) for name in (_SINCE, _UNTIL))
        if row[_ID] and (since is None or since <= on) and (until is None or on <= until):
            yield row[_ID]


def _day(row: Mapping[str, str], name: str, number: int, path: Path) -> date | None:
    text = row.get(name, "")
    try:
        return parse_day(text, name) if text else None
    except InputError:
        where = f"{path.name} row {number}, {name}: {text}"
        raise InputError(_FIELD, where, "days as YYYY-MM-DD, empty where unknown") from None
