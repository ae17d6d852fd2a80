"""A table of names as parties to be asked about, a party for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.errors import InputError
from monazite.facts.long_cells import LongCells
from monazite.watch.screening.asking.understanding import number_kind, understood
from monazite.watch.screening.asking.workbooks import is_workbook, rows_of_workbook
from monazite.watch.screening.lists.reading.sources import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from monazite.watch.screening.entity import Kind
    from monazite.watch.screening.party import Asked

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 16 << 20


class Columns(NamedTuple):
    """Which columns say what; kind: of all rows.

    names: at least one column; of a row every filled one is a name of the same party. identifiers:
    kind and column. A cell of countries or dates may hold several, parted by semicolons.
    """

    names: tuple[str, ...]
    kind: Kind | None = None
    country: str = ""
    date: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()


def asked_parties(path: Path, columns: Columns, sheet: str | None = None) -> tuple[Asked, ...]:
    """The party of each row below the head, in their order: none is left out.

    A row without a name is asked about with an empty one. Countries, dates and numbers that are
    not understood are no evidence, and stand in the party's `not_understood`.

    Args:
        path: CSV in any of the usual encodings, or a workbook.
        columns: which columns say what.
        sheet: of a workbook; its first where it is not given.

    Raises:
        InputError: field "names" for a file that is no table, has no rows or a head twice, or
            whose row has more or fewer cells than its head; "column",
            "country", "date", "identifier" for a column that is not there, and for an unknown kind
            of numbers.
    """
    head, rows = _table(path, sheet)
    _check(head, columns)
    for kind, _ in columns.identifiers:
        number_kind(kind)
    found = tuple(_asked(dict(zip(head, cells, strict=True)), columns) for cells in rows)
    if not found:
        raise InputError("names", path, "a table with at least one row below its head")
    return found


def heads(path: Path, sheet: str | None = None) -> list[str]:
    """The columns of a table; InputError field "names" for a file that is none."""
    return [name for name in _table(path, sheet)[0] if name]


def _table(path: Path, sheet: str | None) -> tuple[list[str], Iterator[list[str]]]:
    """The head and the rows, each with a cell for each column."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError("names", path, f"a file that can be read ({error.strerror})") from error
    found = rows_of_workbook(path, data, sheet) if is_workbook(data) else _of_text(path, data)
    head = [cell.strip() for cell in next(found, [])]
    if not any(head):
        raise InputError("names", path, "a table whose first row names its columns")
    twice = sorted({name for name in head if name and head.count(name) > 1})
    if twice:
        accepted = f"columns with names of their own; {twice[0]} stands twice in the head"
        raise InputError("names", path, accepted)
    return head, _whole(path, head, found)


def _of_text(path: Path, data: bytes) -> Iterator[list[str]]:
    text = decoded(data)
    if text is None:
        raise InputError("names", path, "a text or a workbook (.xlsx); this file is neither")
    sign = max(_DELIMITERS, key=text.lstrip().partition("\n")[0].count)
    for cells in LongCells(text, _LONGEST_CELL, sign):
        # A line with nothing on it is no row; one with an empty cell is.
        if cells:
            yield cells


def _whole(path: Path, head: Sequence[str], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    for number, cells in enumerate(rows, 1):
        if len(cells) < len(head) or any(cells[len(head) :]):
            what = f"rows of {len(head)} cells as in the head; row {number} has {len(cells)}"
            raise InputError("names", path, f'{what}: names with commas stand in "quotes"')
        yield cells[: len(head)]


def _check(head: Sequence[str], columns: Columns) -> None:
    wanted = [
        *(("column", name) for name in columns.names), ("country", columns.country),
        ("date", columns.date), *(("identifier", name) for _, name in columns.identifiers),
    ]  # fmt: skip
    for field, name in wanted:
        if name and name not in head:
            raise InputError(field, name, ", ".join(filter(None, head)))


def _asked(row: Mapping[str, str], columns: Columns) -> Asked:
    names = [row[name].strip() for name in columns.names]
    return understood(
        tuple(dict.fromkeys(name for name in names if name)) or ("",),
        columns.kind,
        countries=_several(row, columns.country),
        dates=_several(row, columns.date),
        numbers=((kind, row[name]) for kind, name in columns.identifiers),
    )


def _several(row: Mapping[str, str], column: str) -> list[str]:
    return row[column].split(";") if column else []
