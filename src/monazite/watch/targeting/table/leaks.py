"""Columns that give the outcome away: written down after an inspection, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

    Floats = npt.NDArray[np.float64]

_SURE = 0.995
"""The part of both what was found and what was clean that a column must tell."""
_VALUES = 50
"""Values of a column above which telling all rows may be chance."""


def tells_outcome(cells: pa.Array, measured: Floats | None, found: Floats) -> bool:
    """Whether a column alone tells nearly every outcome, found and clean alike.

    measured: its numbers where it is a measure, of which the best single cut is tried.
    """
    looked = ~np.isnan(found)
    y = found[looked].astype(bool)
    if measured is not None:
        return _best_cut(measured[looked], y) >= _SURE
    values = pc.dictionary_encode(cells, null_encoding="encode")
    codes = values.indices.to_numpy(zero_copy_only=False).astype(np.int64)[looked]
    if len(values.dictionary) > _VALUES:
        return False
    size = len(values.dictionary)
    hits, misses = np.bincount(codes[y], minlength=size), np.bincount(codes[~y], minlength=size)
    guess = hits * (~y).sum() > misses * y.sum()
    return bool(min(guess[codes[y]].mean(), 1 - guess[codes[~y]].mean()) >= _SURE)


def _best_cut(x: Floats, y: npt.NDArray[np.bool_]) -> float:
    """The least of the parts told right by the best cut of a measure, either way round."""
    known = ~np.isnan(x)
    if not y[known].any() or y[known].all():
        return 0.0
    order = np.argsort(x[known], kind="stable")
    x, y = x[known][order], y[known][order]
    ends = np.append(x[1:] != x[:-1], False)
    below = np.cumsum(y) / y.sum()
    clean = np.cumsum(~y) / (~y).sum()
    told = np.maximum(np.minimum(1 - below, clean), np.minimum(below, 1 - clean))
    return float(told[ends].max(initial=0.0))
