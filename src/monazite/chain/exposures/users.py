"""Who asks: the use of a country, a sector of it, or its market at one stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from monazite.chain.stages import MARKET, SECTOR, USE

if TYPE_CHECKING:
    from monazite.chain.network.network import Floats, Ints, Network
    from monazite.chain.network.nodes import Node


class Users(NamedTuple):
    """Users by country and stage; the stage of final use is `sector`.

    row, node: which user (a place in `country` and `stage`) has something at which node.
    """

    country: tuple[str, ...]
    stage: tuple[str, ...]
    row: Ints
    node: Ints

    def amount(self, held: Floats) -> Floats:
        """What each user has, t of contained element (`places.held`)."""
        return np.bincount(self.row, held[self.node], len(self.country)).astype(np.float64)

    def start(self, held: Floats) -> csr_array:
        """Of what each user has, the part that lies at each node: (users, nodes)."""
        part = held[self.node] / self.amount(held)[self.row]
        return csr_array((part, (self.row, self.node)), shape=(len(self.country), len(held)))


def start_of(
    network: Network, held: Floats, country: str, stage: str, sector: str, material: str
) -> Floats:
    """Where a walk starts: the t that one user has at each node (`places.held`), by node.

    stage: of a market, or `sector` for final use; sector: empty for all; material: empty for all.
    """
    asked = np.array([_asked(node, country, stage, sector, material) for node in network.nodes])
    return np.where(asked, held, 0.0)


def all_users(network: Network, held: Floats) -> Users:
    """Every country's market at every stage, and every country's use, that has anything."""
    nodes = [
        at for at, node in enumerate(network.nodes) if node.kind in {MARKET, USE} and held[at] > 0
    ]
    keys = [(network.nodes[at].country, network.nodes[at].stage) for at in nodes]
    names = sorted(set(keys))
    place = {name: at for at, name in enumerate(names)}
    return Users(
        tuple(name for name, _ in names),
        tuple(stage for _, stage in names),
        np.array([place[key] for key in keys], dtype=np.int64),
        np.array(nodes, dtype=np.int64),
    )


def _asked(node: Node, country: str, stage: str, sector: str, material: str) -> bool:
    kind = USE if stage == SECTOR else MARKET
    return (
        node.kind == kind
        and node.country == country
        and (kind == USE or node.stage == stage)
        and sector in {"", node.sector}
        and material in {"", node.material}
    )
