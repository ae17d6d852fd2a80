"""The balance of one element in one year: gaps filled, then figures brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.balance.fill import fill
from monazite.chain.balance.reconcile import reconcile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.balance.reconcile import Balanced
    from monazite.chain.balance.routes import Route
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import Plant


def balance(
    network: Network,
    plants: Mapping[Node, Plant],
    routes: Sequence[Route],
    uses: Mapping[Node, float],
    *,
    estimates: bool,
) -> Balanced:
    """The network with its gaps filled (`fill`) and its figures reconciled (`reconcile`)."""
    filled = fill(network, plants, routes, uses, estimates=estimates)
    return reconcile(filled.network, plants, filled.left)
