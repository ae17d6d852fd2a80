"""In which form goods came into the country that uses them: the finished-goods channel.

A country that stops buying oxide and buys motors has not become free of the country that makes the
oxide: its dependence moved into the product. Walking back from the use and stopping at the border,
each part of the use arrived at one stage, as ore, oxide, metal, magnet or finished component, from
one seller; and behind each part stand makers abroad:

    U[use, k] = sum of arriving[e] U[seller of e, k]    for k other than the country itself

so the ultimate share on k falls apart by the form in which it came in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.tracing import along, visits
from monazite.chain.stages import COMPONENT, SECTOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.chain.exposures.tracing import Tracing
    from monazite.chain.network.network import Floats, Network

FINISHED = (COMPONENT, SECTOR)
"""The stages at which the material comes inside a product."""


class Arrival(NamedTuple):
    """A part of a use: the stage of the goods when they came in, their seller, the share of it.

    country: the user's own where they entered the world at home, empty where it is not known;
    upstream: of the whole use what arrived so and passed a maker of each country (columns).
    """

    stage: str
    country: str
    share: float
    upstream: Floats


def arrivals(tracing: Tracing, start: Floats, home: str, ultimate: Floats) -> tuple[Arrival, ...]:
    """The parts of a use by stage and seller, largest first; they add up to 1.

    Args:
        tracing: the walk.
        start: where it starts, by node of the country `home`; adds up to 1.
        home: the user's country.
        ultimate: an answer of `ultimate.ultimate`.
    """
    network, edges = tracing.network, tracing.network.edges
    inland = np.array([node.country == home for node in network.nodes], dtype=np.bool_)
    within = visits(along(tracing, inland[edges.source]), start[None, :])[0]
    parts: dict[tuple[str, str], tuple[float, Floats]] = {}

    def add(stage: str, country: str, share: float, stands: Floats) -> None:
        known, behind = parts.get((stage, country), (0.0, np.zeros(ultimate.shape[1])))
        parts[stage, country] = known + share, behind + share * stands

    crossing = within[edges.target] * tracing.share
    for edge in np.flatnonzero(~inland[edges.source] & (crossing > 0)):
        seller = edges.source[edge]
        node = network.nodes[seller]
        add(node.stage, node.country, float(crossing[edge]), ultimate[seller])
    nobody = np.zeros(ultimate.shape[1])
    for at in np.flatnonzero(within > 0):
        stage = network.nodes[at].stage
        add(stage, home, float(within[at] * tracing.entering[at]), nobody)
        add(stage, "", float(within[at] * tracing.unknown[at]), nobody)
    found = (Arrival(*key, *part) for key, part in parts.items() if part[0] > 0)
    return tuple(sorted(found, key=lambda one: (-one.share, one.stage, one.country)))


def finished(network: Network, home: str, parts: Iterable[Arrival]) -> float | None:
    """The share of a use that came from abroad as finished components or products.

    None where nobody knows of any that come into the user's own country: that is not zero, even
    where trade in them is known of others. A form of unknown seller, or of the user's own country,
    came in as nothing.
    """
    ends = zip(network.edges.source, network.edges.target, strict=True)
    pairs = ((network.nodes[source], network.nodes[target]) for source, target in ends)
    if not any(
        one.stage in FINISHED and one.country != home == other.country for one, other in pairs
    ):
        return None
    abroad = (one for one in parts if one.country not in {"", home})
    abroad = (one for one in parts if one.country not in {"", home})
    return sum((one.share for one in abroad if one.stage in FINISHED), 0.0)
