"""Robust lines: y = a + b·x + e in many groups at once, by Tukey's bisquare with the MAD as scale.

Iteratively reweighted least squares from ordinary least squares: weights (1 − (z / 4.685)²)², zero
beyond 4.685; z = e / (1.4826 · median |e|), which is the standard deviation where e is normal.
Source: Beaton & Tukey, Technometrics 16 (1974) 147; Holland & Welsch, Communications in Statistics
A6 (1977) 813 for the constant, which keeps 95 % efficiency.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

TUNING = 4.685
SIGMA_OF_MAD = 1.4826
_ROUNDS = 50
_SETTLED = 3e-3
"""Of a scale: when no line moves further, the lines are found."""
_WORTH_LEAVING = 0.6
_NO_SPREAD = 1e-9
_FAR = 100.0
"""No logarithm of a unit value lies so far from its line; what does is as far."""
_STRIDE = 128.0


@dataclass(frozen=True, slots=True)
class Lines:
    """Of every row its residual, and that over its group's scale (NaN where there is no spread)."""

    z: Floats
    residual: Floats


def robust_lines(x: Floats, y: Floats, starts: Integers) -> Lines:
    """Fit a line in each group of rows that stand together.

    Args:
        x: the regressor; a group where it does not vary has slope 0.
        y: what is explained.
        starts: the first row of each group, ascending from 0; groups have at least one row.
    """
    counts = np.diff(np.append(starts, len(y)))
    x = x - np.repeat(np.add.reduceat(x, starts) / counts, counts)
    level, slope = _settled(x, y, starts, counts)
    residual = _residual(x, y, level, slope, counts)
    scale = _scale(residual, starts, counts)
    z = residual / np.repeat(np.where(np.isfinite(scale), scale, np.nan), counts)
    return Lines(z, residual)


def _settled(x: Floats, y: Floats, starts: Integers, counts: Integers) -> tuple[Floats, Floats]:
    """Level and slope of each group; groups whose line has come to rest are worked on no more."""
    now = _weighted(x, y, np.ones_like(y), starts)
    level, slope = now[0].copy(), now[1].copy()
    at_work = np.arange(len(starts))
    for _ in range(_ROUNDS):
        residual = _residual(x, y, *now, counts)
        scale = _scale(residual, starts, counts)
        before = now
        now = _weighted(x, y, _bisquare(residual, np.repeat(scale, counts)), starts)
        level[at_work], slope[at_work] = now
        moves = (np.abs(now[0] - before[0]) + np.abs(now[1] - before[1])) >= _SETTLED * scale
        if not moves.any():
            break
        if moves.mean() < _WORTH_LEAVING:
            rows = np.repeat(moves, counts)
            x, y, counts, at_work = x[rows], y[rows], counts[moves], at_work[moves]
            starts, now = np.cumsum(counts) - counts, (now[0][moves], now[1][moves])
    return level, slope


def _residual(x: Floats, y: Floats, level: Floats, slope: Floats, counts: Integers) -> Floats:
    explained = np.repeat(slope, counts)
    explained *= x
    explained += np.repeat(level, counts)
    return np.subtract(y, explained, explained)


def _weighted(x: Floats, y: Floats, weights: Floats, starts: Integers) -> tuple[Floats, Floats]:
    """Level and slope of each group by weighted least squares."""
    wx = weights * x
    w, sx = np.add.reduceat(weights, starts), np.add.reduceat(wx, starts)
    sxy = np.add.reduceat(wx * y, starts)
    wx *= x
    sxx = np.add.reduceat(wx, starts)
    sy = np.add.reduceat(weights * y, starts)
    determinant = w * sxx - sx * sx
    slope = np.zeros_like(w)
    np.divide(w * sxy - sx * sy, determinant, slope, where=determinant > _NO_SPREAD * w * w)
    level: Floats = (sy - slope * sx) / w
    return level, slope


def _scale(residual: Floats, starts: Integers, counts: Integers) -> Floats:
    """1.4826 times the median of |e| in each group; infinite where that is nothing.

    One sort serves all groups: each is moved to a stretch of its own.
    """
    stretches = np.arange(len(starts)) * _STRIDE
    moved = np.abs(residual)
    np.minimum(moved, _FAR, out=moved)
    moved += np.repeat(stretches, counts)
    moved.sort()
    middle = (moved[starts + (counts - 1) // 2] + moved[starts + counts // 2]) / 2
    scale: Floats = SIGMA_OF_MAD * (middle - stretches)
    return np.where(scale > _NO_SPREAD, scale, np.inf)


def _bisquare(residual: Floats, scale: Floats) -> Floats:
    weights = residual / scale
    weights *= 1 / TUNING
    weights *= weights
    np.subtract(1.0, weights, weights)
    np.maximum(weights, 0.0, out=weights)
    weights *= weights
    return weights
