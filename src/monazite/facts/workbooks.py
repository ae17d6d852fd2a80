"""Tables as an .xlsx workbook, a sheet each, in which no text becomes a formula."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import chain
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Cell = str | int | float | None
_TITLE, _LONGEST = 31, 32_767
"""Signs that the name of a sheet and a cell can hold."""
_NOT_IN_TITLES = str.maketrans("[]:*?/\\", "()-----")
_WIDE, _NARROW = 60, 10


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its heads, its rows; what is not known (None, NaN) is an empty cell.

    widths: of the columns in signs, as far as they are given.
    """

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[int] = ()


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The workbook; heads stay in sight, and every text is a text, whatever it begins with."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - likewise

    book = Workbook(write_only=True)
    for one in sheets:
        sheet = book.create_sheet(one.title.translate(_NOT_IN_TITLES)[:_TITLE])
        sheet.freeze_panes = "A2"
        for number, width in enumerate(one.widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        for row in chain([one.heads], one.rows):
            sheet.append([_cell(sheet, value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def fitted(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> tuple[int, ...]:
    """Widths that show the longest text of each column, within bounds."""
    columns = zip(*([heads, *rows]), strict=True)
    return tuple(
        min(_WIDE, max(_NARROW, 2 + max(len(str(cell)) for cell in column))) for column in columns
    )


def _cell(sheet: Any, value: Cell) -> Any:  # noqa: ANN401 - openpyxl's sheet and cell
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - only where a workbook is made
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - likewise

    if not isinstance(value, str):
        known = value is not None and isfinite(value)
        return WriteOnlyCell(sheet, value=value if known else None)
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST])
    cell.data_type = "s"
    return cell
