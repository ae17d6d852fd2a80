"""How far the balance had to move each figure, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import Plant

    Floats = NDArray[np.float64]

EDGE, ENTERING, UNKNOWN, LEFT = "edge", "entering", "unknown", "left"
_KINDS = (EDGE, ENTERING, UNKNOWN, LEFT)
_LEAST = 1e-6


class Parts(NamedTuple):
    """One number for each amount that a balance is about: of each edge, then three of each node."""

    edges: Floats
    entering: Floats
    unknown: Floats
    left: Floats


class Residual(NamedTuple):
    """One figure that the balance moved.

    what: edge (source to target), or entering, unknown or left at the node `target`; before, after:
    t; size: (after - before) / standard deviation of the figure, signed; rows: its packaged rows.
    """

    what: str
    source: Node | None
    target: Node
    before: float
    after: float
    size: float
    rows: tuple[str, ...]


def residuals(
    network: Network, plants: Mapping[Node, Plant], before: Parts, after: Parts, spread: Parts
) -> tuple[Residual, ...]:
    """Every figure that moved by more than a millionth of its standard deviation, worst first."""
    found = [
        _residual(network, plants, kind, int(at), (was[at], now[at], (now[at] - was[at]) / by[at]))
        for kind, was, now, by in zip(_KINDS, before, after, spread, strict=True)
        for at in np.flatnonzero(np.abs(now - was) > _LEAST * by)
        if by[at] > 0
    ]
    return tuple(sorted(found, key=lambda one: -abs(one.size)))


def _residual(
    network: Network,
    plants: Mapping[Node, Plant],
    kind: str,
    at: int,
    numbers: tuple[float, float, float],
) -> Residual:
    was, now, size = map(float, numbers)
    if kind == EDGE:
        source, target = network.edges.source[at], network.edges.target[at]
        ends = network.nodes[source], network.nodes[target]
        return Residual(kind, *ends, was, now, size, network.edges.rows[at])
    node = network.nodes[at]
    rows = _printed(plants.get(node)) if kind == ENTERING else ()
    return Residual(kind, None, node, was, now, size, rows)


def _printed(plant: Plant | None) -> tuple[str, ...]:
    """The rows of the production that enters the world at a plant."""
    return plant.production.chosen.rows if plant and plant.production else ()
