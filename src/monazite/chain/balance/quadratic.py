"""Weighted least squares with bounds, subject to linear equations, of which some may stay open.

    minimise  sum ((z - p) / s)^2 / 2 + sum c |A z|   subject to   l <= z <= h

A row with a limit c that is infinite holds exactly. Of another the opening costs c for each unit,
so that nothing gives way to it by more than it is worth: a figure that is far off does not drag all
its neighbours along (the loss of Huber, as row and amounts together make it).

The amounts follow from the multipliers m of the rows: z(m) = clip(p + s^2 A'm, l, h), |m| <= c.
What is left, A z(m) = 0 where m is within its limit, is the slope of a convex function of m that is
quadratic in pieces; Newton's method reaches its bottom after finitely many steps, each of which
solves one sparse system with a row a node.

Sources: Kuehn and Davidson 1961, Computer control II, Chemical Engineering Progress 57 (6), 44-47,
for data reconciliation; Tjoa and Biegler 1991, Simultaneous strategies for data reconciliation and
gross error detection, Computers and Chemical Engineering 15, 679-690, for losses that grow slower
than squares; Qi and Sun 1993, A nonsmooth version of Newton's method, Mathematical Programming 58,
353-367, for the steps (all from memory).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from monazite.chain.balance.newton import Place, descend
from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_STEPS = 200
_CLOSE = 1e-12
"""An equation holds when it is open by this part of what runs, was to run or could run through."""


def nearest(
    equations: csr_array,
    limit: Floats,
    wanted: Floats,
    spread: Floats,
    least: Floats,
    most: Floats,
) -> Floats:
    """The amounts nearest to those wanted, in units of their spreads, that solve the equations.

    Args:
        equations: one row an equation, one column an amount; each row adds up to 0.
        limit: what an opening of each equation costs for each unit; infinite for one that holds.
        wanted: the amounts as measured.
        spread: their standard deviations, above 0; 0 for an amount that is fixed.
        least: lower bounds.
        most: upper bounds, infinite where there is none.

    Raises:
        MonaziteError: no such amounts were found: some equation has nothing that can give way.
    """
    weight, turned, size = spread**2, csr_array(equations.T), abs(equations)
    usual = wanted + spread
    inverse = np.divide(1.0, weight, out=np.zeros_like(weight), where=weight > 0)

    def place(at: Floats) -> Place:
        raw = wanted + weight * (turned @ at)
        found = np.clip(raw, least, most)
        slope = equations @ found
        cost = 0.5 * float(((found - wanted) ** 2 * inverse).sum())
        free = weight * ((raw >= least) & (raw <= most))
        return Place(
            at, float(at @ slope) - cost, slope, _CLOSE * (size @ (found + usual)) + _TINY, free
        )

    bottom = descend(place, csr_array(equations), limit, np.inf, _STEPS)
    if bottom is None:
        raise MonaziteError("the balance found no amounts: an equation has nothing that gives way")
    found: Floats = np.clip(wanted + weight * (turned @ bottom.at), least, most)
    return found


_TINY = 1e-300
"""Nothing runs through a closed row: it is open by nothing, and nothing is divided by zero."""
