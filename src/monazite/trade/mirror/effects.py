"""Additive effects: how much of a figure goes with its exporter, its importer, its code.

Effects are fitted by turns (backfitting, Hastie & Tibshirani 1990), so thousands of countries and
codes need no matrix; each is drawn towards zero as if it had `shrink` more rows without effect.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_SWEEPS, _CLOSE = 200, 1e-9


@dataclass(frozen=True, slots=True)
class Effects:
    """The mean of a response, the effect of every level of every factor, and what is left."""

    mean: float
    levels: tuple[NDArray[np.str_], ...]
    values: tuple[Floats, ...]
    residuals: Floats

    def of(self, factor: int) -> dict[str, float]:
        """The effects of one factor by its levels."""
        return dict(zip(self.levels[factor].tolist(), self.values[factor].tolist(), strict=True))


def additive(
    response: Floats,
    factors: Sequence[NDArray[np.str_]],
    weights: Floats | None = None,
    shrink: float = 0.0,
) -> Effects:
    """Weighted effects of several factors on a response."""
    weights = np.ones(len(response)) if weights is None else weights
    levels, codes = _encoded(factors)
    mean = float(np.average(response, weights=weights))
    values = [np.zeros(len(names)) for names in levels]
    rows = [
        np.bincount(code, weights, len(names)) for code, names in zip(codes, levels, strict=True)
    ]
    left = response - mean
    for _ in range(_SWEEPS):
        moved = 0.0
        for number, code in enumerate(codes):
            partial = left + values[number][code]
            summed = np.bincount(code, weights * partial, len(rows[number]))
            fresh = summed / np.maximum(rows[number] + shrink, np.finfo(float).tiny)
            moved = max(moved, float(np.max(np.abs(fresh - values[number]))))
            left = partial - fresh[code]
            values[number] = fresh
        if moved < _CLOSE:
            break
    return Effects(mean, levels, tuple(values), left)


def _encoded(
    factors: Sequence[NDArray[np.str_]],
) -> tuple[tuple[NDArray[np.str_], ...], tuple[NDArray[np.int64], ...]]:
    """The levels of every factor, and the number of its level for every row."""
    found = [np.unique(factor, return_inverse=True) for factor in factors]
    return tuple(names for names, _ in found), tuple(codes for _, codes in found)
