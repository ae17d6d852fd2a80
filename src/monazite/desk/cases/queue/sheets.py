"""Rows of texts as a file for a spreadsheet, in which no text becomes a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = "\ufeff"
"""What tells a spreadsheet that the file is UTF-8."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The file piece by piece; a text that would be a formula begins with an apostrophe."""
    yield _BOM
    for row in rows:
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow([_plain(text) for text in row])
        yield line.getvalue()


def as_xlsx(title: str, rows: Iterable[Iterable[str]]) -> bytes:
    """The workbook; every cell is a text, whatever it begins with."""
    from openpyxl import Workbook  # noqa: PLC0415 - only for this kind of file
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - likewise
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - likewise

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for row in rows:
        cells = [WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text)) for text in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
