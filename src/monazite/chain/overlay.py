"""A network with more users: what a company, a product or a licence holder takes from the world.

Nothing of the world changes: tracing walks from a user to its suppliers, and what one user more
takes from a market does not change the mix of that market.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.network.network import OBSERVED, Edges

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node


class Draw(NamedTuple):
    """What a node takes, in tonnes of contained element a year; source None: nobody says whence.

    spread: standard deviation of the logarithm of the amount; rows: ids of the rows it rests on.
    """

    source: Node | None
    target: Node
    amount: float
    spread: float
    rows: tuple[str, ...]


def with_draws(network: Network, draws: Iterable[Draw]) -> Network:
    """The network with the draws as observed edges, and with the nodes that it did not have.

    A draw without a source adds to what arrives at its target by no known way.
    """
    taken = tuple(draws)
    ends = (end for one in taken for end in (one.source, one.target) if end is not None)
    nodes = (*network.nodes, *(end for end in dict.fromkeys(ends) if end not in network.index))
    at = {node: index for index, node in enumerate(nodes)}
    more = np.zeros(len(nodes) - len(network.nodes))
    unknown = np.concatenate([network.unknown, more])
    for one in taken:
        if one.source is None:
            unknown[at[one.target]] += one.amount
    return replace(
        network,
        nodes=nodes,
        edges=_edges(network.edges, [(at[d.source], at[d.target], d) for d in taken if d.source]),
        entering=np.concatenate([network.entering, more]),
        unknown=unknown,
    )


def _edges(known: Edges, more: list[tuple[int, int, Draw]]) -> Edges:
    return Edges(
        source=np.append(known.source, np.array([source for source, _, _ in more], np.int64)),
        target=np.append(known.target, np.array([target for _, target, _ in more], np.int64)),
        amount=np.append(known.amount, np.array([draw.amount for *_, draw in more], float)),
        basis=np.append(known.basis, np.full(len(more), OBSERVED, np.int64)),
        spread=np.append(known.spread, np.array([draw.spread for *_, draw in more], float)),
        rows=(*known.rows, *(draw.rows for *_, draw in more)),
    )
