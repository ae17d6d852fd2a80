"""Figures that disagree brought together: weighted least squares with bounds, balanced exactly.

Each figure gives way by its own spread: an amount of 100 t with a spread of 0.03 has a standard
deviation of 3 t. Beside the figures every node may have what comes in unseen and what stays there
unseen, with a standard deviation u of `spreads.UNEXPLAINED` of what runs through it. Up to u it
costs its square; beyond, each tonne more costs 1 / u, so that no node moves a figure of deviation s
by more than s (s / u). So there always is a balance: good figures hold, estimates move first, and
what figures cannot agree on is said as unknown or left.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from monazite.chain.balance.nodes import gap, kept, recoveries, sums, used
from monazite.chain.balance.quadratic import nearest
from monazite.chain.balance.residuals import Parts, residuals
from monazite.chain.balance.spreads import bounds, spreads
from monazite.chain.network.network import BALANCED, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from monazite.chain.balance.residuals import Residual
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import Plant

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]

_MOVED = 1e-6


@dataclass(frozen=True, eq=False)
class Balanced:
    """A network in balance, and by node what is left there in t.

    At every node but a use, to 1e-9 of what runs through it:
    recovery x (inflows + entering + unknown) = outflows + left.
    """

    network: Network
    left: Floats
    _plants: Mapping[Node, Plant] = field(repr=False)
    _before: Parts = field(repr=False)
    _after: Parts = field(repr=False)
    _spread: Parts = field(repr=False)

    @cached_property
    def residuals(self) -> tuple[Residual, ...]:
        """The figures that were moved, worst first."""
        return residuals(self.network, self._plants, self._before, self._after, self._spread)


def reconcile(network: Network, plants: Mapping[Node, Plant], left: Floats) -> Balanced:
    """The amounts nearest to the figures, in units of their spreads, that balance every node.

    Edges that move by more than a millionth are marked BALANCED, estimates stay ESTIMATED; spreads
    stay, as a figure is no better known for having been moved.

    Args:
        network: its edges with their spreads; edges of 0 t stay 0.
        plants: recoveries, bounds (`spreads.bounds`) and the confidence of what enters.
        left: what is thought to stay at each node, t.
    """
    gain = recoveries(network, plants)
    before = Parts(network.edges.amount, network.entering, network.unknown, left)
    flows = sums(network)
    balanced = kept(
        network, ins=flows.into + before.entering + before.unknown, outs=flows.out + left
    )
    spread = spreads(network, plants, before, balanced)
    least, most = bounds(network, plants)
    found = nearest(
        _equations(network, gain, balanced), 1.0 / spread.unknown[balanced],
        *map(np.concatenate, (before, spread, least, most)),
    )  # fmt: skip
    after = _closed(network, _parts(found, network), gain)
    edges = network.edges._replace(amount=after.edges, basis=_basis(network, after.edges))
    moved = replace(network, edges=edges, entering=after.entering, unknown=after.unknown)
    return Balanced(moved, after.left, plants, before, after, spread)


def _equations(network: Network, gain: Floats, balanced: Mask) -> csr_array:
    """A row for each node that has a balance, a column for each amount in the order of `Parts`."""
    edges, count, width = network.edges, len(network.nodes), len(network.edges.amount)
    row = np.full(count, -1)
    row[balanced] = np.arange(balanced.sum())
    node, edge = np.arange(count), np.arange(width)
    rows = np.concatenate([row[edges.target], row[edges.source], row, row, row])
    columns = np.concatenate([edge, edge, *(width + count * part + node for part in range(3))])
    values = np.concatenate([gain[edges.target], -np.ones(width), gain, gain, -np.ones(count)])
    held = rows >= 0
    shape = (int(balanced.sum()), width + 3 * count)
    return csr_array((values[held], (rows[held], columns[held])), shape=shape)


def _parts(found: Floats, network: Network) -> Parts:
    width, count = len(network.edges.amount), len(network.nodes)
    cuts = [width + count * part for part in range(3)]
    return Parts(*np.split(found, cuts))


def _closed(network: Network, parts: Parts, gain: Floats) -> Parts:
    """What is still open said as left or unknown: rounding, and all of a node without a way on."""
    edges = network.edges._replace(amount=parts.edges)
    now = replace(network, edges=edges, entering=parts.entering, unknown=parts.unknown)
    beyond = np.where(used(network), 0.0, gap(now, gain) - parts.left)
    return parts._replace(
        left=parts.left + np.maximum(beyond, 0.0),
        unknown=parts.unknown + np.maximum(-beyond, 0.0) / gain,
    )


def _basis(network: Network, amount: Floats) -> NDArray[np.int64]:
    """BALANCED for a printed amount that moved."""
    edges = network.edges
    moved = np.abs(amount - edges.amount) > _MOVED * edges.amount
    return np.where(moved & (edges.basis == OBSERVED), BALANCED, edges.basis)
