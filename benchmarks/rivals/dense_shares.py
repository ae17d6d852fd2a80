"""Direct and ultimate shares as a person with numpy would write them: one inverse a material."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.chain.stages import MAKE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World

    Floats = NDArray[np.float64]


def dense_shares(world: World) -> dict[str, tuple[Floats, Floats]]:
    """By material the direct and ultimate shares of every node on every country."""
    return {name: _shares(network) for name, network in world.networks.items()}


def _shares(network: Network) -> tuple[Floats, Floats]:
    count = len(network.nodes)
    taken: Floats = np.zeros((count, count))
    np.add.at(taken, (network.edges.target, network.edges.source), network.edges.amount)
    whole = taken.sum(axis=1) + network.entering + network.unknown
    mixing = taken / np.where(whole > 0, whole, 1.0)[:, None]
    visits = np.linalg.inv(np.eye(count) - mixing)
    names = sorted({node.country for node in network.nodes})
    home = np.array([names.index(node.country) for node in network.nodes])
    make = np.array([node.kind == MAKE for node in network.nodes])
    lies: Any = home[:, None] == np.arange(len(names))
    ultimate: Floats = np.zeros((count, len(names)))
    for column in range(len(names)):
        at = np.flatnonzero(make & (home == column))
        if len(at):
            hit = np.linalg.solve(visits[np.ix_(at, at)], np.ones(len(at)))
            ultimate[:, column] = visits[:, at] @ hit
    return mixing @ lies, ultimate
