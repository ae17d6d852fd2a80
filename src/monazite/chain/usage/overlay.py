"""A network in which what a desk saw takes the place of as much of what statistics say.

What is delivered from a country's market to a user of another is drawn straight from that market,
so that each sector keeps the origin of its own goods; trade between the two markets and what the
sector drew from its own country's market become less by as much:

    trade'(o, c) = max(trade(o, c), delivered) - delivered to known sectors
    use'(c, s)   = use(c, s) (1 - min(1, delivered to s / use(c, s)))
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from monazite.chain.overlay import Draw, with_draws
from monazite.chain.stages import MARKET, STAGES, USE
from monazite.chain.usage.ways import Delivered, delivered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from monazite.chain.network.network import Floats, Ints, Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.usage.tally import Amount
    from monazite.chain.worlds import World


T = TypeVar("T")


def laid_over(world: World, amounts: Sequence[Amount], measure: str, days: int) -> World:
    """The world with what was delivered in place of statistics: every function of it can be asked.

    measure: licensed or released; days: of how many days the amounts are, brought to a year.
    """
    there = {each.element for each in amounts}
    seen = {
        element: overlaid(network, delivered(amounts, element, measure, days))
        for element, network in world.networks.items()
        if element in there
    }
    return replace(world, networks={**world.networks, **seen})


def overlaid(network: Network, ways: Iterable[Delivered]) -> Network:
    """The network with what was delivered in place of as much of the statistics.

    Goods that stay in the country that lets them go are left to the statistics.
    """
    abroad = [each for each in ways if each.origin != each.country]
    amount = network.edges.amount.copy()
    draws = [*_traded(network, abroad, amount), *_used(network, abroad, amount)]
    left = replace(network, edges=network.edges._replace(amount=amount))
    return with_draws(left, draws)


def _traded(network: Network, ways: list[Delivered], amount: Floats) -> list[Draw]:
    """Take from trade what goes straight to a sector; what trade does not have is added to it."""
    found: list[Draw] = []
    for (seller, buyer), each in _by(ways, lambda way: (way.seller, way.buyer)).items():
        straight = sum(way.amount for way in each if way.sector)
        whole = sum(way.amount for way in each)
        edges = _edges(network, seller, buyer)
        said = float(amount[edges].sum())
        if said > 0:
            amount[edges] *= (max(said, whole) - straight) / said
        elif whole > straight:
            spread = max(way.spread for way in each)
            rows = tuple(row for way in each if not way.sector for row in way.rows)
            source = _source(network, seller)
            found.append(Draw(source, buyer, whole - straight, spread, rows))
    return found


def _used(network: Network, ways: list[Delivered], amount: Floats) -> list[Draw]:
    """Draws of the sectors straight from the sellers, in place of what they drew at home."""
    straight = [way for way in ways if way.sector]
    for (country, sector), each in _by(straight, lambda way: (way.country, way.sector)).items():
        edges = _into(network, country, sector)
        said, seen = float(amount[edges].sum()), sum(way.amount for way in each)
        if said > 0:
            amount[edges] *= max(said - seen, 0.0) / said
    return [
        Draw(_source(network, way.seller), way.user, way.amount, way.spread, way.rows)
        for way in straight
    ]


def _source(network: Network, seller: Node) -> Node | None:
    """The seller's market, or its country's market of the stage before that the network has.

    None where it has none: whence the goods are is then not known.
    """
    if seller in network.index:
        return seller
    step = STAGES.index(seller.stage)
    before = [
        node
        for node in network.nodes
        if (node.kind, node.country) == (MARKET, seller.country)
        and STAGES.index(node.stage) <= step
    ]
    return max(before, key=lambda node: (STAGES.index(node.stage), node.material), default=None)


def _by(
    ways: list[Delivered], key: Callable[[Delivered], tuple[T, T]]
) -> Mapping[tuple[T, T], list[Delivered]]:
    found: dict[tuple[T, T], list[Delivered]] = defaultdict(list)
    for way in ways:
        found[key(way)].append(way)
    return found


def _edges(network: Network, source: Node, target: Node) -> Ints:
    at = network.index
    if source not in at or target not in at:
        return np.zeros(0, np.int64)
    edges = network.edges
    return np.flatnonzero((edges.source == at[source]) & (edges.target == at[target]))


def _into(network: Network, country: str, sector: str) -> Ints:
    """Edges into the users of a sector, whatever they use."""
    users = [
        n
        for n, node in enumerate(network.nodes)
        if node.kind == USE and (node.country, node.sector) == (country, sector)
    ]
    return np.flatnonzero(np.isin(network.edges.target, users))
