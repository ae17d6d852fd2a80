"""Amounts nearest to first guesses by relative entropy, subject to linear equations.

    minimise  sum z ln(z / g) - z   subject to   A z + b = 0

Then z = g exp(A'm): every equation multiplies the amounts that it holds by one factor. With two
sets of totals, of rows and of columns, this is proportional fitting (RAS); here an equation is the
balance of a node, and Newton's method on the convex function sum z + b'm finds the factors.

Sources: Deming and Stephan 1940, Annals of Mathematical Statistics 11, 427-444, for proportional
fitting; Bregman 1967, USSR Computational Mathematics and Mathematical Physics 7, 200-217, for the
entropy that it minimises (both from memory).
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

_STEPS = 300
_CLOSE = 1e-10
_REACH = 5.0
"""A step multiplies an amount by e^5 for each of its ends at most."""
_MOST = 300.0
"""Exponents stay within what float64 holds, squared too."""


def fitted(equations: csr_array, constant: Floats, guess: Floats) -> Floats:
    """The amounts nearest to the guesses that close the equations.

    Args:
        equations: one row an equation, one column an amount.
        constant: what each equation holds beside them.
        guess: first guesses, above 0.

    Raises:
        MonaziteError: no amounts were found; every equation needs columns of both signs.
    """
    turned, size = csr_array(equations.T), abs(equations)

    def amounts(at: Floats) -> Floats:
        return np.asarray(guess * np.exp(np.clip(turned @ at, -_MOST, _MOST)))

    def place(at: Floats) -> Place:
        found = amounts(at)
        allowed = _CLOSE * (size @ found + np.abs(constant))
        slope = equations @ found + constant
        return Place(at, float(found.sum() + constant @ at), slope, allowed, found)

    bottom = descend(place, csr_array(equations), np.full(len(constant), np.inf), _REACH, _STEPS)
    if bottom is None:
        raise MonaziteError("no amounts were found that balance: do guesses differ by too much?")
    return amounts(bottom.at)
