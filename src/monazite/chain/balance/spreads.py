"""Standard deviations and bounds of all that a balance may move."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.balance.residuals import Parts
from monazite.chain.figures import DERIVED, SPREAD
from monazite.chain.network.network import OBSERVED
from monazite.chain.stages import MAKE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from monazite.chain.figures import Figure
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import Plant

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

UNEXPLAINED = SPREAD["derived-weak"]
"""What may come in or stay unseen at a node, in parts of what runs through it: Monazite's own."""
_FREE = 100.0
"""Of a figure that has no weight of its own."""


def spreads(network: Network, plants: Mapping[Node, Plant], before: Parts, balanced: Mask) -> Parts:
    """Standard deviations in t, 0 for what may not move.

    A figure's is its spread times its amount, so that what is 0 stays 0. What is unseen may move
    where a node has a balance.
    """
    unseen = np.where(balanced, UNEXPLAINED * _through(network, before), 0.0)
    return Parts(
        network.edges.spread * before.edges,
        _entering(network, plants) * before.entering,
        unseen,
        unseen,
    )


class Bounds(NamedTuple):
    """The least and the most that each amount may be, in t."""

    least: Parts
    most: Parts


def bounds(network: Network, plants: Mapping[Node, Plant]) -> Bounds:
    """Nothing is below 0, and what leaves a make node, by one edge, is bounded by what is printed.

    It stays within the range that the source of its production prints, and under its capacity,
    which counts where the two contradict each other, but for one that is less well known than what
    is printed of the production: that was made, whatever the capacity is recalled to be.
    """
    count = len(network.nodes)
    low, high = np.zeros(count), np.full(count, np.inf)
    for at, node in enumerate(network.nodes):
        plant = plants.get(node)
        if plant is not None and node.kind == MAKE:
            low[at], high[at] = _range(plant)
    nothing, endless = np.zeros(count), np.full(count, np.inf)
    source = network.edges.source
    return Bounds(
        Parts(low[source], nothing, nothing, nothing),
        Parts(high[source], endless, endless, endless),
    )


def _range(plant: Plant) -> tuple[float, float]:
    printed = plant.production.chosen if plant.production else None
    low = (printed.low if printed else None) or 0.0
    high = printed.high if printed and printed.high is not None else np.inf
    if plant.capacity is not None and not _refuted(plant.capacity, printed):
        high = min(high, plant.capacity.value)
    return min(low, high), high


def _refuted(capacity: Figure, made: Figure | None) -> bool:
    """Whether a better known production is above a capacity."""
    if made is None or made.unit != capacity.unit or made.value <= capacity.value:
        return False
    return SPREAD[capacity.confidence] > SPREAD[made.confidence]


def _through(network: Network, before: Parts) -> Floats:
    """What runs through each node, in t: the larger of what comes in and what goes out."""
    edges, count = network.edges, len(network.nodes)
    into = np.bincount(edges.target, before.edges, count) + before.entering + before.unknown
    return np.maximum(into, np.bincount(edges.source, before.edges, count) + before.left)


def _entering(network: Network, plants: Mapping[Node, Plant]) -> Floats:
    """Spreads of what enters: of the production reading, or `derived` where there is none."""
    found = np.full(len(network.nodes), SPREAD[DERIVED])
    for at in np.flatnonzero(network.entering > 0):
        plant = plants.get(network.nodes[at])
        if plant is not None and plant.production is not None:
            found[at] = SPREAD[plant.production.chosen.confidence]
    found[_said_once(network)] = _FREE
    return found


def _said_once(network: Network) -> Mask:
    """Nodes that nothing feeds and whose output is printed, such as mines.

    What enters there and what leaves are one figure, printed once: only what leaves has a weight,
    or the figure would count twice.
    """
    edges, count = network.edges, len(network.nodes)
    fed = np.bincount(edges.target, minlength=count) > 0
    guessed = np.bincount(edges.source, edges.basis != OBSERVED, count) > 0
    sells = np.bincount(edges.source, minlength=count) > 0
    return ~fed & sells & ~guessed
