"""A chunk as a file: Parquet that carries whose it is, and a hash of each of its columns."""

from __future__ import annotations

import hashlib
import io
import json
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from monazite.shock.model.model import Floats

_KEY = b"monazite.sweep"
_SCENARIO = "scenario"


class Stamp(NamedTuple):
    """Whose a chunk is: hash of the sweep, number, scenarios from first to before last."""

    sweep: str
    chunk: int
    first: int
    last: int


class Torn(Exception):  # noqa: N818 - a state of a file, which is mended
    """A file that is not the whole chunk that it should be."""


def encoded(names: Sequence[str], numbers: Floats, stamp: Stamp) -> bytes:
    """The file: numbers of the scenarios, then a column for each name; NaN is null."""
    hashes = {name: _hash(column) for name, column in zip(names, numbers, strict=True)}
    head = json.dumps({**stamp._asdict(), "hashes": hashes})
    scenario = pa.array(np.arange(stamp.first, stamp.last, dtype=np.int64))
    columns = [pa.array(column, from_pandas=True) for column in numbers]
    made = pa.table([scenario, *columns], names=[_SCENARIO, *names])
    written = io.BytesIO()
    pq.write_table(
        made.replace_schema_metadata({_KEY: head.encode()}), written, compression="zstd",
        use_dictionary=False, column_encoding=dict.fromkeys(names, "BYTE_STREAM_SPLIT"),
    )  # fmt: skip
    return written.getvalue()


def decoded(path: Path, stamp: Stamp, names: Sequence[str]) -> Mapping[str, Floats]:
    """Some columns of a chunk; Torn where the file is not whole, or another's."""
    try:
        with pq.ParquetFile(path) as file:
            head = json.loads((file.schema_arrow.metadata or {})[_KEY])
            table = file.read(columns=list(names))
        found = {name: table[name].to_numpy() for name in names}
        wanted = {**stamp._asdict(), "hashes": {name: _hash(found[name]) for name in names}}
        hashes = {name: head["hashes"][name] for name in names}
    except (OSError, pa.ArrowException, KeyError, ValueError, TypeError) as error:
        raise Torn(str(error)) from error
    if {**head, "hashes": hashes} != wanted or table.num_rows != stamp.last - stamp.first:
        raise Torn(path.name)
    return found


def _hash(column: Floats) -> str:
    # One NaN has many bit patterns, and a file keeps none of them.
    plain = np.where(np.isnan(column), np.nan, column)
    return hashlib.sha256(plain.astype("<f8").tobytes()).hexdigest()
