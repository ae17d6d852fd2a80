"""Gap filling: amounts of ways that nobody prints, as near to first guesses as balances allow.

The equations are the balance of every node that a route touches, the production of a maker whose
output no edge shows, and the amount of a use where it is known. Where they hold no contradiction
they hold; where they do, it stays open for `reconcile`, which knows the spreads.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.balance.entropy import fitted
from monazite.chain.balance.nodes import gap, recoveries, sums, used
from monazite.chain.balance.totals import Ways, totals
from monazite.chain.figures import ESTIMATE, SPREAD
from monazite.chain.network.network import ESTIMATED, Edges
from monazite.chain.stages import MAKE, USE
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from monazite.chain.balance.routes import Route
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import Plant

    Floats = NDArray[np.float64]


class Filled(NamedTuple):
    """A network with its gaps filled, and by node what is left there in t.

    left: what a node has and no known edge takes (stock built, used unseen).
    """

    network: Network
    left: Floats


def fill(
    network: Network,
    plants: Mapping[Node, Plant],
    routes: Sequence[Route],
    uses: Mapping[Node, float],
    *,
    estimates: bool,
) -> Filled:
    """The network with an edge for each route, marked ESTIMATED.

    Where an edge that is known runs between the nodes of a route, the route is what it does not
    show: it gets an edge of its own beside it.

    Args:
        network: the edges whose amounts are known, and the nodes of the routes too.
        plants: recoveries, and productions of makers that no edge shows.
        routes: ways whose amounts are sought.
        uses: by use node the t used in the year, where known; another takes what is left for it.
        estimates: False adds no route, takes out edges marked ESTIMATED and moves no figure: what
            then arrives by no known way is put in `unknown`, what no known edge takes in `left`.

    Raises:
        InputError: field "route": its node is not in the network, its guess is not above 0, or
            there is another route between its nodes.
    """
    gain = recoveries(network, plants)
    known = _known(network, plants, uses)
    if not estimates:
        return _unfilled(_printed(network), gain, known)
    nothing = np.zeros(len(network.nodes))
    if not routes:
        return Filled(network, nothing)
    ways = _ways(network, routes)
    asked = totals(network, ways, gain, known)
    amounts = fitted(asked.equations, asked.constant, asked.guess)[: len(routes)]
    return Filled(replace(network, edges=_with(network.edges, routes, ways, amounts)), nothing)


def _known(network: Network, plants: Mapping[Node, Plant], uses: Mapping[Node, float]) -> Floats:
    """By node what a maker puts out or a use takes in, in t; NaN where nobody says."""
    found = np.full(len(network.nodes), np.nan)
    for at, node in enumerate(network.nodes):
        plant = plants.get(node)
        if node.kind == USE:
            found[at] = uses.get(node, np.nan)
        elif node.kind == MAKE and plant is not None and plant.production is not None:
            found[at] = plant.production.chosen.value
    return found


def _ways(network: Network, routes: Sequence[Route]) -> Ways:
    """The routes as indices; InputError "route" for one that cannot be asked for."""
    taken: set[tuple[Node, Node]] = set()
    for route in routes:
        ends = route.source, route.target
        if not all(end in network.index for end in ends) or ends in taken or not route.guess > 0:
            raise InputError("route", route, "a guess above 0, two nodes that have no other route")
        taken.add(ends)
    return Ways(
        np.array([network.index[route.source] for route in routes]),
        np.array([network.index[route.target] for route in routes]),
        np.array([route.guess for route in routes], dtype=np.float64),
    )


def _with(edges: Edges, routes: Sequence[Route], ways: Ways, amounts: Floats) -> Edges:
    count = len(routes)
    return Edges(
        np.concatenate([edges.source, ways.source]),
        np.concatenate([edges.target, ways.target]),
        np.concatenate([edges.amount, amounts]),
        np.concatenate([edges.basis, np.full(count, ESTIMATED)]),
        np.concatenate([edges.spread, np.full(count, SPREAD[ESTIMATE])]),
        (*edges.rows, *(route.rows for route in routes)),
    )


def _printed(network: Network) -> Network:
    """The network without its estimated edges; what makers put out by them stays as unnamed."""
    edges = network.edges
    stays = np.flatnonzero(edges.basis != ESTIMATED)
    return replace(
        network,
        unnamed=_unnamed(network),
        edges=Edges(
            edges.source[stays],
            edges.target[stays],
            edges.amount[stays],
            edges.basis[stays],
            edges.spread[stays],
            tuple(edges.rows[at] for at in stays),
        ),
    )


def _unnamed(network: Network) -> Mapping[str, float]:
    """By stage what makers put out by estimated edges, t: that it is made is known, not by whom."""
    edges, found = network.edges, dict(network.unnamed)
    for at in np.flatnonzero(edges.basis == ESTIMATED):
        maker = network.nodes[edges.source[at]]
        if maker.kind == MAKE:
            found[maker.stage] = found.get(maker.stage, 0.0) + float(edges.amount[at])
    return found


def _unfilled(network: Network, gain: Floats, known: Floats) -> Filled:
    """What each node lacks as unknown, what it has beyond as left; of a use, what is known."""
    use, flows = used(network), sums(network)
    beyond = gap(network, gain)
    lacks = np.where(use, np.nan_to_num(known - flows.into), -beyond / gain)
    unknown = network.unknown + np.maximum(lacks, 0.0)
    return Filled(replace(network, unknown=unknown), np.where(use, 0.0, np.maximum(beyond, 0.0)))
