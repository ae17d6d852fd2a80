"""Intervals of 95 %: of a share (Wilson), and of the area under a curve (DeLong)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

Z = 1.959963984540054
"""The 97.5th percentile of the standard normal."""


class Interval(NamedTuple):
    """A figure with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


def share(hits: float, of: float, finite: float = 1.0) -> Interval:
    """A share of so many by Wilson's interval (JASA 22 (1927) 209); of none: anything.

    finite: the part of all that was not drawn (1 − n/N) where `of` are a sample of them: the
    nearer to nothing, the surer the share.
    """
    if not of:
        return Interval(float("nan"), 0.0, 1.0)
    p = hits / of
    if finite <= 0.0:
        return Interval(p, p, p)
    n = of / finite
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * float(np.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)))
    return Interval(p, max(0.0, min(p, middle - half)), min(1.0, max(p, middle + half)))


def area(found: Floats, scores: Floats) -> Interval:
    """The area under the curve of hits over false alarms: how often a hit outranks a clean row.

    Variance by the midranks of DeLong, DeLong & Clarke-Pearson, Biometrics 44 (1988) 837.
    """
    hit = found.astype(bool)
    m, n = int(hit.sum()), int((~hit).sum())
    if not m or not n:
        return Interval(float("nan"), 0.0, 1.0)
    every, own, other = _ranks(scores), _ranks(scores[hit]), _ranks(scores[~hit])
    value = float((every[hit].sum() - m * (m + 1) / 2) / (m * n))
    v10, v01 = (every[hit] - own) / n, 1 - (every[~hit] - other) / m
    spread = sum(float(v.var(ddof=1)) / len(v) for v in (v10, v01) if len(v) > 1)
    half = Z * float(np.sqrt(spread))
    return Interval(value, max(0.0, value - half), min(1.0, value + half))


def _ranks(x: Floats) -> Floats:
    """Ranks from 1, of equals their mean."""
    _, place, counts = np.unique(x, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[place], dtype=np.float64)
