"""Answers as files: checked before the work is done, written whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

_READABLE = 0o644


def place(path: Path, field: str, suffixes: Sequence[str] = ()) -> Path:
    """The file, if it can be written there and its name ends as it must; else InputError."""
    if suffixes and path.suffix.casefold() not in suffixes:
        raise InputError(field, path, f"a name that ends in {' or '.join(suffixes)}")
    try:
        usable = path.parent.is_dir() and os.access(path.parent, os.W_OK) and not path.is_dir()
    except OSError:  # the name is longer than the system allows
        usable = False
    if not usable:
        raise InputError(field, path, "a file in a folder that exists and takes files")
    return path


def write(data: bytes, path: Path, field: str) -> None:
    """Write beside the file, then put it in its place in one step; InputError where it cannot."""
    unfinished: str | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            unfinished = file.name
            file.write(data)
        # A temporary file is private; a table or a chart is for others to read.
        Path(unfinished).chmod(_READABLE)
        Path(unfinished).replace(path)
    except OSError as error:
        if unfinished is not None:
            Path(unfinished).unlink(missing_ok=True)
        raise InputError(field, path, f"a place that can be written; {error.strerror}") from None


def csv(table: pa.Table) -> bytes:
    """The table as CSV in UTF-8 with a header; decimals in full, an unknown as an empty cell."""
    import pyarrow.csv as pa_csv

    written = io.BytesIO()
    pa_csv.write_csv(table, written)
    return written.getvalue()


def parquet(table: pa.Table) -> bytes:
    """The table as Parquet, decimals as decimals."""
    import pyarrow.parquet as pq

    written = io.BytesIO()
    pq.write_table(table, written)
    return written.getvalue()
