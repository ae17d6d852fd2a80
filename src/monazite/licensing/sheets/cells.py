"""A cell → the text that a person sees in it, or why it cannot be taken.

Excel keeps numbers as floats of 15 digits; a cell beyond that has already lost some.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.licensing.sheets.strings import unescape

if TYPE_CHECKING:
    from openpyxl.cell import Cell

_DIGITS = 15


class Untaken(Exception):  # noqa: N818 - it is caught beside the cell and becomes part of a list
    """Why a cell cannot be taken, in a few words."""


def text(cell: Cell) -> str:
    """The text of a cell of a workbook opened with its formulas, "" for an empty one.

    Raises:
        Untaken: a formula, an error, a time of day, or more digits than Excel keeps.
    """
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise Untaken("a formula")
    if cell.data_type == "e":
        raise Untaken(f"the error {value}")
    if isinstance(value, str):
        return unescape(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return _number(value, per_cent="%" in cell.number_format)
    return _day(value)


def _day(value: object) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    raise Untaken("a time of day")


def _number(value: float, *, per_cent: bool) -> str:
    short = Decimal(f"{value:.{_DIGITS}g}")
    if (
        not short.is_finite()
        or (float(short) != value)
        or (isinstance(value, int) and short != value)
    ):
        raise Untaken(f"a number of more than {_DIGITS} digits; format the cell as text")
    plain = _plain(short * 100 if per_cent else short)
    return f"{plain} %" if per_cent else plain


def _plain(number: Decimal) -> str:
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
