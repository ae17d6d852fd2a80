"""The balance of each node: what it recovers, which nodes have one, what runs in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.stages import USE
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import Plant

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]


class Sums(NamedTuple):
    """What runs into each node and out of it, in t; without what enters and what is unknown."""

    into: Floats
    out: Floats


def sums(network: Network) -> Sums:
    """The inflows and outflows of each node."""
    edges, count = network.edges, len(network.nodes)
    return Sums(
        np.bincount(edges.target, edges.amount, count).astype(np.float64),
        np.bincount(edges.source, edges.amount, count).astype(np.float64),
    )


def recoveries(network: Network, plants: Mapping[Node, Plant]) -> Floats:
    """What goes out of each node of what comes in; 1 where nobody says, so that no loss is counted.

    InputError field "recovery": one that is not above 0 and at most 1.
    """
    found = np.ones(len(network.nodes))
    for at, node in enumerate(network.nodes):
        plant = plants.get(node)
        if plant is not None and plant.recovery is not None:
            found[at] = plant.recovery.value
    wrong = ~((found > 0) & (found <= 1))
    if wrong.any():
        raise InputError("recovery", found[wrong][0], "a fraction above 0 and at most 1")
    return found


def used(network: Network) -> Mask:
    """The nodes that use up what they take."""
    return np.array([node.kind == USE for node in network.nodes], dtype=np.bool_)


def kept(network: Network, *, ins: Floats, outs: Floats) -> Mask:
    """The nodes that have a balance: with a way in (ins > 0), a way out (outs > 0), and not a use.

    What a node without a way out has stays there, and what one without a way in gives comes from
    nobody knows where: neither is a contradiction between figures.
    """
    return ~used(network) & (ins > 0) & (outs > 0)


def gap(network: Network, gain: Floats) -> Floats:
    """What each node has beyond what goes out of it, in t; below 0 what it lacks."""
    into, out = sums(network)
    return gain * (into + network.entering + network.unknown) - out
