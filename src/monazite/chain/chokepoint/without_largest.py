"""N-1 at every stage: how much of the need for its goods is met if the largest maker stops.

What N-1 is, `monazite.trade.indicators.n_minus_one` tells. Supply is what plants put out, need what
plants of later stages and users take; both in t of contained element.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

from monazite.chain.chokepoint.made import made, taken
from monazite.trade.indicators.n_minus_one import NMinusOne, n_minus_one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.network import Network


def without_largest(network: Network) -> Mapping[str, NMinusOne]:
    """N-1 of every stage at which something is made, from ore to use."""
    needs = taken(network)
    return {
        stage: _of_stage(supply, needs.get(stage, {})) for stage, supply in made(network).items()
    }


def _of_stage(supply: Mapping[str, float], need: Mapping[str, float]) -> NMinusOne:
    """N-1 where the largest maker's own need goes too; without any need its coverage is missing."""
    if not need:
        return n_minus_one(supply, nan, nan)
    largest = n_minus_one(supply, nan, nan).supplier
    return n_minus_one(supply, sum(need.values()), need.get(largest, 0.0))
