"""The columns of a table, draw by draw: pure functions of two readings, one with and one without.

Every function is the equation of its name in `packaged/equations.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.shock.model.model import Floats

_THOUSAND = 1000.0
"""t times US$ a kg is 1000 US$."""


class Sales(NamedTuple):
    """What a side sells in each month, months x ways x draws; price: US$ a kg."""

    tonnes: Floats
    price: Floats


class Change(NamedTuple):
    """What changed of a side's sales, million US$ to each month's end, months x draws.

    unsold: on tonnes that are not sold, above 0 where less is; price: on those that are, above 0
    where they are dearer; revenue: lost, above 0 where less comes in.
    """

    unsold: Floats
    price: Floats
    revenue: Floats


def lost(with_: Floats, without: Floats) -> Floats:
    """Value added lost to each month's end, months x draws; below 0: less is lost."""
    return np.cumsum(with_ - without, axis=0)


def sales(with_: Sales, without: Sales) -> Change:
    """Revenue taken apart into tonnes at the old price and the new price's difference."""
    unsold = _summed((without.tonnes - with_.tonnes) * without.price)
    price = _summed(with_.tonnes * (with_.price - without.price))
    return Change(unsold, price, unsold - price)


def bites(with_: Floats, without: Floats, share: float) -> Floats:
    """The first week in which more than a share of the output is lost; NaN where none is.

    with_, without: output by week and draw, of what was usual.
    """
    return _first(without - with_ > share)


def halts(with_: Floats, without: Floats) -> Floats:
    """The week of the first halt, where it would not have come by then anyway; else NaN."""
    sooner = np.isnan(without) | (with_ < without)
    return np.where(sooner, with_, np.nan)


def known(found: Floats) -> float:
    """The part of the draws that have a number."""
    return float(np.mean(~np.isnan(found)))


def both(one: Floats, other: Floats) -> float:
    """The part of the draws in which both sides gain."""
    return float(np.mean((one > 0) & (other > 0)))


def opposed(one: Floats, other: Floats) -> float:
    """The part of the draws in which one side gains and the other loses."""
    return float(np.mean(one * other < 0))


def _summed(amount: Floats) -> Floats:
    """Over ways, to each month's end, in million US$."""
    return np.cumsum(amount.sum(axis=1), axis=0) / _THOUSAND


def _first(found: NDArray[np.bool_]) -> Floats:
    return np.where(found.any(axis=0), found.argmax(axis=0), np.nan)
