"""A piece of a table as it was read: text in columns, the numbers of its rows, broken rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from monazite.trade.reading.columns_of import Plan

WORDS = pa.dictionary(pa.int32(), pa.string())
SEPARATOR = "|"
_WIDE = "@wide"


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that is no row of the table: its number in the piece, its text, and the fault."""

    row: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Raw:
    """A piece of a table.

    `columns` are text (or text as a dictionary) by the layout's names; `rows` the numbers of its
    rows, counted from 0 in the piece; `records` how many rows of the file the piece covers, broken
    ones included; `aside` are rows of the side file; `lines` gives the whole text of some rows.
    """

    columns: dict[str, pa.Array]
    rows: npt.NDArray[np.int32]
    records: int
    broken: tuple[Broken, ...] = ()
    aside: tuple[pa.Table, ...] = ()
    lines: Callable[[pa.Array], pa.Array | None] | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def text(self, at: npt.NDArray[np.int64]) -> pa.Array:
        """The whole text of the rows at those positions; without their line, their cells."""
        if self.lines and (lines := self.lines(pa.array(self.rows[at]))) is not None:
            return lines
        read = (column for name, column in self.columns.items() if not name.startswith("@"))
        cells = [as_text(column.take(pa.array(at))) for column in read]
        return pc.binary_join_element_wise(
            *cells, SEPARATOR, null_handling="replace", null_replacement=""
        )

    def take(self, at: npt.NDArray[np.int64]) -> Raw:
        """The rows at those positions."""
        where = pa.array(at)
        columns = {name: column.take(where) for name, column in self.columns.items()}
        return replace(self, columns=columns, rows=self.rows[at])


Piece = Callable[[], Raw]
"""A piece that is read when it is called, so that pieces can be read side by side."""


def as_text(column: pa.Array) -> pa.Array:
    """A column as plain text."""
    if pa.types.is_dictionary(column.type):
        return column.dictionary_decode()
    return column if pa.types.is_string(column.type) else pc.cast(column, pa.string())


def as_words(column: pa.Array) -> pa.DictionaryArray:
    """A column as its distinct words, and for each row which of them."""
    return column if pa.types.is_dictionary(column.type) else column.dictionary_encode()


def numbers(count: int) -> npt.NDArray[np.int32]:
    """The numbers 0 … count - 1."""
    return np.arange(count, dtype=np.int32)


def breaks_off(name: str, rows: int, why: object) -> InputError:
    """The error of a file that ends before its end."""
    return InputError(
        "path",
        name,
        f"a whole file; this one breaks off after {rows:,} readable rows ({why}); "
        "fetch it again, nothing was stored",
    )


def words(values: Sequence[Any]) -> pa.Array:
    """Python values of one column as text: None stays missing, whole floats lose their point."""
    return pa.array([_word(value) for value in values], pa.string())


def _word(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def wide_columns(where: Plan) -> dict[str, int]:
    """The names of wide columns before they become rows, and where they stand."""
    return {f"{_WIDE}{n}:{where.header[n].strip()}": n for n in where.wide}


def wide_header(name: str) -> str | None:
    """The header of a wide column by its name; None where it is none."""
    return name.partition(":")[2] if name.startswith(_WIDE) else None
