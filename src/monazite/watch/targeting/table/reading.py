"""Read a table of declarations: CSV in UTF-8 or GB 18030, or Parquet."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.watch.targeting.table.table import Table, digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Source = str | Path | Mapping[str, Sequence[object]] | Table

_PARQUET = b"PAR1"
_SIGNS = (",", ";", "\t", "|")
_ENCODINGS = ("utf-8-sig", "gb18030")


def read(source: Source) -> Table:
    """The table of a file, or of columns of values; InputError field "table" where it is none."""
    if isinstance(source, Table):
        return source
    if isinstance(source, str | Path):
        return _file(Path(source))
    columns = {str(name): _text(_array(values)) for name, values in source.items()}
    return _table("columns", columns, digest(columns))


def _file(path: Path) -> Table:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError("table", path, f"a file that can be read; {error.strerror}") from None
    try:
        found = pq.read_table(io.BytesIO(data)) if data[:4] == _PARQUET else _csv(data, path)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        said = str(error).split("\n", 1)[0]
        raise InputError("table", path, f"a whole CSV or Parquet file; {said}") from None
    columns = {name: _text(found.column(number)) for number, name in enumerate(found.column_names)}
    return _table(path.name, columns, hashlib.sha256(data).hexdigest())


def _csv(data: bytes, path: Path) -> pa.Table:
    text = _decoded(data, path)
    first = text[: text.find("\n") if "\n" in text else len(text)]
    sign = max(_SIGNS, key=first.count)
    names = [name.strip() for name in next(csv.reader(io.StringIO(first), delimiter=sign), [])]
    _named(names, path)
    options = pa_csv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True, null_values=[""]
    )
    reading = pa_csv.ReadOptions(column_names=names, skip_rows=1)
    parsing = pa_csv.ParseOptions(delimiter=sign, newlines_in_values=True)
    return pa_csv.read_csv(io.BytesIO(text.encode("utf-8")), reading, parsing, options)


def _decoded(data: bytes, path: Path) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("table", path, "text in UTF-8 or GB 18030")


def _named(names: list[str], path: Path) -> None:
    if not any(names):
        raise InputError("table", path, "a table with a row of column names")
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError("table", ", ".join(twice), "a name for each column, each once")


def _array(values: Sequence[object]) -> pa.Array:
    """Values of one kind as they are, mixed ones as text."""
    try:
        return pa.array(values)
    except (pa.ArrowTypeError, pa.ArrowInvalid):
        return pa.array([None if one is None else str(one) for one in values], pa.string())


def _text(values: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Values as text without spaces around them; nothing as null."""
    whole = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    text = pc.utf8_trim_whitespace(pc.cast(whole, pa.string()))
    return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)


def _table(name: str, columns: dict[str, pa.Array], digest: str) -> Table:
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1:
        raise InputError("table", name, "columns that are all of one length")
    rows = lengths.pop() if lengths else 0
    if not rows:
        raise InputError("table", name, "at least one row below the names of the columns")
    return Table(name, columns, rows, digest)
