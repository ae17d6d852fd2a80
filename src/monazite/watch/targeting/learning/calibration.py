"""From a margin to a risk: isotonic regression on later rows, joined to a strictly rising line.

Isotonic regression gives steps; between the middles of its steps the risk is drawn straight, and a
small part of the margin's own probability keeps apart what a step holds together, so that no two
margins share a risk and an order by risk is the order by margin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

OWN = 0.01
"""The part of the margin's own probability."""


class Calibration(NamedTuple):
    """Margins, ascending, and the risk at each."""

    margins: Floats
    risks: Floats

    def risk(self, margins: Floats) -> Floats:
        """The risk of each margin, from 0 to 1, rising with it."""
        drawn = np.interp(margins, self.margins, self.risks)
        return np.asarray((1 - OWN) * drawn + OWN / (1 + np.exp(-margins)))


def calibrated(margins: Floats, found: Floats) -> Calibration:
    """Fit on rows that the trees did not learn from."""
    from scipy.optimize import isotonic_regression  # noqa: PLC0415 - scoring needs none of it

    order = np.argsort(margins, kind="stable")
    x, p = margins[order], np.asarray(isotonic_regression(found[order]).x, dtype=np.float64)
    starts = np.flatnonzero(np.r_[True, p[1:] != p[:-1]])
    rows = np.diff(np.r_[starts, len(p)])
    middles = np.add.reduceat(x, starts) / rows
    # A step of n rows without a single hit may still hold one of n + 2 (Laplace).
    hits = p[starts] * rows
    risks = np.maximum.accumulate((hits + 1.0 * (hits == 0)) / (rows + 2.0 * (hits == 0)))
    full = risks >= 1.0
    risks[full] = (rows[full] + 1.0) / (rows[full] + 2.0)
    return Calibration(middles, np.maximum.accumulate(np.minimum(risks, risks[-1])))
