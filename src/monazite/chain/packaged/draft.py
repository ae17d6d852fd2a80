"""A ladder as a network before its balance: what sources say, and nothing filled in.

Each maker takes what it does not bring into the world itself from the market of its own country,
so that market pays for its recovery:

    taken = output (1 - entering) / recovery,   output = recovery (taken + entering there).
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.figures import SPREAD
from monazite.chain.network.network import ESTIMATED, OBSERVED, Edges, Network
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.choice import spread
from monazite.chain.stages import MAKE, MARKET, SECTOR, USE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monazite.chain.balance.routes import Route
    from monazite.chain.figures import Figure, Reading
    from monazite.chain.packaged.ladder import Ladder, Step


class _Edge(NamedTuple):
    source: Node
    target: Node
    amount: float
    basis: int
    spread: float
    rows: tuple[str, ...]


def draft(ladder: Ladder, *, estimates: bool) -> Network:
    """The network of what is known: makers, markets, flows and uses; nothing balanced.

    Nodes that only ways lead to are there as well. Amounts that Monazite estimated itself, or that
    were read for another year, are marked ESTIMATED, for the balance to take them out; with
    estimates=False nothing enters by them.
    """
    edges = tuple(_edges(ladder))
    nodes = tuple(sorted({*_makers(ladder), *_ends(edges), *_ends(ladder.ways)}))
    at = {node: index for index, node in enumerate(nodes)}
    entering = np.zeros(len(nodes))
    for node, amount in _entering(ladder, estimates=estimates):
        entering[at[node]] = amount
    return Network(
        element=ladder.element,
        year=ladder.year,
        nodes=nodes,
        edges=Edges(
            source=np.array([at[edge.source] for edge in edges], dtype=np.int64),
            target=np.array([at[edge.target] for edge in edges], dtype=np.int64),
            amount=np.array([edge.amount for edge in edges], dtype=np.float64),
            basis=np.array([edge.basis for edge in edges], dtype=np.int64),
            spread=np.array([edge.spread for edge in edges], dtype=np.float64),
            rows=tuple(edge.rows for edge in edges),
        ),
        entering=entering,
        unknown=np.zeros(len(nodes)),
    )


def _makers(ladder: Ladder) -> Iterator[Node]:
    """Makers that are known to be there, said how much or not, and their markets."""
    for step in ladder.steps:
        for country in step.makers:
            yield Node(step.material, step.stage, country, MAKE)
            yield Node(step.material, step.stage, country, MARKET)


def _ends(pairs: Iterable[_Edge | Route]) -> Iterator[Node]:
    for pair in pairs:
        yield pair.source
        yield pair.target


def _edges(ladder: Ladder) -> Iterator[_Edge]:
    for step in ladder.steps:
        for country, reading in _known(step, ladder.year, estimates=True):
            yield from _of_maker(step, country, reading, ladder.year)
    for flow in ladder.flows:
        seller = Node(flow.material, flow.stage, flow.seller, MARKET)
        buyer = Node(flow.material, flow.stage, flow.buyer, MARKET)
        yield _edge(seller, buyer, flow.amount, ladder.year)
    for use in ladder.uses:
        market = Node(use.material, use.stage, use.country, MARKET)
        user = Node(use.material, SECTOR, use.country, USE, use.sector)
        yield _edge(market, user, use.amount, ladder.year)


def _known(step: Step, year: int, *, estimates: bool) -> Iterator[tuple[str, Reading]]:
    """Makers whose output is known, or estimated where estimates are wanted."""
    for country, reading in step.makers.items():
        if reading is not None and (estimates or not reading.chosen.estimated(year)):
            yield country, reading


def _of_maker(step: Step, country: str, reading: Reading, year: int) -> Iterator[_Edge]:
    """What a maker puts on its market, and what it takes from the market of the stage before."""
    figure, off = reading.chosen, spread(reading)
    make = Node(step.material, step.stage, country, MAKE)
    market = Node(step.material, step.stage, country, MARKET)
    yield _Edge(make, market, figure.value, _basis(figure, year), off, figure.rows)
    bought = 1.0 - _part(step, country)
    if step.takes is not None and bought > 0:
        # The part that it brings in itself decides as much as its output what it has to buy.
        entered = [one for one in [step.entering.get(country)] if one]
        told = [*([step.recovery] if step.recovery else ()), *entered]
        yield _Edge(
            source=Node(*step.takes, country, MARKET),
            target=make,
            amount=figure.value * bought / _recovery(step),
            basis=max(_basis(one, year) for one in (figure, *entered)),
            spread=hypot(off, *(SPREAD[one.confidence] for one in told)),
            rows=tuple(each for one in (figure, *told) for each in one.rows),
        )


def _entering(ladder: Ladder, *, estimates: bool) -> Iterator[tuple[Node, float]]:
    """What comes into the world at a maker, before it loses what it does not recover."""
    for step in ladder.steps:
        for country, reading in _known(step, ladder.year, estimates=estimates):
            amount = reading.chosen.value * _part(step, country) / _recovery(step)
            yield Node(step.material, step.stage, country, MAKE), amount


def _edge(source: Node, target: Node, figure: Figure, year: int) -> _Edge:
    off = SPREAD[figure.confidence]
    return _Edge(source, target, figure.value, _basis(figure, year), off, figure.rows)


def _basis(figure: Figure, year: int) -> int:
    return ESTIMATED if figure.estimated(year) else OBSERVED


def _part(step: Step, country: str) -> float:
    """The part of the output that comes into the world at the maker."""
    entering = step.entering.get(country)
    return entering.value if entering else 0.0


def _recovery(step: Step) -> float:
    return step.recovery.value if step.recovery else 1.0
