"""Rows of texts as a file for a spreadsheet, in which no text becomes a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from monazite.facts.workbooks import Sheet, workbook

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
    """The workbook, the first row the heads; every cell is a text, whatever it begins with."""
    lines = iter(rows)
    heads = tuple(next(lines, ()))
    return workbook([Sheet(title, heads, (tuple(row) for row in lines))])


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
