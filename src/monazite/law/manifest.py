"""Manifests as files: CSV, XLSX or Parquet in, the ruled table and its findings out."""

from __future__ import annotations

import contextlib
import difflib
import os
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.law.manifest_csv import read_csv
from monazite.law.statement import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy.typing as npt

    from monazite.law.table import BadRow

SUFFIXES = (".csv", ".xlsx", ".parquet")
_ACCEPTED = "accepted: a readable .csv (UTF-8), .xlsx or .parquet file with a header"
# A column so much like a field is a slip; ignoring it would rule on less than was said.
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Manifest:
    """The lines of a file: columns named like fields, line numbers, and rows that broke.

    The header is line 1. Columns of other names are carried along untouched; columns without a
    name and rows without a value are left out.
    """

    table: pa.Table
    lines: npt.NDArray[np.int64]
    broken: tuple[BadRow, ...]


def read_manifest(path: Path) -> Manifest:
    """Read a manifest; InputError where the file or its header cannot be used."""
    readers: dict[str, Callable[[Path], Manifest]] = {
        ".csv": lambda p: Manifest(*read_csv(p)),
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
    return _without_blanks(manifest)


def _without_blanks(manifest: Manifest) -> Manifest:
    """The manifest without columns that have no name and rows that have no value."""
    places = [n for n, name in enumerate(manifest.table.column_names) if name.strip()]
    table = manifest.table.select(places)
    names = [_field(name) for name in table.column_names]
    for name in names:
        if names.count(name) > 1:
            raise InputError("manifest", name, "accepted: each column once")
    table, said = table.rename_columns(names), np.zeros(table.num_rows, bool)
    for column in table.columns:
        said |= pc.is_valid(column).to_numpy()
    if said.all():
        return Manifest(table, manifest.lines, manifest.broken)
    return Manifest(table.filter(pa.array(said)), manifest.lines[said], manifest.broken)


def _field(name: str) -> str:
    known = name.strip().casefold().replace("-", "_").replace(" ", "_")
    if known in READERS:
        return known
    close = difflib.get_close_matches(known, READERS, n=1, cutoff=_ALIKE)
    if close:
        raise InputError("manifest", name, f"accepted: the column name {close[0]}")
    return name


def _whole(table: pa.Table, first: int = 2) -> Manifest:
    return Manifest(table, np.arange(first, table.num_rows + first), ())


def _read_xlsx(path: Path) -> Manifest:
    from openpyxl import load_workbook  # noqa: PLC0415 - only for this kind of file

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except BadZipFile as error:
        raise ValueError(str(error)) from None
    rows = [
        [_cell(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)
    ]
    start = next((n for n, row in enumerate(rows) if any(row)), len(rows))
    header = [name or "" for name in rows[start]] if rows[start:] else []
    columns = (
        pa.array([row[n] if n < len(row) else None for row in rows[start + 1 :]], pa.string())
        for n in range(len(header))
    )
    # A cell without a name above it stays in its place, so that the others keep theirs.
    return _whole(pa.Table.from_arrays(list(columns), names=header), start + 2)


def _cell(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    whole = isinstance(value, float) and value.is_integer()
    return (str(int(value)) if whole and isinstance(value, float) else str(value)).strip() or None


def output_places(out: Path, manifest: Path) -> tuple[Path, Path]:
    """Where the table and its findings go; InputError where one of them cannot."""
    findings = out.with_suffix(f".findings{out.suffix}")
    for place in (out, findings):
        _check_place(place)
        if place.exists() and place.samefile(manifest):
            accepted = f"another name; writing {place.name} would replace the manifest"
            raise InputError("out", out, accepted)
    return out, findings


def _check_place(path: Path) -> None:
    if path.suffix.casefold() not in SUFFIXES:
        raise InputError("out", path, "accepted: a name that ends in .csv, .xlsx or .parquet")
    try:
        usable = os.access(path.parent, os.W_OK) and path.parent.is_dir() and not path.is_dir()
    except OSError:
        # The name is longer than the system allows.
        usable = False
    if not usable:
        raise InputError("out", path, "accepted: a file in a folder that exists and takes files")


def write_table(table: pa.Table, path: Path) -> None:
    """Write a table whole or not at all, in the kind that the file's name asks for."""
    _check_place(path)
    try:
        _write(table, path)
    except OSError as error:
        accepted = f"accepted: a place that can be written; it says: {error.strerror}"
        raise InputError("out", path, accepted) from None


def _write(table: pa.Table, path: Path) -> None:
    with _replacing(path) as unfinished:
        if path.suffix.casefold() == ".parquet":
            pq.write_table(table, unfinished)
        elif path.suffix.casefold() == ".csv":
            pa_csv.write_csv(_plain(table), unfinished)
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
