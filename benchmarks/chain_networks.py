"""Generated worlds of the size of the real one, for benchmarks: materials, countries, stages."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.network.network import OBSERVED, Edges, Network
from monazite.chain.network.nodes import Node
from monazite.chain.stages import MAKE, MARKET, SECTOR, STAGES, USE
from monazite.chain.worlds import World

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTORS = ("traction", "wind", "electronics", "defence", "medical", "industrial_motors")
_TRADED = 0.3
"""The part of all pairs of countries that trade at a stage."""


def world(materials: int, countries: int, stages: int) -> World:
    """A world with a network for each material; the same ones every time."""
    networks = {name: network(name, countries, stages) for name in _names(materials)}
    return World(year=2024, networks=networks, plants={}, alloys={}, owners={}, gaps=())


def network(element: str, countries: int, stages: int) -> Network:
    """Makers, markets that sell to one another and users in six sectors, amounts at random."""
    rng = np.random.default_rng((countries, stages, *element.encode()))
    ends = list(_ends(element, countries, stages, rng))
    nodes = tuple(dict.fromkeys(end for pair in ends for end in pair))
    at = {node: place for place, node in enumerate(nodes)}
    edges = Edges(
        source=np.array([at[begin] for begin, _ in ends], dtype=np.int64),
        target=np.array([at[end] for _, end in ends], dtype=np.int64),
        amount=rng.lognormal(3.0, 2.0, len(ends)),
        basis=np.full(len(ends), OBSERVED, dtype=np.int64),
        spread=rng.choice([0.03, 0.08, 0.25, 0.5], len(ends)),
        rows=tuple((f"row/{place}",) for place in range(len(ends))),
    )
    mined = np.array([node.stage == STAGES[0] and node.kind == MAKE for node in nodes])
    lost = np.array([node.kind == MARKET for node in nodes]) * rng.uniform(0, 5, len(nodes))
    return Network(element, 2024, nodes, edges, mined * rng.lognormal(3, 2, len(nodes)), lost)


def _ends(
    element: str, countries: int, stages: int, rng: np.random.Generator
) -> Iterator[tuple[Node, Node]]:
    names = [f"C{place:03d}" for place in range(countries)]
    for height, stage in enumerate(STAGES[:stages]):
        for name in names:
            make, market = (Node(element, stage, name, kind) for kind in (MAKE, MARKET))
            yield make, market
            if height:
                yield Node(element, STAGES[height - 1], name, MARKET), make
        for seller, buyer in permutations(names, 2):
            if rng.random() < _TRADED * min(1, 50 / countries):
                ends = (Node(element, stage, name, MARKET) for name in (seller, buyer))
                yield next(ends), next(ends)
    for name in names:
        for sector in SECTORS:
            market = Node(element, STAGES[stages - 1], name, MARKET)
            yield market, Node(element, SECTOR, name, USE, sector)


def _names(materials: int) -> list[str]:
    return [f"M{place:02d}" for place in range(materials)]
