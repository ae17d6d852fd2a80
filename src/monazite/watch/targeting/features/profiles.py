"""Risk profiles: what was found of whom, and how often they were seen, in earlier days alone.

For a key k (an importer; a code with an origin) and a row of day t, over rows i of k with day
t_i < t, weights w_i = 2^(−(t − t_i)/h) for a half-life of h days:

    seen  = Σ w_i
    risk  = (Σ w_i·y_i + m·r) / (Σ w_i·l_i + m),

l_i = 1 where somebody looked, y_i = 1 where something was found, r the rate of all earlier rows
that were looked at, m how many rows the rate weighs. A row's own outcome, and those of its own day
and later, are never in it: the profile is out of fold by time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.targeting.features.parts import UNSEEN

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

_NOTHING = 1e-9


class Decay(NamedTuple):
    """How the past fades: half-life in days, and after how many days an outcome is known."""

    half_life: float
    known_after: int = 0

    def weight(self, days: Floats | Integers) -> Floats:
        """What is left of a row so many days later."""
        return np.asarray(np.exp2(-np.asarray(days, dtype=np.float64) / self.half_life))


class Sums(NamedTuple):
    """Of each row of a key: rows seen, rows looked at, rows in which something was found."""

    seen: Floats
    looked: Floats
    found: Floats


class Profile(NamedTuple):
    """The sums of every key on the last day that was learned from, keys ascending."""

    keys: Integers
    sums: Sums

    def on(self, keys: Integers, weight: Floats) -> Sums:
        """The sums of rows when so much is left of that day; nothing for keys never seen."""
        at = np.minimum(np.searchsorted(self.keys, keys), max(len(self.keys) - 1, 0))
        left = np.where((keys != UNSEEN) & (self.keys[at] == keys), weight, 0.0)
        return Sums(*(values[at] * left for values in self.sums))


def earlier(keys: Integers, days: Integers, found: Floats, decay: Decay) -> Sums:
    """The sums of each row over earlier days; `found` is NaN where nobody looked."""
    order = np.lexsort((days, keys))
    k, t = keys[order], days[order]
    groups = np.flatnonzero(np.r_[True, k[1:] != k[:-1]])
    first = np.repeat(groups, np.diff(np.r_[groups, len(k)]))
    span = int(t.max() - t.min()) + decay.known_after + 2
    place = np.cumsum(np.r_[0, np.diff(first) > 0]) * span + (t - t.min())
    seen_to = np.searchsorted(place, place, "left")
    known_to = np.maximum(np.searchsorted(place, place - decay.known_after, "left"), first)
    grow = np.exp2((t - t.max()) / decay.half_life)
    back = np.exp2((t.max() - t) / decay.half_life)
    y = found[order]
    looked = ~np.isnan(y)
    made = []
    for values, to in (
        (np.ones(len(k)), seen_to), (looked * 1.0, known_to), (np.where(looked, y, 0.0), known_to)
    ):  # fmt: skip
        run = np.r_[0.0, np.cumsum(values * grow)]
        sums = np.empty(len(k))
        sums[order] = _clean((run[to] - run[first]) * back)
        made.append(sums)
    return Sums(*made)


def at_end(keys: Integers, days: Integers, found: Floats, decay: Decay) -> Profile:
    """The profile of each key on the last day."""
    known, place = np.unique(keys, return_inverse=True)
    weight = decay.weight(days.max() - days)
    looked = ~np.isnan(found)
    sums = (
        np.bincount(place, values * weight, len(known)).astype(np.float64)
        for values in (np.ones(len(keys)), looked * 1.0, np.where(looked, found, 0.0))
    )
    return Profile(known, Sums(*sums))


def risk(sums: Sums, rate: Floats | float, prior: float) -> Floats:
    """The smoothed rate: of a key that nobody looked at it is that of all."""
    return np.asarray((sums.found + prior * rate) / (sums.looked + prior))


def _clean(values: Floats) -> Floats:
    """Sums without what rounding left of nothing."""
    return np.where(values < _NOTHING, 0.0, values)
