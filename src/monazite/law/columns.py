"""Columns as codes: each distinct cell is read once, rows are compared as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.errors import InputError
from monazite.law.cells import alike_cells
from monazite.law.places import unique_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import numpy.typing as npt

    from monazite.law.cells import Numeric


@dataclass(frozen=True, slots=True)
class Coded:
    """A column: per row the code of its value (0: not stated), and what went wrong per code."""

    codes: npt.NDArray[np.int64]
    values: tuple[Any, ...]
    errors: dict[int, InputError]

    def value(self, row: int) -> Any:  # noqa: ANN401 - a value of its field
        """The value in a row; None where nothing is stated."""
        return self.values[int(self.codes[row])]

    def mapped(self, fold: Callable[[Any], Any]) -> Coded:
        """The column with every value replaced by its representative."""
        return _coded([None if v is None else fold(v) for v in self.values], self.codes)


def encode(
    column: pa.ChunkedArray, read: Callable[[str], Any], numeric: Numeric | None = None
) -> Coded:
    """Read each distinct cell of a column once; what cannot be read is kept as an error.

    Where the field is numeric, one cell is read for all that the law cannot tell from it.
    """
    encoded = _as_text(column).combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):  # pragma: no cover - depends on pyarrow's version
        encoded = encoded.combine_chunks()
    cells = encoded.dictionary
    firsts = kind = np.arange(len(cells))
    if numeric is not None and len(cells):
        firsts, kind = alike_cells(cells, numeric)
    values, errors = _read(cells.take(pa.array(firsts)), read)
    if errors and len(firsts) < len(cells):
        # What is wrong with a cell is said in its own words.
        wrong = np.isin(kind + 1, list(errors))
        firsts, kind = unique_rows(
            [kind, np.where(wrong, np.arange(1, len(cells) + 1), 0)], len(cells)
        )
        values, errors = _read(cells.take(pa.array(firsts)), read)
    rows = encoded.indices.fill_null(len(cells)).to_numpy(zero_copy_only=False)
    return _coded(values, np.append(kind + 1, 0)[rows], errors)


def _read(
    cells: pa.StringArray, read: Callable[[str], Any]
) -> tuple[list[Any], dict[int, InputError]]:
    """The values of cells from place 1 on, and what went wrong by place."""
    values: list[Any] = [None]
    errors: dict[int, InputError] = {}
    for place, cell in enumerate(cells.to_pylist(), 1):
        words = cell.strip()
        try:
            values.append(read(words) if words else None)
        except InputError as error:
            values.append(None)
            errors[place] = error
    return values, errors


def _as_text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Cells as people write them: whole numbers without a point, days as YYYY-MM-DD."""
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_floating(column.type):
        whole = pc.all(pc.equal(pc.floor(column), column)).as_py()
        column = column.cast(pa.int64()) if whole else column
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.date32())
    return column.cast(pa.string())


def _coded(
    values: list[Any], codes: npt.NDArray[np.int64], errors: dict[int, InputError] | None = None
) -> Coded:
    """Give equal values one code; an error keeps a code of its own."""
    number: dict[Any, int] = {None: 0}
    kept: list[Any] = [None]
    wrong: dict[int, InputError] = {}
    map_ = np.zeros(len(values), np.int64)
    for old, value in enumerate(values):
        if errors and old in errors:
            map_[old] = len(kept)
            wrong[len(kept)] = errors[old]
            kept.append(None)
        elif value in number:
            map_[old] = number[value]
        else:
            map_[old] = number[value] = len(kept)
            kept.append(value)
    return Coded(map_[codes], tuple(kept), wrong)


def values_in(columns: Mapping[str, Coded], names: Iterable[str], row: int) -> dict[str, Any]:
    """What the named columns state in a row."""
    values = {name: columns[name].value(row) for name in names if name in columns}
    return {name: value for name, value in values.items() if value is not None}
