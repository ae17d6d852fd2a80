"""A balance by least squares as a person with numpy would write it: one dense system, no bounds.

Amounts move by their variances to close the balance of each node, where a quarter of what runs
through it may stay open: x = x0 - V A' (A V A' + U)^-1 A x0. Amounts may come out negative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.stages import USE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.network.network import Network

    Floats = NDArray[np.float64]

_UNSEEN = 0.25


def dense_balance(network: Network) -> Floats:
    """The amounts of the edges of a network without losses, nearest to its figures."""
    edges, count = network.edges, len(network.nodes)
    into = np.bincount(edges.target, edges.amount, count) + network.entering + network.unknown
    out = np.bincount(edges.source, edges.amount, count)
    kept = (into > 0) & (out > 0) & np.array([node.kind != USE for node in network.nodes])
    variance = (edges.spread * edges.amount) ** 2
    system = np.diag((_UNSEEN * np.maximum(into, out)) ** 2)
    for one, other, sign in (
        (edges.target, edges.target, 1),
        (edges.source, edges.source, 1),
        (edges.target, edges.source, -1),
        (edges.source, edges.target, -1),
    ):
        np.add.at(system, (one, other), sign * variance)
    pull = np.zeros(count)
    pull[kept] = np.linalg.solve(system[np.ix_(kept, kept)], (into - out)[kept])
    return np.asarray(edges.amount - variance * (pull[edges.target] - pull[edges.source]))
