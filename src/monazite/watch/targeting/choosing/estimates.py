"""What the opened rows say of all: shares without bias, with their intervals.

Rows opened by risk stand for themselves (probability 1), rows drawn by chance for 1/π rows each
(Horvitz & Thompson, JASA 47 (1952) 663). In a set of rows of which N₁ were opened for certain and
n₂ of N₂ others were drawn, the share is (Σ y₁ + N₂·mean(y₂)) / (N₁ + N₂): both sizes are known, so
that the mean is Hájek's ratio within the part drawn. Its interval is Wilson's for the part
drawn, with the finite population correction, scaled by N₂ / (N₁ + N₂).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.errors import InputError
from monazite.watch.targeting.choosing.selection import BY_RISK
from monazite.watch.targeting.intervals import Interval, share

if TYPE_CHECKING:
    import numpy.typing as npt

    from monazite.watch.targeting.choosing.selection import Selection

    Floats = npt.NDArray[np.float64]
    Flags = npt.NDArray[np.bool_]


class Estimate(NamedTuple):
    """A share of a set of rows, with its bounds.

    opened: rows of the set that were opened; of: all rows of the set.
    """

    share: Interval
    opened: int
    of: int


def estimate(chosen: Selection, found: Floats, among: Flags | None = None) -> Estimate:
    """The share of rows in which something would be found.

    Args:
        chosen: which rows were opened, and how.
        found: 1 or 0 for each row that was opened, in the order of `chosen.rows`.
        among: of all rows those that are asked about; all, where nothing is said. The 5 % of
            highest risk give the precision at 5 %, all rows the rate.

    Raises:
        InputError: where an opened row has no outcome.
    """
    if len(found) != len(chosen.rows) or np.isnan(found).any():
        raise InputError("found", len(found), f"an outcome of each of {len(chosen.rows)} rows")
    asked = np.ones(chosen.of, dtype=bool) if among is None else among
    inside = asked[chosen.rows]
    sure = inside & (chosen.why == BY_RISK)
    drawn = inside & ~sure
    certain, others = int(sure.sum()), int(asked.sum()) - int(sure.sum())
    size = certain + others
    if not size:
        raise InputError("among", 0, "at least one row")
    n = int(drawn.sum())
    part = share(float(found[drawn].sum()), n, 1 - n / others if others else 0.0)
    if not others:
        part = Interval(0.0, 0.0, 0.0)
    hits = float(found[sure].sum())
    made = Interval(*((hits + others * bound) / size for bound in part))
    return Estimate(made, int(inside.sum()), size)
