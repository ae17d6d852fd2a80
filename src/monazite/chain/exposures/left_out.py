"""What a country has that its networks count with the rest of the world, and so not with it.

Where no source names a country as a buyer (of magnets, most are not), what it buys stands at the
nodes of the rest of the world. What is told of such a country is then not all of its use: for an
element that goes into magnets it may be the smallest part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.stages import MARKET, STAGES, USE
from monazite.trade.indicators.keys import REST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from monazite.chain.exposures.raw import Asker
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node


class LeftOut(NamedTuple):
    """The stages at which a country is counted with the rest of the world.

    share: of all the world's use what comes out of markets of these stages; rest: t of contained
    element a year that the rest of the world uses of them, its own use among it.
    """

    stages: tuple[str, ...]
    share: float
    rest: float

    @property
    def main(self) -> bool:
        """Whether most of the world's use comes by these stages, so that little is told."""
        return self.share > 0.5  # noqa: PLR2004 - a half


def left_out(networks: Sequence[Network], asker: Asker) -> LeftOut | None:
    """What is left out of the final use of a country; None where that is nothing.

    networks: of the element, or of each element of the alloy that is asked about.
    """
    uses = [one for network in networks for one in _uses(network, asker.alloy)]
    stages = _stages(networks, asker)
    theirs = sum(amount for market, amount in uses if _rest(market, stages))
    if asker.country == REST or not theirs:
        return None
    through = sum(amount for market, amount in uses if market.stage in stages)
    return LeftOut(stages, through / sum(amount for _, amount in uses), theirs)


def _uses(network: Network, alloy: str) -> Iterator[tuple[Node, float]]:
    """What uses take from each market, t."""
    edges = network.edges
    for source, target, amount in zip(edges.source, edges.target, edges.amount, strict=True):
        if network.nodes[target].kind == USE and alloy in {"", network.nodes[target].material}:
            yield network.nodes[source], float(amount)


def _stages(networks: Sequence[Network], asker: Asker) -> tuple[str, ...]:
    """Stages at which the rest of the world has a market and the country has none."""
    markets = [node for one in networks for node in one.nodes if node.kind == MARKET]
    own, rest = (
        {
            one.stage
            for one in markets
            if one.country == country and asker.alloy in {"", one.material}
        }
        for country in (asker.country, REST)
    )
    return tuple(stage for stage in STAGES if stage in rest - own)


def _rest(market: Node, stages: tuple[str, ...]) -> bool:
    return market.country == REST and market.stage in stages
