"""Wide tables to rows, and rows of several measures to one row, before anything is read of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.trade.reading.blocks import CELL, FILE, HEADER, SHEET
from monazite.trade.reading.containers.raw import Raw, as_text, as_words, wide_header
from monazite.trade.reading.faults import Fault, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.trade.reading.blocks import Pivot


def named(raw: Raw, file: str, sheet: str) -> Raw:
    """A piece with the file's and the sheet's name as columns."""
    zeros = pa.array(np.zeros(len(raw), np.int32))
    both = {FILE: file, SHEET: sheet}
    columns = {
        name: pa.DictionaryArray.from_arrays(zeros, pa.array([text])) for name, text in both.items()
    }
    return replace(raw, columns={**raw.columns, **columns})


def unpivoted(raw: Raw) -> Raw:
    """Each row once for every wide column, whose header and cell it then holds."""
    wide = {name: text for name in raw.columns if (text := wide_header(name)) is not None}
    fixed = {name: column for name, column in raw.columns.items() if name not in wide}
    at = np.tile(np.arange(len(raw)), len(wide))
    columns = {name: column.take(pa.array(at)) for name, column in fixed.items()}
    which = np.repeat(np.arange(len(wide), dtype=np.int32), len(raw))
    columns[HEADER] = pa.DictionaryArray.from_arrays(which, pa.array(list(wide.values())))
    columns[CELL] = pa.concat_arrays([as_text(raw.columns[name]) for name in wide])
    return replace(raw, columns=columns, rows=raw.rows[at])


def pivoted(raw: Raw, pivot: Pivot) -> Raw:
    """One row for the rows that differ in the measure alone; rows of other measures are told.

    Where a measure stands twice under the same keys, it makes a row of its own each time.
    """
    measure = pc.utf8_trim_whitespace(as_text(raw.columns[pivot.by]))
    group = _groups(raw, pivot.keys, measure)
    heads = np.unique(group, return_index=True)[1]
    columns = {name: column.take(pa.array(heads)) for name, column in raw.columns.items()}
    known = np.zeros(len(raw), np.bool_)
    for word, name in pivot.into.items():
        here = np.asarray(pc.equal(measure, word).fill_null(False))  # noqa: FBT003 - a mask
        known |= here
        at = np.full(len(heads), -1)
        at[group[here]] = np.flatnonzero(here)
        where = pa.array(at, mask=at < 0)
        cells = as_text(raw.columns[pivot.value]).take(where)
        old = columns.get(name)
        columns[name] = cells if old is None or name in raw.columns else pc.coalesce(old, cells)
    other = np.flatnonzero(~known)
    fault = Fault("other_measure", pivot.by, (pivot.by,), other)
    aside = (told(fault, raw),) if len(other) else ()
    whole = replace(raw, columns=columns, rows=raw.rows[heads], lines=None, aside=aside)
    holds = np.zeros(len(heads), np.bool_)
    holds[group[known]] = True
    return whole.take(np.flatnonzero(holds))


def _groups(raw: Raw, keys: Sequence[str], measure: pa.Array) -> np.ndarray:
    """A number for each row: the same for rows of the same keys, in the order of first sight."""
    packed = np.zeros(len(raw), np.int64)
    for name in keys:
        packed = _renumbered(packed, as_words(raw.columns[name]).indices.fill_null(-1).to_numpy())
    twice = _occurrence(_renumbered(packed, as_words(measure).indices.fill_null(-1).to_numpy()))
    return _renumbered(packed, twice)


def _renumbered(so_far: np.ndarray, more: np.ndarray) -> np.ndarray:
    """A number for each pair of two numbers, in the order of first sight."""
    pairs = so_far.astype(np.int64) * (int(more.max(initial=0)) + 2) + more + 1
    _, first, inverse = np.unique(pairs, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def _occurrence(kind: np.ndarray) -> np.ndarray:
    """How many rows of the same kind stand before each row."""
    order = np.argsort(kind, kind="stable")
    ordered = kind[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]][: len(kind)])
    lengths = np.diff(np.r_[starts, len(kind)])
    count = np.arange(len(kind)) - np.repeat(starts, lengths)
    found = np.empty(len(kind), np.int64)
    found[order] = count
    return found
