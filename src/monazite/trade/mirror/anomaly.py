"""Anomalies: pairs whose gap is larger than where they lie and who they are would explain.

Formula B3 (Gara, Giammatteo & Tosti, Magic mirror in my hand, The World Economy 42, 2019): D =
ln(M/X) net of freight is explained by distance, shared borders, tariffs, and effects of exporter,
importer and code; what is left, over its robust scale, is averaged over the rows of a cell. A
country that under-reports everything alike is its own effect and does not stand out here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.trade.mirror.effects import additive
from monazite.trade.mirror.regression import bisquare, mad_scale, tukey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Words = NDArray[np.str_]

LEAST_ROWS = 50
_ROUNDS = 30
_CLOSE = 1e-6
_LEAST_SCALE = 1e-9


@dataclass(frozen=True, slots=True)
class Cell:
    """The index of a cell: its mean residual in units of scale, times √rows; and the mean ln."""

    key: tuple[str, ...]
    index: float
    gap: float
    rows: int


def standardised_residuals(
    gap: Floats, drivers: Floats, factors: Sequence[Words]
) -> tuple[Floats, Floats]:
    """Residuals of the gap, and the same over their robust scale; NaN rows stay NaN.

    Args:
        gap: ln(M/X), net of freight.
        drivers: columns such as ln distance, shared border, tariff; none has no columns.
        factors: exporter, importer, code: each an array of names, one per row.
    """
    known = np.isfinite(gap) & np.isfinite(drivers).all(axis=1)
    left = np.full(len(gap), np.nan)
    if known.sum() >= LEAST_ROWS:
        left[known] = _left(gap[known], drivers[known], [one[known] for one in factors])
    scale = max(mad_scale(left[known]), _LEAST_SCALE) if np.isfinite(left).any() else np.nan
    return left, left / scale


def risk_index(residual: Floats, standardised: Floats, keys: Sequence[Words]) -> tuple[Cell, ...]:
    """The cells of some keys (exporter and heading, say), the largest index first.

    Rows are winsorised at ±4 scales, so that one gross misreport does not make a pattern.
    """
    known = np.isfinite(standardised)
    named = np.column_stack([one[known] for one in keys])
    cells, number = np.unique(named, axis=0, return_inverse=True)
    number = number.reshape(-1)
    rows = np.bincount(number, minlength=len(cells))
    clipped = np.clip(standardised[known], -_WINSOR, _WINSOR)
    index = np.bincount(number, clipped, len(cells)) / np.sqrt(rows)
    gap = np.bincount(number, residual[known], len(cells)) / rows
    found = [
        Cell(tuple(key), float(one), float(mean), int(count))
        for key, one, mean, count in zip(cells.tolist(), index, gap, rows, strict=True)
    ]
    return tuple(sorted(found, key=lambda cell: (-cell.index, cell.key)))


_WINSOR = 4.0


def _left(gap: Floats, drivers: Floats, factors: Sequence[Words]) -> Floats:
    """What drivers and effects leave of the gap; outliers count less in every round."""
    weights = np.ones(len(gap))
    design = np.column_stack([np.ones(len(gap)), drivers])
    effects = np.zeros(len(gap))
    left = gap - np.median(gap)
    for _ in range(_ROUNDS):
        driven = design @ bisquare(design, gap - effects).coefficients
        found = additive(gap - driven, factors, weights)
        effects = gap - driven - found.residuals
        moved = float(np.max(np.abs(found.residuals - left)))
        left = found.residuals
        weights = np.maximum(tukey(left / max(mad_scale(left), _LEAST_SCALE)), _CLOSE)
        if moved < _CLOSE:
            break
    return left
