"""The pieces of a file, read and reshaped: what comes before anything is checked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from monazite.trade.reading.blocks import CELL, HEADER, PSEUDO
from monazite.trade.reading.columns_of import plan
from monazite.trade.reading.containers import (
    csv_blocks,
    json_records,
    parquet_batches,
    xlsx_sheets,
)
from monazite.trade.reading.containers.raw import Raw, as_text
from monazite.trade.reading.reshape import named, pivoted, unpivoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.trade.reading.containers.raw import Piece
    from monazite.trade.reading.detect import Match
    from monazite.trade.reading.sources import SourceFile

    Read = Callable[[int], None] | None


def pieces(file: SourceFile, match: Match, read: Read = None) -> Iterator[tuple[str, Piece]]:
    """The pieces of a file with the name of the sheet that each is from ("" where there is none).

    A long table that is pivoted is one piece, for a measure may stand anywhere in it.
    """
    layout = match.layout
    found = ((sheet, _shaped(file, match, sheet, one)) for sheet, one in _plain(file, match, read))
    if layout.pivot is None:
        return found
    gathered = [(sheet, one()) for sheet, one in found]
    if not gathered:
        return iter(())
    whole, pivot = _joined([raw for _, raw in gathered]), layout.pivot
    return iter([(gathered[0][0], lambda: pivoted(whole, pivot))])


def columns(match: Match) -> set[str]:
    """The columns that the pieces of a file have."""
    layout = match.layout
    found = {*plan(layout, match.header).positions, *PSEUDO[:2]}
    if layout.unpivot:
        found |= {HEADER, CELL}
    return found | set(layout.pivot.into.values() if layout.pivot else ())


def _plain(file: SourceFile, match: Match, read: Read) -> Iterator[tuple[str, Piece]]:
    layout = match.layout
    if layout.container.format == "xlsx":
        yield from xlsx_sheets.pieces(file, layout, read)
    elif layout.container.format == "csv":
        yield from (("", one) for one in csv_blocks.pieces(file, layout, match.row, read))
    else:
        module = parquet_batches if layout.container.format == "parquet" else json_records
        yield from (("", one) for one in module.pieces(file, layout, read))


def _shaped(file: SourceFile, match: Match, sheet: str, piece: Piece) -> Piece:
    """A piece with the columns that every table has, and with wide columns as rows."""
    wide = match.layout.unpivot is not None

    def shaped() -> Raw:
        raw = named(piece(), file.name, sheet)
        return unpivoted(raw) if wide else raw

    return shaped


def _joined(raws: list[Raw]) -> Raw:
    """Pieces one after the other, their rows numbered through."""
    before = np.cumsum([0, *(one.records for one in raws)])
    columns = {
        name: pa.concat_arrays([as_text(one.columns[name]) for one in raws])
        for name in raws[0].columns
    }
    rows = [one.rows + np.int32(start) for one, start in zip(raws, before[:-1], strict=True)]
    broken = [
        replace(bad, row=bad.row + int(start))
        for one, start in zip(raws, before[:-1], strict=True)
        for bad in one.broken
    ]
    return Raw(columns, np.concatenate(rows), int(before[-1]), tuple(broken))
