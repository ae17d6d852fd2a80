"""The part of a network that leads to some of its nodes: all that their shares depend on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.network.network import Edges

if TYPE_CHECKING:
    from monazite.chain.network.network import Floats, Ints, Network


class Upstream(NamedTuple):
    """A smaller network, and which nodes and edges of the whole it has."""

    network: Network
    nodes: Ints
    edges: Ints


def upstream(network: Network, start: Floats) -> Upstream:
    """What leads to the nodes at which `start` is above zero, themselves included."""
    edges, reached = network.edges, start > 0
    while True:
        more = reached.copy()
        more[edges.source[reached[edges.target] & (edges.amount > 0)]] = True
        if (more == reached).all():
            break
        reached = more
    nodes = np.flatnonzero(reached)
    kept = np.flatnonzero(reached[edges.target] & reached[edges.source])
    at = np.cumsum(reached) - 1
    part = Edges(
        source=at[edges.source[kept]],
        target=at[edges.target[kept]],
        amount=edges.amount[kept],
        basis=edges.basis[kept],
        spread=edges.spread[kept],
        rows=tuple(edges.rows[edge] for edge in kept),
    )
    smaller = replace(
        network,
        nodes=tuple(network.nodes[node] for node in nodes),
        edges=part,
        entering=network.entering[nodes],
        unknown=network.unknown[nodes],
    )
    return Upstream(smaller, nodes, kept)
