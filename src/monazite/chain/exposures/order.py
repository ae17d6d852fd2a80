"""The order in which a network is walked: from ore to use, rings of goods together.

Nodes fall into levels: what a node takes in comes from lower levels, or from its own where goods go
round (markets that sell to one another, recycling). A trace is then solved level by level, and only
rings need equations. The order depends on who sells to whom, not on how much: 200 draws share one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.network.network import Network

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]


class Around(NamedTuple):
    """The nodes of a level in which goods go round, and the edges between them.

    edges: places in the network's edges; source, target: their ends as places among the nodes.
    """

    nodes: Ints
    edges: Ints
    source: Ints
    target: Ints


class Level(NamedTuple):
    """Nodes that are solved together, and the edges into them.

    edges: from lower levels, places in the network's edges, by target; first: for each node where
    its edges begin (one more at the end); source: of each edge; ring: from the level itself, None
    where nothing goes round.
    """

    nodes: Ints
    edges: Ints
    first: Ints
    source: Ints
    ring: Around | None


class Order(NamedTuple):
    """The levels of a network, lowest first; fed: nodes that something comes into the world for.

    A ring that nothing enters would have no end: what its nodes hold is of unknown origin.
    """

    network: Network
    levels: tuple[Level, ...]
    fed: Flags


def order(network: Network) -> Order:
    """The order of a network's nodes; edges without an amount carry nothing and are left out."""
    carried = np.flatnonzero(network.edges.amount > 0)
    source, target = network.edges.source[carried], network.edges.target[carried]
    level = _levels(len(network.nodes), source, target)
    found = (
        _level(network, np.flatnonzero(level == height), carried[level[target] == height])
        for height in range(int(level.max(initial=-1)) + 1)
    )
    return Order(network, tuple(found), _fed(network, carried))


def _level(network: Network, nodes: Ints, edges: Ints) -> Level:
    """A level of these nodes, and of all edges that end in them."""
    edges = edges[np.argsort(network.edges.target[edges], kind="stable")]
    source = network.edges.source[edges]
    within = np.isin(source, nodes)
    below, inside = edges[~within], edges[within]
    first = np.searchsorted(network.edges.target[below], np.append(nodes, len(network.nodes)))
    ends = [end[inside] for end in network.edges[:2]]
    ring = np.unique(ends[1])
    around = Around(ring, inside, *(np.searchsorted(ring, end) for end in ends))
    return Level(nodes, below, first, source[~within], around if len(ring) else None)


def _levels(count: int, source: Ints, target: Ints) -> Ints:
    """The length of the longest way to each node; nodes that goods go round in have one level."""
    links = csr_array((np.ones(len(source)), (source, target)), shape=(count, count))
    rings, ring = connected_components(links, directed=True, connection="strong")
    begin, end = ring[source], ring[target]
    across = begin != end
    begin, end = begin[across], end[across]
    height = np.zeros(rings, dtype=np.int64)
    while True:
        higher = height.copy()
        np.maximum.at(higher, end, height[begin] + 1)
        if (higher == height).all():
            found: Ints = height[ring]
            return found
        height = higher


def _fed(network: Network, carried: Ints) -> Flags:
    """Nodes that have something without a supplier, and all that they lead to."""
    source, target = network.edges.source[carried], network.edges.target[carried]
    fed: Flags = (network.entering > 0) | (network.unknown > 0)
    fed |= np.bincount(target, minlength=len(fed)) == 0
    while True:
        more = fed.copy()
        more[target[fed[source]]] = True
        if (more == fed).all():
            return fed
        fed = more
