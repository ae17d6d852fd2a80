"""Manifests as CSV: the delimiter that the header uses, and the line on which each row begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc

from monazite.errors import InputError
from monazite.law.table import BadRow

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

# A spreadsheet writes what its country's decimal sign leaves free; the comma wins a tie.
_DELIMITERS = (",", ";", "\t")
_QUOTE, _LF, _CR = b'"\n\r'


def read_csv(path: Path) -> tuple[pa.Table, npt.NDArray[np.int64], tuple[BadRow, ...]]:
    """The rows as text, the number of each row's first line, and rows with too many or few cells.

    Empty lines are no rows, but count as lines.
    """
    data = path.read_bytes()
    starts, ends = _records(data)
    header = data[starts[0] : ends[0]] if len(starts) else b""
    delimiter = max(_DELIMITERS, key=lambda sign: header.count(sign.encode()))
    ragged: list[Any] = []

    def note(row: Any) -> str:  # noqa: ANN401 - pyarrow's InvalidRow
        ragged.append(row)
        return "skip"

    table = pc.read_csv(
        pa.py_buffer(data),
        read_options=pc.ReadOptions(use_threads=False),
        parse_options=pc.ParseOptions(
            delimiter=delimiter, newlines_in_values=True, invalid_row_handler=note
        ),
        convert_options=pc.ConvertOptions(
            column_types=_all_text(header, delimiter), strings_can_be_null=True, null_values=[""]
        ),
    )
    numbers = _numbers(data, starts, table.num_rows + len(ragged) + 1)
    # pyarrow counts the rows that are not empty, the header as 1.
    kept = np.setdiff1d(np.arange(1, len(numbers)), np.array([r.number for r in ragged]) - 1)
    broken = (BadRow(int(numbers[r.number - 1]), _ragged(r)) for r in ragged if r.text.strip())
    return table, numbers[kept], tuple(broken)


def _ragged(row: Any) -> InputError:  # noqa: ANN401 - pyarrow's InvalidRow
    return InputError("row", row.text, f"accepted: a row of {row.expected_columns} cells")


def _all_text(header: bytes, delimiter: str) -> dict[str, pa.DataType]:
    """Every column as text: "NO" is Norway and 0101 keeps its zero."""
    options = pc.ParseOptions(delimiter=delimiter, newlines_in_values=True)
    names = pc.read_csv(pa.py_buffer(header + b"\n"), parse_options=options).column_names
    return dict.fromkeys(names, pa.string())


def _records(
    data: bytes, *, quotes: bool = True
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Where each record that is not empty begins and ends; a quoted line end ends none."""
    signs = np.frombuffer(data, np.uint8)
    outside = signs == _line_end(data)
    if quotes and b'"' in data:
        # The count may wrap at 256: only whether it is odd is asked.
        outside &= np.cumsum(signs == _QUOTE, dtype=np.uint8) % 2 == 0
    ends = np.append(np.flatnonzero(outside), len(data))
    starts = np.append(0, ends[:-1] + 1)
    # Before its end a line of Windows has one sign more.
    closed = ends - (np.append(signs, 0)[ends - 1] == _CR)
    full = closed > starts
    return starts[full], ends[full]


def _line_end(data: bytes) -> int:
    return _LF if b"\n" in data else _CR


def _numbers(data: bytes, starts: npt.NDArray[np.int64], expected: int) -> npt.NDArray[np.int64]:
    """The line on which each record begins, as many as were read."""
    if len(starts) != expected:
        # A quotation mark inside a cell is a sign like others: each line is a record.
        starts, _ = _records(data, quotes=False)
    if len(starts) != expected:
        return np.arange(1, expected + 1)
    line_ends = np.flatnonzero(np.frombuffer(data, np.uint8) == _line_end(data))
    return np.searchsorted(line_ends, starts) + 1
