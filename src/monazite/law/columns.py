"""Columns as codes: each distinct cell is read once, rows are compared as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

_WIDEST = 2**62


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


def encode(column: pa.ChunkedArray, read: Callable[[str], Any]) -> Coded:
    """Read each distinct cell of a column once; what cannot be read is kept as an error."""
    text = _as_text(column)
    encoded = text.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):  # pragma: no cover - depends on pyarrow's version
        encoded = encoded.combine_chunks()
    raw = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64) + 1
    values: list[Any] = [None]
    errors: dict[int, InputError] = {}
    for code, cell in enumerate(encoded.dictionary.to_pylist(), 1):
        words = cell.strip()
        try:
            values.append(read(words) if words else None)
        except InputError as error:
            values.append(None)
            errors[code] = error
    return _coded(values, raw, errors)


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


def unique_rows(
    columns: list[npt.NDArray[np.int64]], rows: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The first row of each distinct combination, and per row the number of its combination."""
    key = np.zeros(rows, np.int64)
    for codes in columns:
        size = int(codes.max(initial=0)) + 1
        if int(key.max(initial=0)) > _WIDEST // size - 1:
            key = np.unique(key, return_inverse=True)[1].astype(np.int64)
        key = key * size + codes
    _, firsts, inverse = np.unique(key, return_index=True, return_inverse=True)
    return firsts.astype(np.int64), inverse.astype(np.int64)
