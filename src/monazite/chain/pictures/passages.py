"""Who makes for whom: what passes between makers and users, with the markets taken out.

A market mixes what its country's makers put on it with what it takes from other markets. With
A[m, n] the share of what market m has that comes from market n, and B[m, i] the share that comes
from maker i, the origin of what m has is Y = (I - A)^-1 B; of an amount a that a taker draws on m
the part a Y[m, i] was made by i. Proportional mixing, as in `chain.exposures.tracing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csc_array, eye_array
from scipy.sparse.linalg import splu

from monazite.chain.network.network import ESTIMATED
from monazite.chain.outputs import left, made_stages, stage_before
from monazite.chain.stages import MARKET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from monazite.chain.network.network import Floats, Network
    from monazite.chain.network.nodes import Node

_LEAK = 1e-12
"""What a ring of markets that nothing feeds loses in a turn, so that its origin stays unknown."""
_LEAST = 1e-9
"""Parts of a market below this are rounding."""


class Passage(NamedTuple):
    """What one maker (None where it is not known) makes for another maker or a user.

    stage: of the maker, known or not; taker: None where nobody says who takes what a market has;
    amount: t of contained element that arrive; sure: the part of it, in t, that no estimate fills
    in; rows: ids of the packaged rows of what the taker draws.
    """

    stage: str
    maker: Node | None
    taker: Node | None
    amount: float
    sure: float
    rows: tuple[str, ...]


def passages(network: Network) -> tuple[Passage, ...]:
    """Every passage between a maker and a taker, in the order of the network's edges."""
    nodes, edges = network.nodes, network.edges
    mix = _Mix(network)
    found = []
    for source, target, amount, basis, rows in zip(
        edges.source.tolist(), edges.target.tolist(), edges.amount.tolist(),
        edges.basis.tolist(), edges.rows, strict=True,
    ):  # fmt: skip
        taker, seller = nodes[target], nodes[source]
        if taker.kind == MARKET or amount <= 0:
            continue
        printed = 0.0 if basis == ESTIMATED else amount
        if seller.kind == MARKET:
            for maker, share, sure in mix.of(source):
                passed = (amount * share, printed * sure)
                found.append(Passage(seller.stage, maker, taker, *passed, rows))
        else:
            found.append(Passage(seller.stage, seller, taker, amount, printed, rows))
    return (*found, *_without_maker(network), *_without_taker(network, mix))


def _without_maker(network: Network) -> Iterator[Passage]:
    """What arrives at makers and users by no known way."""
    stages = made_stages(network)
    for node, amount in zip(network.nodes, network.unknown.tolist(), strict=True):
        if node.kind != MARKET and amount > 0:
            before = stage_before(node.stage, stages) if stages else node.stage
            yield Passage(before, None, node, amount, 0.0, ())


def _without_taker(network: Network, mix: _Mix) -> Iterator[Passage]:
    """What is left at markets with nobody known who takes it."""
    beyond = left(network)
    for at in np.flatnonzero(beyond > 0).tolist():
        amount, stage = float(beyond[at]), network.nodes[at].stage
        for maker, share, sure in mix.of(at):
            yield Passage(stage, maker, None, amount * share, amount * sure, ())


class _Origin:
    """Of every market the shares of its makers, over the edges that have a share."""

    def __init__(self, network: Network, markets: NDArray[np.bool_], share: Floats) -> None:
        edges, size = network.edges, len(network.nodes)
        between = markets[edges.target] & markets[edges.source]
        made = markets[edges.target] & ~markets[edges.source]
        self._size = size
        self._made = self._matrix(network, share, made)
        rings = self._matrix(network, share * (1 - _LEAK), between)
        self._solver = splu((eye_array(size, format="csc") - rings).tocsc())

    def _matrix(self, network: Network, share: Floats, kept: NDArray[np.bool_]) -> csc_array:
        places = (network.edges.target[kept], network.edges.source[kept])
        return csc_array((share[kept], places), shape=(self._size, self._size))

    def of(self, market: int) -> Floats:
        """The share of each node in what a market has."""
        here = np.zeros(self._size)
        here[market] = 1.0
        found: Floats = self._made.T @ self._solver.solve(here, trans="T")
        return found


class _Mix:
    """Of every market the shares of its makers, in all and without what an estimate fills in."""

    def __init__(self, network: Network) -> None:
        self._nodes = network.nodes
        edges = network.edges
        markets = np.array([node.kind == MARKET for node in network.nodes], dtype=bool)
        held = network.entering + network.unknown
        np.add.at(held, edges.target, edges.amount)
        share = np.where(edges.amount > 0, edges.amount, 0.0)
        share /= np.maximum(held[edges.target], np.finfo(float).tiny)
        self._all = _Origin(network, markets, share)
        self._sure = _Origin(network, markets, np.where(edges.basis == ESTIMATED, 0.0, share))
        self._known: dict[int, list[tuple[Node | None, float, float]]] = {}

    def of(self, market: int) -> list[tuple[Node | None, float, float]]:
        """The makers of what a market has with their shares, None for what is left over."""
        if market not in self._known:
            row, sure = self._all.of(market), self._sure.of(market)
            found: list[tuple[Node | None, float, float]] = [
                (self._nodes[at], float(row[at]), float(sure[at]))
                for at in np.flatnonzero(row > _LEAST).tolist()
            ]
            left = 1.0 - float(row.sum())
            self._known[market] = [*found, *([(None, left, 0.0)] if left > _LEAST else [])]
        return self._known[market]
