"""Networks for tests: from words, from cases, and drawn at random."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.chain.network.network import OBSERVED, Edges, Network
from monazite.chain.network.nodes import Node
from monazite.chain.stages import MAKE, MARKET, SECTOR, STAGES, USE
from monazite.chain.worlds import World

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from monazite.chain.worlds import Plant


def node(words: str, element: str) -> Node:
    """A node in words: "make mining CHN", "market refining JPN", "use wind DEU"."""
    kind, what, country = words.split()
    if kind == USE:
        return Node(element, SECTOR, country, USE, what)
    return Node(element, what, country, kind)


def network(
    flows: Iterable[tuple[Node, Node, float]],
    entering: Mapping[Node, float],
    unknown: Mapping[Node, float] | None = None,
    *,
    spread: float = 0.1,
    element: str = "Dy",
) -> Network:
    """A network of 2024 with these edges, in the order of first mention of its nodes."""
    flows, missing = list(flows), unknown or {}
    ends = (end for flow in flows for end in flow[:2])
    nodes = tuple(dict.fromkeys([*entering, *ends, *missing]))
    at = {one: place for place, one in enumerate(nodes)}
    edges = Edges(
        source=np.array([at[a] for a, _, _ in flows], dtype=np.int64),
        target=np.array([at[b] for _, b, _ in flows], dtype=np.int64),
        amount=np.array([amount for _, _, amount in flows], dtype=np.float64),
        basis=np.full(len(flows), OBSERVED, dtype=np.int64),
        spread=np.full(len(flows), spread),
        rows=tuple((f"row/{place}",) for place in range(len(flows))),
    )
    return Network(
        element=element,
        year=2024,
        nodes=nodes,
        edges=edges,
        entering=np.array([float(entering.get(one, 0.0)) for one in nodes]),
        unknown=np.array([float(missing.get(one, 0.0)) for one in nodes]),
    )


def of_case(case: Mapping[str, Any]) -> Network:
    """The network of a case written in words."""
    element = case["element"]
    flows = [
        (node(begin, element), node(end, element), amount)
        for begin, targets in case["flows"].items()
        for end, amount in targets.items()
    ]
    entering = {node(name, element): amount for name, amount in case["entering"].items()}
    unknown = {node(name, element): amount for name, amount in case["unknown"].items()}
    return network(flows, entering, unknown, element=element)


def world(*networks: Network, plants: Mapping[Node, Plant] | None = None, **parts: Any) -> World:
    """A world of these networks and nothing else, but what is given."""
    found = {one.element: one for one in networks}
    empty: dict[str, Any] = {"alloys": {}, "owners": {}, "gaps": ()}
    return World(year=2024, networks=found, plants=plants or {}, **(empty | parts))


def random_network(
    rng: np.random.Generator,
    countries: int = 4,
    stages: int = 3,
    *,
    rings: bool = False,
    scrap: bool = False,
    element: str = "Dy",
) -> Network:
    """Makers, markets and uses, with some supply unknown; nothing of it balances.

    rings: markets sell to one another in circles; scrap: the last market feeds the first.
    """
    names = [f"C{place:02d}" for place in range(countries)]
    markets = [[Node(element, stage, name, MARKET) for name in names] for stage in STAGES[:stages]]
    flows: list[tuple[Node, Node, float]] = []
    for below, level in zip([[], *markets[:-1]], markets, strict=True):
        flows += _made(rng, below, level)
        flows += _traded(rng, level, rings=rings)
    for market in markets[-1]:
        for sector in ("wind", "defence"):
            use = Node(element, SECTOR, market.country, USE, sector)
            flows.append((market, use, float(rng.uniform(1, 5))))
    if scrap:
        flows.append((markets[-1][-1], markets[0][0], 1.0))
    entering = {market._replace(kind=MAKE): float(rng.uniform(1, 9)) for market in markets[0]}
    unknown = {
        market: float(rng.uniform(0, 3)) for level in markets for market in level
        if rng.random() < 0.3
    }  # fmt: skip
    return network(flows, entering, unknown, element=element)


def _made(
    rng: np.random.Generator, below: Sequence[Node], level: Sequence[Node]
) -> Iterator[tuple[Node, Node, float]]:
    """Each maker takes from its home market below; most feed their own."""
    for market in level:
        make = market._replace(kind=MAKE)
        for source in below:
            if source.country == market.country:
                yield source, make, float(rng.uniform(1, 9))
        if rng.random() < 0.8:
            yield make, market, float(rng.uniform(1, 9))


def _traded(
    rng: np.random.Generator, level: Sequence[Node], *, rings: bool
) -> Iterator[tuple[Node, Node, float]]:
    for seller, buyer in permutations(range(len(level)), 2):
        if (rings or seller < buyer) and rng.random() < 0.6:
            yield level[seller], level[buyer], float(rng.uniform(0.1, 5))


def dense(found: Network) -> tuple[Any, Any, Any]:
    """M as a full matrix, entering and unknown as shares: by a double loop, to hold others to."""
    count = len(found.nodes)
    taken = np.zeros((count, count))
    for source, target, amount in zip(*found.edges[:3], strict=True):
        taken[target, source] += amount
    whole = taken.sum(axis=1) + found.entering + found.unknown
    scale = np.array([1 / one if one > 0 else 0.0 for one in whole])
    lost = np.where(whole > 0, found.unknown * scale, 1.0)
    return taken * scale[:, None], found.entering * scale, lost
