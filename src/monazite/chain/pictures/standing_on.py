"""Which part of each country's use stands on one origin, for a map of all countries at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.left_out import all_left_out
from monazite.chain.exposures.tracing import trace
from monazite.chain.exposures.ultimate import ultimate
from monazite.chain.stages import USE

if TYPE_CHECKING:
    from monazite.chain.exposures.left_out import LeftOut
    from monazite.chain.network.network import Network
    from monazite.chain.worlds import World


class User(NamedTuple):
    """A country (ISO3) and the part of its use that stands on an origin, all sectors together.

    left_out: what of its use is counted with the rest of the world, so that the share is only of
    what is left; None where nothing is.
    """

    country: str
    share: float
    left_out: LeftOut | None


def users_on(world: World, material: str, origin: str) -> tuple[User, ...]:
    """The users of a network or alloy of a world, those that stand most on an origin (ISO3) first.

    A country without a known use is missing.
    """
    if material in world.alloys:
        found = _of_alloy(world, material, origin)
    else:
        network = world.networks[material]
        left = all_left_out(network)
        shares = standing_on(network, origin)
        found = [User(iso3, share, left.get(iso3)) for iso3, share in shares.items()]
    return tuple(sorted(found, key=lambda one: (-one.share, one.country)))


def _of_alloy(world: World, alloy: str, origin: str) -> list[User]:
    """By mass over its elements, as `exposure` has it."""
    known = [world.networks[name] for name in world.alloys[alloy].holds if name in world.networks]
    nodes = (node for network in known for node in network.nodes)
    users = sorted({node.country for node in nodes if (node.kind, node.material) == (USE, alloy)})
    found = [exposure(world, user, alloy, draws=0) for user in users]
    return [
        User(
            one.country,
            sum(share.share for share in one.ultimate if share.country == origin),
            one.left_out,
        )
        for one in found
        if one.use > 0
    ]


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
