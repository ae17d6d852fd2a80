"""What a country has that its networks count with the rest of the world, and so not with it.

Where no source names a country as a buyer (of magnets, most are not), what it buys stands at the
nodes of the rest of the world. What is told of such a country is then not all of its use: for an
element that goes into magnets it may be the smallest part.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.exposures.raw import Asker
from monazite.chain.stages import MARKET, SECTOR, STAGES, USE
from monazite.trade.indicators.keys import REST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node


MOST = 0.5
"""From more than this part of the world's use on, what is told of the other ways is little."""


class LeftOut(NamedTuple):
    """The stages at which a country is counted with the rest of the world.

    share: of all the world's use what comes out of markets of these stages; rest: t of contained
    element a year that the rest of the world uses of them, its own use among it. members: of a
    group of countries those that are counted so, where others are not; else empty.
    """

    stages: tuple[str, ...]
    share: float
    rest: float
    members: tuple[str, ...] = ()

    @property
    def main(self) -> bool:
        """Whether most of the world's use comes by these stages, so that little is told."""
        return not self.members and self.share > MOST


def left_out(networks: Sequence[Network], asker: Asker) -> LeftOut | None:
    """What is left out of the final use of a country; None where that is nothing.

    networks: of the element, or of each element of the alloy that is asked about.
    """
    if asker.country == REST:
        return None
    uses = [one for network in networks for one in _uses(network, asker)]
    at = _markets(networks, asker.alloy)
    return _without(uses, at[REST] - at[asker.country])


def all_left_out(network: Network, sector: str = "", alloy: str = "") -> Mapping[str, LeftOut]:
    """By ISO3 what is left out of the final use of each country of a network that has any."""
    uses = list(_uses(network, Asker("", SECTOR, sector, alloy)))
    at = _markets([network], alloy)
    users = {node.country for node in network.nodes if node.kind == USE} - {REST}
    stages = {user: frozenset(at[REST] - at[user]) for user in users}
    found = {each: _without(uses, each) for each in {*stages.values()}}
    return {user: one for user in sorted(users) if (one := found[stages[user]]) is not None}


def of_group(left: Mapping[str, LeftOut | None]) -> LeftOut | None:
    """What is left out of a group of countries, by what is left out of each member (ISO3).

    The stages and shares are those of the member of which most is.
    """
    found = {name: one for name, one in left.items() if one is not None}
    if not found:
        return None
    worst = max(found.values(), key=lambda one: one.share)
    all_main = len(found) == len(left) and all(one.main for one in found.values())
    return worst._replace(members=() if all_main else tuple(found))


def _without(uses: Sequence[tuple[Node, float]], stages: Collection[str]) -> LeftOut | None:
    """What is left out where the rest of the world stands for a country at some stages."""
    there = [(market, amount) for market, amount in uses if market.stage in stages]
    rest = sum(amount for market, amount in there if market.country == REST)
    if not rest:
        return None
    share = sum(amount for _, amount in there) / sum(amount for _, amount in uses)
    return LeftOut(tuple(stage for stage in STAGES if stage in stages), share, rest)


def _uses(network: Network, asker: Asker) -> Iterator[tuple[Node, float]]:
    """What the uses that are asked about take from each market, in every country, t."""
    edges = network.edges
    for source, target, amount in zip(edges.source, edges.target, edges.amount, strict=True):
        use = network.nodes[target]
        asked = use.kind == USE and asker.alloy in {"", use.material}
        if asked and asker.sector in {"", use.sector}:
            yield network.nodes[source], float(amount)


def _markets(networks: Sequence[Network], alloy: str) -> Mapping[str, set[str]]:
    """By country the stages at which it has a market, of an alloy or of anything."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in (node for network in networks for node in network.nodes):
        if node.kind == MARKET and alloy in {"", node.material}:
            found[node.country].add(node.stage)
    return found
