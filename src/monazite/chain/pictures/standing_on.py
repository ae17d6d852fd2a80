"""Which part of each country's use stands on one origin, for a map of all countries at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.exposures.tracing import trace
from monazite.chain.exposures.ultimate import ultimate
from monazite.chain.stages import USE

if TYPE_CHECKING:
    from monazite.chain.network.network import Network


def standing_on(network: Network, origin: str) -> dict[str, float]:
    """Ultimate shares (0 to 1) on an origin (ISO3) by ISO3 of the user, all sectors together.

    A country without a known use is missing.
    """
    shares = ultimate(trace(network), [origin])[:, 0]
    size = len(network.nodes)
    taken = network.unknown + np.bincount(network.edges.target, network.edges.amount, size)
    users = [at for at, node in enumerate(network.nodes) if node.kind == USE and taken[at] > 0]
    used: dict[str, float] = {}
    stands: dict[str, float] = {}
    for at in users:
        country = network.nodes[at].country
        used[country] = used.get(country, 0.0) + float(taken[at])
        stands[country] = stands.get(country, 0.0) + float(taken[at] * shares[at])
    return {country: stands[country] / used[country] for country in used}
