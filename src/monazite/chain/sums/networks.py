"""Networks of several elements added up to one, node by node and way by way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.network.network import Edges, Network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.network.network import Floats, Ints
    from monazite.chain.network.nodes import Node


def renamed(network: Network, name: str) -> tuple[Node, ...]:
    """The nodes of a network as a sum of that name has them; alloys keep their own name."""
    return tuple(
        node._replace(material=name) if node.material == network.element else node
        for node in network.nodes
    )


def summed(networks: Sequence[Network], name: str) -> Network:
    """The sum of networks of one year, t of all their elements together.

    A way is known as the worst of its parts is. The spreads of parts are added in quadrature, as
    if no two of them had one cause. Rows are those of all parts.
    """
    nodes = tuple(sorted({node for one in networks for node in renamed(one, name)}))
    index = {node: at for at, node in enumerate(nodes)}
    ways = [
        np.array([index[node] for node in renamed(one, name)], dtype=np.int64)[
            np.array([one.edges.source, one.edges.target])
        ]
        for one in networks
    ]
    return Network(
        element=name,
        year=networks[0].year,
        nodes=nodes,
        edges=_edges([one.edges for one in networks], np.concatenate(ways, axis=1), len(nodes)),
        entering=added(nodes, networks, [one.entering for one in networks], name),
        unknown=added(nodes, networks, [one.unknown for one in networks], name),
        unnamed=_unnamed(networks),
    )


def _unnamed(networks: Sequence[Network]) -> Mapping[str, float]:
    stages = dict.fromkeys(stage for one in networks for stage in one.unnamed)
    return {stage: sum(one.unnamed.get(stage, 0.0) for one in networks) for stage in stages}


def added(
    nodes: Sequence[Node], networks: Sequence[Network], values: Sequence[Floats], name: str
) -> Floats:
    """What the nodes of networks have, one number a node, by the nodes of their sum."""
    found = dict.fromkeys(nodes, 0.0)
    for network, value in zip(networks, values, strict=True):
        for node, one in zip(renamed(network, name), value.tolist(), strict=True):
            found[node] += one
    return np.array(list(found.values()))


def _edges(parts: Sequence[Edges], ends: Ints, size: int) -> Edges:
    """Edges between the same two nodes as one; ends: source and target of each part's edges."""
    keys, way = np.unique(ends[0] * size + ends[1], return_inverse=True)
    amounts = np.concatenate([one.amount for one in parts])
    spreads = np.concatenate([one.spread for one in parts])
    amount: Floats = np.bincount(way, amounts, len(keys)).astype(np.float64)
    deviation = np.sqrt(np.bincount(way, (amounts * spreads) ** 2, len(keys)))
    basis = np.zeros(len(keys), dtype=np.int64)
    np.maximum.at(basis, way, np.concatenate([one.basis for one in parts]))
    rows: list[dict[str, None]] = [{} for _ in keys]
    behind = (each for one in parts for each in one.rows)
    for at, each in zip(way.tolist(), behind, strict=True):
        rows[at].update(dict.fromkeys(each))
    return Edges(
        source=keys // size,
        target=keys % size,
        amount=amount,
        basis=basis,
        spread=np.divide(deviation, amount, out=np.zeros(len(keys)), where=amount > 0),
        rows=tuple(map(tuple, rows)),
    )
