"""Rows of a workbook as texts."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.watch.screening.lists.reading.sources import BROKEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ZIP = b"PK\x03\x04"


def is_workbook(data: bytes) -> bool:
    """Whether the file is a workbook: a zip, which no text begins as."""
    return data.startswith(_ZIP)


def rows_of_workbook(path: Path, data: bytes, sheet: str | None) -> Iterator[list[str]]:
    """The rows of a sheet up to the last that holds anything, all of one length.

    InputError field "names" for no whole workbook, "sheet" for a sheet that is not there.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415 - likewise

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        if sheet is not None and sheet not in book.sheetnames:
            raise InputError("sheet", sheet, ", ".join(book.sheetnames))
        chosen = book[sheet or book.sheetnames[0]]
        rows = [[_text(cell) for cell in row] for row in chosen.iter_rows(values_only=True)]
    except (*BROKEN, InvalidFileException) as error:
        accepted = f"a whole .xlsx workbook; it may be cut short ({error})"
        raise InputError("names", path, accepted) from error
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    yield from (row + [""] * (width - len(row)) for row in rows)


def _text(value: object) -> str:
    """A cell as it would stand in a text: a day as ISO, a whole number without a point."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
