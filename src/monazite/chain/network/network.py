"""The way of one element through the world in one year."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from monazite.chain.network.nodes import Node

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

OBSERVED, BALANCED, ESTIMATED = 0, 1, 2
"""How an amount is known: printed by a source; printed, and moved by the balance; or estimated:
filled in by the balance, or laid on the year from Monazite's own share or that of another year."""


class Edges(NamedTuple):
    """Edges as columns; what passes is tonnes of contained element, as they reach the target."""

    source: Ints
    target: Ints
    amount: Floats
    basis: Ints
    spread: Floats
    """Standard deviation of the logarithm of the amount (`figures.SPREAD`)."""
    rows: tuple[tuple[str, ...], ...]
    """Ids of the packaged rows that each amount was read or computed from."""

    def __repr__(self) -> str:
        return f"<Edges: {len(self.source):,}>"


@dataclass(frozen=True, eq=False)
class Network:
    """Nodes and edges of one element in one year, in tonnes of contained element.

    A market is fed by the makers of its country and by other countries' markets, and feeds the
    makers of the next stage, users and other markets. A make node puts out its yield of what it
    takes in. Shapes: `entering` and `unknown` have one number for each node: what comes into the
    world there (mined, by-product, drawn from stock), and what arrives by no known way.
    unnamed: by stage what makers put out of whom no source prints how much, t, where estimates are
    left out.
    """

    element: str
    year: int
    nodes: tuple[Node, ...]
    edges: Edges
    entering: Floats
    unknown: Floats
    unnamed: Mapping[str, float] = field(default_factory=dict)

    def __repr__(self) -> str:
        size = f"{len(self.nodes):,} nodes, {len(self.edges.source):,} edges"
        return f"<Network of {self.element}, {self.year}: {size}>"

    @cached_property
    def index(self) -> Mapping[Node, int]:
        """Where each node stands in `nodes` and in the arrays."""
        return {node: at for at, node in enumerate(self.nodes)}
