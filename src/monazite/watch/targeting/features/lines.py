"""What is usual for a code: a robust line of one amount on another, and how far a row is off it.

ln y = a + b·ln x + e by Tukey's bisquare in each group (see `trade.indicators.robust`); unit value:
value on mass; density: mass on volume; the standardised residual is e over 1.4826 times the median
of |e|. A code with fewer than `FEWEST` rows is measured by its first four signs, then its first
two, then by all goods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.trade.indicators.robust import robust_lines
from monazite.watch.targeting.features.parts import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

FEWEST = 12
"""Rows of a group below which it has no line of its own."""
_LEAST_SCALE = 0.1
"""Of a logarithm: a group whose rows agree to the last digit is not sure of the next."""
_FAR = 50.0


class Lines(NamedTuple):
    """The lines of groups by number: level where x is 0, slope, scale; NaN where there is none."""

    level: Floats
    slope: Floats
    scale: Floats

    def off(self, groups: Integers, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """The residual of each row and its standardised form; NaN where its group has no line."""
        at = np.where(groups == UNSEEN, len(self.level) - 1, groups)
        residual = y - self.level[at] - self.slope[at] * x
        return residual, np.clip(residual / self.scale[at], -_FAR, _FAR)


def logs(amounts: Floats) -> Floats:
    """Logarithms; NaN for what is not above nothing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(amounts > 0, np.log(amounts), np.nan)


def lines(groups: Integers, size: int, x: Floats, y: Floats) -> Lines:
    """The line of each of `size` groups; a last one without a number stands for unseen groups."""
    made = Lines(*(np.full(size + 1, np.nan) for _ in range(3)))
    counts = np.bincount(groups[_whole(groups, x, y)], minlength=size + 1)
    use = _whole(groups, x, y) & (counts[groups] >= FEWEST)
    if not use.any():
        return made
    order = np.argsort(groups[use], kind="stable")
    g, u, v = groups[use][order], x[use][order], y[use][order]
    starts = np.flatnonzero(np.r_[True, g[1:] != g[:-1]])
    found = robust_lines(u, v, starts)
    at = g[starts]
    slope = _slopes(u, v - found.residual, starts)
    made.slope[at] = slope
    made.level[at] = (v - found.residual)[starts] - slope * u[starts]
    made.scale[at] = [
        max(1.4826 * float(np.median(np.abs(part))), _LEAST_SCALE)
        for part in np.split(found.residual, starts[1:])
    ]
    return made


def finest(found: Sequence[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """Of several residuals the first that is known, row by row."""
    residual, z = found[0][0].copy(), found[0][1].copy()
    for wider, wider_z in found[1:]:
        missing = np.isnan(residual)
        residual[missing], z[missing] = wider[missing], wider_z[missing]
    return residual, z


def _whole(groups: Integers, x: Floats, y: Floats) -> npt.NDArray[np.bool_]:
    return np.asarray(~np.isnan(x) & ~np.isnan(y) & (groups != UNSEEN))


def _slopes(x: Floats, fitted: Floats, starts: Integers) -> Floats:
    """The slopes of lines whose fitted points are known: rise over run between their ends."""
    run = np.maximum.reduceat(x, starts) - np.minimum.reduceat(x, starts)
    left = np.repeat(np.minimum.reduceat(x, starts), np.diff(np.r_[starts, len(x)])) == x
    right = np.repeat(np.maximum.reduceat(x, starts), np.diff(np.r_[starts, len(x)])) == x
    low = np.minimum.reduceat(np.where(left, fitted, np.inf), starts)
    high = np.minimum.reduceat(np.where(right, fitted, np.inf), starts)
    return np.where(run > 0, (high - low) / np.where(run > 0, run, 1.0), 0.0)
