"""N-1 at every stage: how much of the need for its goods is met if the largest maker stops.

What N-1 is, `monazite.trade.indicators.n_minus_one` tells. Supply is what plants put out, need what
plants of later stages and users take; both in t of contained element. What is put out by makers
whom nobody knows is left, and is no supplier.
"""

from __future__ import annotations

from collections import defaultdict
from math import nan
from typing import TYPE_CHECKING

from monazite.chain.outputs import outputs
from monazite.chain.stages import MARKET
from monazite.trade.indicators.keys import REST
from monazite.trade.indicators.n_minus_one import NMinusOne, n_minus_one

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.network import Network
    from monazite.chain.outputs import Output


def without_largest(network: Network) -> Mapping[str, NMinusOne]:
    """N-1 of every stage that has makers, from ore to use."""
    needs = _taken(network)
    return {
        stage: _of_stage(output, needs.get(stage, {})) for stage, output in outputs(network).items()
    }


def _of_stage(output: Output, need: Mapping[str, float]) -> NMinusOne:
    """N-1 where the largest maker's own need goes too; without any need its coverage is missing."""
    supply = {country: made.amount for country, made in output.makers.items()}
    supply[REST] = supply.get(REST, 0.0) + output.unknown
    if not need:
        return n_minus_one(supply, nan, nan)
    largest = n_minus_one(supply, nan, nan).supplier
    return n_minus_one(supply, sum(need.values()), need.get(largest, 0.0))


def _taken(network: Network) -> Mapping[str, Mapping[str, float]]:
    """What plants and users of each country take from its market, t by that market's stage."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for source, target, amount in zip(*network.edges[:3], strict=True):
        begin, end = network.nodes[source], network.nodes[target]
        if begin.kind == MARKET and end.kind != MARKET:
            found[begin.stage][begin.country] += float(amount)
    return found
