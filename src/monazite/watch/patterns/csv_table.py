"""Rows of a CSV file that people saved from whatever they use."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.facts.long_cells import LongCells

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_DELIMITERS = ",;\t|"
_HIGH = re.compile(rb"[\x80-\xff]+")
_LONGEST_CELL = 1 << 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def table(path: Path, field: str = "records") -> Sequence[dict[str, str]]:
    """The rows by column; empty lines are no rows, cells have no blanks around them.

    Raises InputError on `field` where the file cannot be read, holds no head, names a column
    twice, breaks off in a quoted cell, or has a row with other cells than the head.
    """
    text = decoded(_bytes(path, field))
    sign = max(_DELIMITERS, key=text.partition("\n")[0].count)
    lines = LongCells(text, _LONGEST_CELL, sign, strict=True)
    try:
        rows = [cells for line in lines if any(cells := [cell.strip() for cell in line])]
    except csv.Error as error:
        where = f"{path.name} line {lines.line_num}"
        raise InputError(field, where, f"whole rows ({error}); it may be cut short") from None
    return _by_column(path, field, rows)


def decoded(data: bytes) -> str:
    """The text of bytes: UTF-16 by its mark, UTF-8, else GB 18030 or Windows-1252.

    Western letters stand alone among ASCII, Chinese ones come in pairs of high bytes.
    """
    if data[:2] in _UTF16:
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        runs = [len(found) for found in _HIGH.findall(data)]
        western = sum(1 for length in runs if length == 1) * 2 > len(runs)
        return data.decode("cp1252" if western else "gb18030", errors="replace")


def _bytes(path: Path, field: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(field, path, f"a file that can be read ({error.strerror})") from None


def _by_column(path: Path, field: str, rows: list[list[str]]) -> list[dict[str, str]]:
    if not rows:
        raise InputError(field, path, "a CSV file whose first row names its columns")
    head = [name.casefold() for name in rows[0]]
    if twice := sorted({name for name in head if head.count(name) > 1}):
        raise InputError(field, path, f"columns with names of their own; {twice[0]!r} is twice")
    for number, cells in enumerate(rows[1:], 1):
        if len(cells) < len(head) or any(cells[len(head) :]):
            accepted = f"rows of {len(head)} cells as in the head; row {number} has {len(cells)}"
            raise InputError(field, path, accepted)
    return [dict(zip(head, cells, strict=False)) for cells in rows[1:]]
