"""What the countries of a network make, and what they take, at each stage."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from monazite.chain.stages import MAKE, MARKET, STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node

    ByStage = Mapping[str, Mapping[str, float]]


def made(network: Network) -> ByStage:
    """What the plants of each country put out, in t of contained element, by stage and country."""
    return _sums((begin, amount) for begin, _, amount in _flows(network) if begin.kind == MAKE)


def taken(network: Network) -> ByStage:
    """What the plants and users of each country take from its market, by that market's stage."""
    return _sums(
        (begin, amount)
        for begin, end, amount in _flows(network)
        if begin.kind == MARKET and end.kind != MARKET
    )


def _flows(network: Network) -> Iterator[tuple[Node, Node, float]]:
    for source, target, amount in zip(*network.edges[:3], strict=True):
        yield network.nodes[source], network.nodes[target], float(amount)


def _sums(amounts: Iterator[tuple[Node, float]]) -> ByStage:
    """Sums by stage, in the order in which goods pass them, and country."""
    found: dict[str, dict[str, float]] = {stage: defaultdict(float) for stage in STAGES}
    for node, amount in amounts:
        found[node.stage][node.country] += amount
    return {stage: dict(by_country) for stage, by_country in found.items() if by_country}
