"""The countries of a network, and which nodes belong to which: columns of every share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.network.network import Floats, Network


def countries(network: Network) -> tuple[str, ...]:
    """The countries of a network in alphabetical order, as ISO3."""
    return tuple(sorted({node.country for node in network.nodes}))


def members(network: Network, columns: Sequence[str], *kinds: str) -> Floats:
    """1 where a node of one of the kinds lies in the country: (nodes, columns), else 0."""
    place = {name: at for at, name in enumerate(columns)}
    found = np.zeros((len(network.nodes), len(columns)))
    for at, node in enumerate(network.nodes):
        if node.kind in kinds and node.country in place:
            found[at, place[node.country]] = 1.0
    return found


def held(network: Network, amount: Floats) -> Floats:
    """All that each node has in t: what comes in by edges, what enters, what is unknown."""
    incoming = np.bincount(network.edges.target, amount, len(network.nodes))
    found: Floats = incoming + network.entering + network.unknown
    return found
