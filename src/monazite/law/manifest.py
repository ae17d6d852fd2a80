"""Manifests as files: read CSV, XLSX or Parquet, write the ruled table beside its findings."""

from __future__ import annotations

import contextlib
import difflib
import os
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.law.statement import READERS
from monazite.law.table import BadRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy.typing as npt

SUFFIXES = (".csv", ".xlsx", ".parquet")
_ACCEPTED = "accepted: a readable .csv (UTF-8), .xlsx or .parquet file with a header"
# A column so much like a field is a slip; ignoring it would rule on less than was said.
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Manifest:
    """The lines of a file: columns named like fields, line numbers, and rows that broke.

    The header is line 1. Columns of other names are carried along untouched.
    """

    table: pa.Table
    lines: npt.NDArray[np.int64]
    broken: tuple[BadRow, ...]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; InputError where the file or its header cannot be used."""
    readers: dict[str, Callable[[Path], Manifest]] = {
        ".csv": _read_csv,
        ".xlsx": _read_xlsx,
        ".parquet": lambda p: _whole(pq.read_table(p)),
    }
    reader = readers.get(path.suffix.casefold())
    if reader is None or not path.is_file():
        raise InputError("manifest", path, _ACCEPTED)
    try:
        manifest = reader(path)
    except (OSError, ValueError, KeyError, pa.ArrowException) as error:
        raise InputError("manifest", path, f"{_ACCEPTED}; it says: {error}") from None
    names = [_field(name) for name in manifest.table.column_names]
    for name in names:
        if names.count(name) > 1:
            raise InputError("manifest", name, "accepted: each column once")
    return Manifest(manifest.table.rename_columns(names), manifest.lines, manifest.broken)


def _field(name: str) -> str:
    known = name.strip().casefold().replace("-", "_").replace(" ", "_")
    if known in READERS:
        return known
    close = difflib.get_close_matches(known, READERS, n=1, cutoff=_ALIKE)
    if close:
        raise InputError("manifest", name, f"accepted: the column name {close[0]}")
    return name


def _whole(table: pa.Table) -> Manifest:
    return Manifest(table, np.arange(2, table.num_rows + 2), ())


def _read_csv(path: Path) -> Manifest:
    broken: list[BadRow] = []

    def note(row: Any) -> str:  # noqa: ANN401 - pyarrow's InvalidRow
        accepted = f"accepted: a row of {row.expected_columns} cells"
        broken.append(BadRow(row.number, InputError("row", row.text, accepted)))
        return "skip"

    table = pc.read_csv(
        path,
        read_options=pc.ReadOptions(use_threads=False),
        parse_options=pc.ParseOptions(newlines_in_values=True, invalid_row_handler=note),
        convert_options=pc.ConvertOptions(
            column_types=_all_text(path), strings_can_be_null=True, null_values=[""]
        ),
    )
    skipped = np.array([b.line for b in broken], np.int64)
    lines = np.setdiff1d(np.arange(2, table.num_rows + len(broken) + 2), skipped)
    return Manifest(table, lines, tuple(broken))


def _all_text(path: Path) -> dict[str, pa.DataType]:
    """Every column as text: "NO" is Norway and 0101 keeps its zero."""
    with path.open("rb") as file:
        header = pc.read_csv(pa.py_buffer(file.readline()))
    return dict.fromkeys(header.column_names, pa.string())


def _read_xlsx(path: Path) -> Manifest:
    from openpyxl import load_workbook  # noqa: PLC0415 - only for this kind of file

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except BadZipFile as error:
        raise ValueError(str(error)) from None
    rows = book.worksheets[0].iter_rows(values_only=True)
    header = [str(name) for name in next(rows, ()) if name is not None]
    cells = [[_cell(value) for value in row[: len(header)]] for row in rows]
    columns = list(zip(*cells, strict=True)) if cells else [()] * len(header)
    return _whole(
        pa.table({n: pa.array(c, pa.string()) for n, c in zip(header, columns, strict=True)})
    )


def _cell(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if whole and isinstance(value, float) else str(value)


def write_table(table: pa.Table, path: Path) -> None:
    """Write a table whole or not at all, in the kind that the file's name asks for."""
    if path.suffix.casefold() not in SUFFIXES:
        raise InputError("out", path, "accepted: a name that ends in .csv, .xlsx or .parquet")
    if not path.parent.is_dir():
        raise InputError("out", path, "accepted: a file in a folder that exists")
    with _replacing(path) as unfinished:
        if path.suffix.casefold() == ".parquet":
            pq.write_table(table, unfinished)
        elif path.suffix.casefold() == ".csv":
            pc.write_csv(_plain(table), unfinished)
        else:
            _write_xlsx(table, unfinished)


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=path.suffix)
    os.close(handle)
    try:
        yield Path(name)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _plain(table: pa.Table) -> pa.Table:
    """Dictionary columns as text, for formats that have no dictionaries."""
    plain = [
        column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
        for column in table.columns
    ]
    return pa.table(plain, names=table.column_names)


def _write_xlsx(table: pa.Table, path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - only for this kind of file
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("ruled")
    sheet.append(table.column_names)
    for row in _plain(table).to_pylist():
        cells = [WriteOnlyCell(sheet, value=value) for value in row.values()]
        for cell in cells:
            if cell.data_type == "f":
                # Text that begins with "=" came from outside; it is text, not a formula.
                cell.data_type = "s"
        sheet.append(cells)
    book.save(path)
