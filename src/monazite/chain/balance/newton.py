"""Newton's method for a convex function of the multipliers of a network's equations.

The second derivative is A diag(w) A' with one row and column a node: sparse, as nodes meet few
others. A step is halved until the function falls enough (Armijo). Multipliers may have limits; one
that rests at its limit, and would go beyond, stays out of the step.

Source: Bertsekas 1982, Projected Newton methods for optimization problems with simple constraints,
SIAM Journal on Control and Optimization 20, 221-246 (from memory).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csc_array, csr_array, eye_array
from scipy.sparse.linalg import splu

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_FLOOR = 1e-13
"""Added to each scaled diagonal: a row whose columns all rest at a bound stays solvable."""
_HALVINGS = 30
_TINY = 1e-300
_FALL = 1e-4
_LESS = 0.5
_LEVEL = 1e-12
"""Heights as near to each other as this, in parts of themselves, are equal but for rounding."""


class Place(NamedTuple):
    """The function at some multipliers.

    slope: how far each equation is open there; allowed: how far each may stay open; weights: of
    the columns in the second derivative.
    """

    at: Floats
    height: float
    slope: Floats
    allowed: Floats
    weights: Floats


def descend(
    place: Callable[[Floats], Place], equations: csr_array, limit: Floats, reach: float, steps: int
) -> Place | None:
    """The lowest place, from multipliers of 0; None where it is not found in so many steps.

    A multiplier stays within its limit, on both sides of 0; its equation then may stay open. One
    step changes none by more than `reach`: far away, a curve says little of where the bottom is.
    """
    here = place(np.zeros(equations.shape[0]))
    for _ in range(steps):
        if _open(here, limit) <= 1.0:
            return here
        free, step = _free(here, limit), np.zeros(len(limit))
        rows = equations if len(free) == len(limit) else equations[free]
        step[free] = _direction(rows, here.weights, here.slope[free])
        step *= min(1.0, reach / max(float(np.abs(step).max(initial=0.0)), _TINY))
        here = _lower(place, here, step, limit)
    return here if _open(here, limit) <= 1.0 else None


def _free(here: Place, limit: Floats) -> Ints:
    """The equations whose multiplier does not rest at its limit."""
    high = (here.at >= limit) & (here.slope < 0)
    low = (here.at <= -limit) & (here.slope > 0)
    return np.flatnonzero(~high & ~low)


def _open(here: Place, limit: Floats) -> float:
    """The largest opening, in units of what is allowed: at most 1 at the lowest place."""
    free = _free(here, limit)
    return float((np.abs(here.slope[free]) / here.allowed[free]).max(initial=0.0))


def _direction(equations: csr_array, weights: Floats, slope: Floats) -> Floats:
    """Newton's step, solved with each equation scaled to a diagonal of 1.

    Scaled by hand where the numbers lie, as a dozen of these steps make a network of the world.
    """
    count = len(slope)
    row = np.repeat(np.arange(count), np.diff(equations.indptr))
    half = equations.data * np.sqrt(weights)[equations.indices]
    diagonal = np.bincount(row, half**2, count)
    scale = 1.0 / np.sqrt(np.where(diagonal > 0, diagonal, 1.0))
    root = csr_array((half * scale[row], equations.indices, equations.indptr), equations.shape)
    curved = root @ root.T + eye_array(count, format="csr") * _FLOOR
    # Symmetric: its rows are its columns, and need not be turned.
    turned = csc_array((curved.data, curved.indices, curved.indptr), curved.shape)
    solver = splu(
        turned, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True}
    )
    step: Floats = -scale * solver.solve(scale * slope)
    return step


def _lower(place: Callable[[Floats], Place], here: Place, step: Floats, limit: Floats) -> Place:
    """The place after the longest halved step that falls enough."""
    length = 1.0
    for _ in range(_HALVINGS):
        there = place(np.clip(here.at + length * step, -limit, limit))
        if _fell(here, there):
            return there
        length /= 2
    return there


def _fell(here: Place, there: Place) -> bool:
    """Whether a step fell enough; among equal heights, whether it is much less steep there.

    Large amounts far away leave heights too few digits to tell what small ones do to them.
    """
    moved = there.at - here.at
    fall, change = float(here.slope @ moved), there.height - here.height
    if abs(change) <= _LEVEL * abs(here.height):
        return float(there.slope @ moved) <= _LESS * abs(fall)
    return change <= _FALL * fall
