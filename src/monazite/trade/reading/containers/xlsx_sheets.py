"""Workbooks: every sheet that the layout names, from the row that holds its header."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.trade.reading.columns_of import missing, plan
from monazite.trade.reading.containers.raw import Raw, numbers, wide_columns, words
from monazite.trade.reading.containers.unpacked import whole
from monazite.trade.reading.sources import too_tight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from monazite.trade.reading.columns_of import Plan
    from monazite.trade.reading.containers.raw import Piece
    from monazite.trade.reading.layout import Layout
    from monazite.trade.reading.sources import SourceFile

_PIECE = 20_000
LOOKED_AT = 50
"""How many rows are searched for the header."""


def sheets(file: SourceFile) -> dict[str, list[list[str]]]:
    """The first rows of every sheet."""
    with _Workbook(file) as book:
        return {
            sheet.title: [_texts(row) for row in islice(_rows(sheet), LOOKED_AT)]
            for sheet in book.worksheets
        }


def pieces(
    file: SourceFile, layout: Layout, read: Callable[[int], None] | None = None
) -> Iterator[tuple[str, Piece]]:
    """The pieces of all sheets of the layout, each with the name of its sheet."""
    with _Workbook(file, read) as book:
        for sheet in book.worksheets:
            if not re.search(layout.container.sheets, sheet.title):
                continue
            rows = _rows(sheet)
            where = _header(layout, rows)
            while where and (block := list(islice(rows, _PIECE))):
                yield sheet.title, partial(_read, block, where)


def _header(layout: Layout, rows: Iterator[Sequence[Any]]) -> Plan | None:
    """Where the columns stand, by the first row that holds them; the rows stand behind it then."""
    fixed = layout.container.header_row
    for number, row in enumerate(islice(rows, LOOKED_AT), 1):
        found = plan(layout, _texts(row))
        if number == fixed or (fixed is None and not missing(layout, found)):
            return found
    return None


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:  # noqa: ANN401 - openpyxl's sheet
    return (
        row for row in sheet.iter_rows(values_only=True) if any(cell is not None for cell in row)
    )


def _texts(row: Sequence[Any]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in row]


def _read(block: list[Sequence[Any]], where: Plan) -> Raw:
    positions = where.positions | wide_columns(where)
    columns = {name: words([_cell(row, n) for row in block]) for name, n in positions.items()}
    return Raw(columns, numbers(len(block)), len(block))


def _cell(row: Sequence[Any], position: int) -> Any:  # noqa: ANN401 - what the sheet holds
    cell = row[position] if position < len(row) else None
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell


class _Workbook:
    """A workbook that is closed again."""

    def __init__(self, file: SourceFile, read: Callable[[int], None] | None = None) -> None:
        import openpyxl  # noqa: PLC0415 - most files are no workbooks

        data = whole(file, read)
        try:
            with zipfile.ZipFile(data) as packed:
                for entry in packed.infolist():
                    too_tight(file.name, entry.file_size, entry.compress_size)
            self._book = openpyxl.load_workbook(data, read_only=True, data_only=True)
        except (zipfile.BadZipFile, KeyError, ValueError, OSError) as broken:
            raise InputError("path", file.name, f"a whole XLSX workbook ({broken})") from broken

    def __enter__(self) -> Any:  # noqa: ANN401 - openpyxl's workbook
        return self._book

    def __exit__(self, *_: object) -> None:
        self._book.close()
