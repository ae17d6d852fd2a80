"""What history matching leaves, as distributions that a run can draw from, and its walls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.parameters.distributions import Triangular

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.calibration.history import Matched, Range
    from monazite.shock.model.model import Floats

ENDS = (1, 99)
"""Percentiles of the draws that are kept, between which a distribution lies: with them its standard
deviation is that of the draws, to a tenth, where these are roughly normal."""
NEAR = 0.02
"""The part of a range within which an end of what is left lies at the range's wall."""
_STEPS = 1000
"""Steps of a range, at least, that are told apart in writing."""
_DIGITS = 9
"""What a product of floats leaves beyond is not meant."""


def distributions(found: Matched, asked: Mapping[str, Range]) -> Mapping[str, Triangular]:
    """Each parameter from the 1st to the 99th percentile of what is left, with its mean.

    Where a triangle of these ends cannot have that mean, its mode lies at the nearer end. Rounded
    to about a thousandth of the range that was asked of. What goes with what is lost.
    """
    return {
        name: _triangle(column, asked[name])
        for name, column in zip(found.ranges, found.kept.T, strict=True)
    }


def walls(left: Mapping[str, Triangular], asked: Mapping[str, Range]) -> Mapping[str, str]:
    """Which parameters are left at an end of the range asked of: "least", "most" or "both"."""
    found = {}
    for name, one in left.items():
        near = NEAR * (asked[name].most - asked[name].least)
        low, high = one.least - asked[name].least <= near, asked[name].most - one.most <= near
        if low or high:
            found[name] = "both" if low and high else "least" if low else "most"
    return found


def _triangle(column: Floats, asked: Range) -> Triangular:
    least, most = (float(end) for end in np.percentile(column, ENDS))
    mode = min(most, max(least, 3 * float(column.mean()) - least - most))
    step = 10.0 ** -np.ceil(np.log10(_STEPS / (asked.most - asked.least)))
    # Outwards, so that two ends never fall on one; the range holds what it allows.
    low, middle, high = np.floor(least / step), np.round(mode / step), np.ceil(most / step)
    return Triangular(*(round(float(at * step), _DIGITS) for at in (low, middle, high)))
