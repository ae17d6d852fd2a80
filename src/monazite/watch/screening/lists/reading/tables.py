"""Tables of text as publishers write them: with a head or without, every row whole."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from monazite.facts.long_cells import LongCells
from monazite.watch.screening.lists.reading.sources import refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from monazite.watch.screening.lists.reading.sources import Source

_LONGEST_CELL = 16 << 20
_DELIMITERS = ",;\t|"


def rows(one: Source, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers from 1, empty ones left out, cells without blanks around them.

    InputError field "list" where the text breaks off within a quoted cell.
    """
    reader = LongCells(one.text(), _LONGEST_CELL, delimiter, strict=True)
    number = 0
    try:
        for cells in reader:
            number += 1
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield number, stripped
    except csv.Error as error:
        where = f"row {number + 1} (line {reader.line_num}) is broken: {error}."
        raise refused(one, f"a whole table; {where} The file may be cut short.") from error


def records(
    one: Source, wanted: Iterable[str], delimiter: str | None = None
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table with a head, by column; row 1 is the first below the head.

    InputError field "list" where a wanted column is missing, where a head stands twice, and where
    a row has another number of cells than the head.
    """
    sign = delimiter or delimiter_of(one)
    table = rows(one, sign)
    head = next(table, (0, []))[1]
    _check_head(one, head, tuple(wanted))
    for number, (_, cells) in enumerate(table, 1):
        yield number, dict(zip(head, _whole(one, number, cells, head), strict=True))


def delimiter_of(one: Source) -> str:
    """The sign that stands most often in the first line."""
    line = one.text().lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=line.count)


def heads(one: Source) -> list[str]:
    """The columns of a table, as its first row names them."""
    return next(rows(one, delimiter_of(one)), (0, []))[1]


def _check_head(one: Source, head: Sequence[str], wanted: Sequence[str]) -> None:
    missing = [name for name in wanted if name not in head]
    if missing:
        there = ", ".join(head[:40]) or "nothing"
        what = f"a table with the columns {', '.join(missing)}; the first row holds: {there}."
        raise refused(one, what)
    twice = sorted({name for name in head if name and head.count(name) > 1})
    if twice:
        raise refused(one, f"a table whose columns have names of their own; {twice[0]} is twice.")


def _whole(one: Source, number: int, cells: list[str], head: Sequence[str]) -> list[str]:
    """The row's cells; empty ones may be too many, as some tools end their rows."""
    extra = cells[len(head) :]
    if len(cells) < len(head) or any(extra):
        what = f"rows of {len(head)} cells as in the head; row {number} has {len(cells)}."
        raise refused(one, f"{what} The file may be cut short, or its columns changed.")
    return cells[: len(head)]
