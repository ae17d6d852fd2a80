"""Sizes that stand just under a limit more often than sizes a little further below it."""

from __future__ import annotations

from math import exp, lgamma, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR, _BELOW = 0.8, 0.6
"""Shares of the limit: just under it is above the first, below it between both."""
_FAIR = 0.5
"""The share of sizes in the upper of two bins as wide as each other where nobody looks at a limit;
sizes mostly grow rarer upwards, so it is rather less."""


class Bins(NamedTuple):
    """How many sizes stand just under the limit, and how many a little below."""

    near: int
    below: int

    @property
    def share(self) -> float:
        """The share just under the limit; 0 where there is no size in either bin."""
        return self.near / (self.near + self.below) if self.near + self.below else 0.0


def bins(parts: Iterable[float]) -> Bins:
    """The bins of sizes, each as a share of its limit."""
    kept = [part for part in parts if _BELOW < part <= 1]
    near = sum(1 for part in kept if part > _NEAR)
    return Bins(near, len(kept) - near)


def chance(found: Bins, everybody: Bins) -> float:
    """The probability of so many just under the limit or more, if they were as everybody's.

    Density ratio left of the limit as a binomial tail. Where all others crowd there too, nobody
    stands out.
    """
    others = Bins(everybody.near - found.near, everybody.below - found.below)
    return at_least(found.near, sum(found), max(_FAIR, others.share))


def at_least(hits: int, of: int, share: float) -> float:
    """P(X >= hits) for X of a binomial with `of` draws; 1 where no hit is asked for."""
    if hits <= 0 or share >= 1:
        return 1.0
    terms = (
        lgamma(of + 1) - lgamma(k + 1) - lgamma(of - k + 1) + k * log(share)
        + (of - k) * log(1 - share)
        for k in range(hits, of + 1)
    )  # fmt: skip
    return min(1.0, sum(map(exp, terms)))
