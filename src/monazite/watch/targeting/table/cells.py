"""Cells as numbers and as days; what cannot be read is refused with its column and its row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.errors import InputError

if TYPE_CHECKING:
    import numpy.typing as npt

    from monazite.watch.targeting.table.table import Table

    Floats = npt.NDArray[np.float64]
    Days = npt.NDArray[np.int64]

_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
_GROUPED = r"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$"
_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y.%m.%d", "%d.%m.%Y", "%Y年%m月%d日")
_HUGE = 1e30
"""Above any amount of anything, and well within what trees can hold."""
_CLOCK = r"[T ]\d{1,2}:.*$"
FIRST = date(1970, 1, 1)


def is_numeric(column: pa.Array) -> bool:
    """Whether every cell that is not empty is a number."""
    return bool(pc.all(pc.match_substring_regex(_plain(column), _NUMBER)).as_py() or False)


def numbers(table: Table, name: str) -> Floats:
    """A column as numbers, empty cells as NaN.

    Raises:
        InputError: field of the column's name, where a cell holds something else.
    """
    plain = _plain(table.column(name))
    fits = pc.fill_null(pc.match_substring_regex(plain, _NUMBER), fill_value=True)
    _refuse_first(table, name, fits, "a number, or nothing; or --ignore the column")
    found: Floats = pc.cast(plain, pa.float64()).to_numpy(zero_copy_only=False)
    small = pa.array(np.isnan(found) | (np.abs(found) < _HUGE))
    _refuse_first(table, name, small, f"an amount below {_HUGE:g}; or --ignore the column")
    return found.astype(np.float64)


def days(table: Table, name: str) -> Days:
    """A column as days since 1970-01-01; the time of day is dropped.

    Raises:
        InputError: field of the column's name, where a cell is empty or no day.
    """
    found = _days(table.column(name))
    known = pc.is_valid(found)
    _refuse_first(table, name, known, "a day in every row, as 2025-04-04")
    whole: Days = found.to_numpy(zero_copy_only=False).astype(np.int64)
    return whole


def open_days(table: Table, name: str) -> Floats:
    """A column as days since 1970-01-01; what is empty or no day is NaN."""
    found = pc.cast(_days(table.column(name)), pa.float64())
    whole: Floats = found.to_numpy(zero_copy_only=False)
    return whole


def day_of(number: int) -> date:
    """The day so many days after 1970-01-01."""
    return date.fromordinal(FIRST.toordinal() + number)


def iso(number: int) -> str:
    """The same as ISO 8601 writes it."""
    return day_of(int(number)).isoformat()


def _days(column: pa.Array) -> pa.Array:
    """Days as integers by the notation that most of the column is written in; null for others."""
    short = pc.replace_substring_regex(column, _CLOCK, "")
    best = pa.nulls(len(column), pa.int64())
    for notation in _DAYS:
        found = pc.strptime(short, notation, unit="s", error_is_null=True)
        read = pc.cast(pc.cast(pc.cast(found, pa.date32()), pa.int32()), pa.int64())
        if read.null_count < best.null_count:
            best = read
        if not best.null_count:
            break
    return best


def _plain(column: pa.Array) -> pa.Array:
    """Numbers without commas between thousands."""
    grouped = pc.match_substring_regex(column, _GROUPED)
    if not pc.any(grouped).as_py():
        return column
    return pc.if_else(grouped, pc.replace_substring(column, ",", ""), column)


def _refuse_first(table: Table, name: str, fits: pa.Array, accepted: str) -> None:
    """InputError for the first row that does not fit, where there is one."""
    wrong = np.flatnonzero(~np.asarray(fits.to_numpy(zero_copy_only=False), dtype=bool))
    if len(wrong):
        row = int(wrong[0])
        value = table.columns[name][row].as_py()
        more = f" ({len(wrong):,} rows)" if len(wrong) > 1 else ""
        raise InputError(name, f"{value or ''} in row {row + 1}{more}", accepted)
