"""A user's own network as arrays, on its way from rows to a `Network`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.chain.network.edge_rows import EdgeRow
    from monazite.chain.network.node_rows import NodeRow

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of nodes and edges as columns; source is -1 where an edge has none that can be used."""

    nodes: tuple[NodeRow, ...]
    edges: tuple[EdgeRow, ...]
    source: Ints
    target: Ints
    amount: Floats
    share: Floats
    entering: Floats
    unknown: Floats
    used: Floats
    recovery: Floats


def columns(nodes: Sequence[NodeRow], edges: Sequence[EdgeRow]) -> Rows:
    """The rows as columns: 0 where nothing is said to enter or to be used, 1 where none is lost."""
    place = {row.name: at for at, row in enumerate(nodes)}

    def of_nodes(name: str, otherwise: float) -> Floats:
        return np.array([row.numbers.get(name, otherwise) for row in nodes], dtype=np.float64)

    return Rows(
        nodes=tuple(nodes),
        edges=tuple(edges),
        source=np.array([place.get(row.source, -1) for row in edges], dtype=np.int64),
        target=np.array([place[row.target] for row in edges], dtype=np.int64),
        amount=np.array([row.amount for row in edges], dtype=np.float64),
        share=np.array([row.share for row in edges], dtype=np.float64),
        entering=of_nodes("entering", 0.0),
        unknown=of_nodes("unknown", 0.0),
        used=of_nodes("used", 0.0),
        recovery=of_nodes("recovery", 1.0),
    )


def summed(at: Ints, values: Floats, count: int) -> Floats:
    """Sums by node, with what is NaN and what stands at no node left out."""
    held = (at >= 0) & ~np.isnan(values)
    return np.bincount(at[held], values[held], count).astype(np.float64)
