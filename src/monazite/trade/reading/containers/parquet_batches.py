"""Parquet: only the columns that are needed, typed values as exact text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from monazite.errors import InputError
from monazite.trade.reading.columns_of import Plan, amounts, plan
from monazite.trade.reading.containers.raw import Piece, Raw, numbers, wide_columns
from monazite.trade.reading.containers.unpacked import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.trade.reading.layout import Layout
    from monazite.trade.reading.sources import SourceFile

MAGIC = b"PAR1"
_BATCH = 1 << 17


def header(file: SourceFile) -> list[str]:
    """The names of the columns."""
    return list(_opened(file).schema_arrow.names)


def pieces(
    file: SourceFile, layout: Layout, read: Callable[[int], None] | None = None
) -> Iterator[Piece]:
    """The pieces of a Parquet file in the order of its rows."""
    opened = _opened(file)
    where = plan(layout, opened.schema_arrow.names)
    numeric = {where.positions[name] for name in amounts(layout) if name in where.positions}
    wanted = sorted({*where.positions.values(), *where.wide})
    share = file.size // max(opened.metadata.num_rows, 1)
    names = [where.header[n] for n in wanted]
    try:
        for batch in opened.iter_batches(_BATCH, columns=names, use_threads=False):
            if read:
                read(len(batch) * share)
            yield partial(_read, batch, where, {*numeric, *where.wide})
    except (pa.ArrowException, OSError) as broken:
        raise InputError("path", file.name, f"a whole Parquet file ({broken})") from broken


def _opened(file: SourceFile) -> pq.ParquetFile:
    """The file, mapped where it lies on disk by itself."""
    try:
        place: Any = whole(file) if file.member else pa.memory_map(str(file.path))
        return pq.ParquetFile(place, pre_buffer=False)
    except (pa.ArrowException, OSError) as broken:
        raise InputError("path", file.name, f"a whole Parquet file ({broken})") from broken


def _read(batch: pa.RecordBatch, where: Plan, numeric: set[int]) -> Raw:
    names = where.positions | wide_columns(where)
    columns = {
        name: _text(batch.column(where.header[n]), distinct=n not in numeric)
        for name, n in names.items()
    }
    return Raw(columns, numbers(len(batch)), len(batch))


def _text(column: pa.Array, *, distinct: bool) -> pa.Array:
    """A column as text; one of words through its distinct values, of which there are few."""
    if distinct and not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    if pa.types.is_dictionary(column.type):
        return pa.DictionaryArray.from_arrays(
            column.indices.cast(pa.int32()), pc.cast(column.dictionary, pa.string())
        )
    return pc.cast(column, pa.string())
