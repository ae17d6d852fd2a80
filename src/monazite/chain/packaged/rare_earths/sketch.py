"""Ways of all rare earths at once, and the network of one of them, or of their sum."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.balance.routes import Route
from monazite.chain.figures import ESTIMATE
from monazite.chain.network.network import ESTIMATED, OBSERVED, Edges, Network
from monazite.chain.packaged.rare_earths.elements import TO_OXIDE, vector

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.network.nodes import Node
    from monazite.chain.packaged.rare_earths.elements import Floats

ITSELF = ""
"""The material of a node where the element itself is handled, not an alloy of it."""
OURS, EACH, SUM, GUESS = 3, 2, 1, 0
"""What is known of a way: each element by our own estimate or from another year, each element, all
together, or nothing."""
SUM_OF_ALL = "REE"
_GRAM = 1e-6


class Way(NamedTuple):
    """What goes from a node to the next: t of each element as they reach the target.

    known: OURS, EACH, SUM or GUESS; spread: standard deviation of the logarithm, of each element;
    of_sum: of all together where that is better known; rows_of: by element the rows that it stands
    on instead.
    """

    amounts: Floats
    known: int
    spread: float
    rows: tuple[str, ...]
    of_sum: float | None = None
    rows_of: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def grounds(self, element: str) -> tuple[str, ...]:
        """The rows that the amount of an element, or of the sum, stands on."""
        return self.rows_of.get(element, self.rows)


def told(confidence: str, *, held: bool) -> int:
    """How a way is known whose mass is known of each element with that confidence.

    held: whether it was read for another year and is laid on this one.
    """
    return OURS if held or confidence == ESTIMATE else EACH


class Drawn(NamedTuple):
    """The network of what is known of one element, and the ways whose amounts are sought."""

    network: Network
    routes: tuple[Route, ...]


@dataclass(slots=True)
class Sketch:
    """The ways of a year; `entering` and `unknown` hold t of each element by node."""

    year: int
    ways: dict[tuple[Node, Node], Way] = field(default_factory=dict)
    entering: dict[Node, Floats] = field(default_factory=dict)
    unknown: dict[Node, Floats] = field(default_factory=dict)

    def add(self, source: Node, target: Node, way: Way) -> None:
        """A way; two between the same nodes are added up and known as the worse of them is.

        One that carries nothing is none.
        """
        if not way.amounts.any():
            return
        old = self.ways.get((source, target))
        if old is not None:
            rows = tuple(dict.fromkeys((*old.rows, *way.rows)))
            spread = max(old.spread, way.spread)
            way = Way(old.amounts + way.amounts, min(old.known, way.known), spread, rows)
        self.ways[source, target] = way


def drawn(sketch: Sketch, element: str) -> Drawn:
    """The network of one element, t contained, or of their sum, t of oxides."""
    whole = element == SUM_OF_ALL
    weights = TO_OXIDE if whole else vector({element: 1.0})
    known: list[tuple[Node, Node, float, Way]] = []
    routes: list[Route] = []
    for (source, target), way in sketch.ways.items():
        amount = float(way.amounts @ weights)
        if amount < _GRAM:
            continue
        ends = _named(source, element), _named(target, element)
        if way.known >= (SUM if whole else EACH):
            known.append((*ends, amount, way))
        else:
            routes.append(Route(*ends, amount, way.grounds(element)))
    come = {_named(node, element): float(at @ weights) for node, at in sketch.entering.items()}
    lost = {_named(node, element): float(at @ weights) for node, at in sketch.unknown.items()}
    met = {end for one in (*known, *routes) for end in one[:2]}
    nodes = tuple(sorted(met | {node for node, at in come.items() if at >= _GRAM}))
    network = Network(
        element=element,
        year=sketch.year,
        nodes=nodes,
        edges=_edges(known, {node: at for at, node in enumerate(nodes)}, element),
        entering=np.array([come.get(node, 0.0) for node in nodes]),
        unknown=np.array([lost.get(node, 0.0) for node in nodes]),
    )
    return Drawn(network, tuple(routes))


def _edges(known: list[tuple[Node, Node, float, Way]], at: dict[Node, int], element: str) -> Edges:
    return Edges(
        source=np.array([at[source] for source, _, _, _ in known], dtype=np.int64),
        target=np.array([at[target] for _, target, _, _ in known], dtype=np.int64),
        amount=np.array([amount for _, _, amount, _ in known], dtype=np.float64),
        basis=np.array(
            [ESTIMATED if way.known == OURS else OBSERVED for _, _, _, way in known], dtype=np.int64
        ),
        spread=np.array([_spread(way, element) for _, _, _, way in known], dtype=np.float64),
        rows=tuple(way.grounds(element) for _, _, _, way in known),
    )


def _spread(way: Way, element: str) -> float:
    return way.spread if way.of_sum is None or element != SUM_OF_ALL else way.of_sum


def _named(node: Node, element: str) -> Node:
    return node if node.material else node._replace(material=element)
