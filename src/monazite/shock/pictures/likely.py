"""Which halts of a run are shown: those that cost, unless they are rare among the draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.pictures.losing import LEAST

if TYPE_CHECKING:
    from monazite.shock.results.outcome import Halt, Outcome

    Who = tuple[str | None, str | None, str | None]

MOST = 18
"""Lanes of halts in a picture; the table behind it has all of them."""
RARE = 0.05
"""A halt in a smaller part of the draws is left to the table."""


def costs(found: Outcome) -> dict[Who, tuple[float, float]]:
    """By sector, country and good what it loses, where that counts: median and 95th percentile."""
    return {
        (one.sector, one.country, one.good): (one.lost_musd.p50, one.lost_musd.p95)
        for one in found.losses
        if one.lost_musd is not None and one.lost_musd.p95 >= LEAST
    }


def likely(found: Outcome, most: int = MOST) -> list[Halt]:
    """The halts that cost most among those that are not rare, the first to stop at the head.

    The first of all are small users with small stocks: they come only where no halt costs anything.
    """
    known = [one for one in found.halts if one.draws >= RARE]
    cost = costs(found)
    dear = [one for one in known if who(one) in cost]
    chosen = sorted(dear, key=lambda one: cost[who(one)], reverse=True) or known
    return sorted(chosen[:most], key=lambda one: (one.first_week.p50.week, -one.draws))


def who(one: Halt) -> Who:
    """Of whom a halt is."""
    return one.sector, one.country, one.good
