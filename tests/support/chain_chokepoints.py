"""Chokepoints of small networks by the names of countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.chokepoint.pairs import EXACT, Losses, all_losses, all_pairs
from monazite.chain.chokepoint.rerouting import HELD
from monazite.chain.chokepoint.trees import Trees, trees
from monazite.chain.chokepoint.users import asked, users
from monazite.chain.exposures.places import held
from monazite.chain.exposures.tracing import trace

if TYPE_CHECKING:
    from monazite.chain.chokepoint.rerouting import Rerouting
    from monazite.chain.network.network import Floats, Network


def grown(found: Network) -> Trees:
    """The trees of all final users of a network."""
    return trees(trace(found), users(asked(found), held(found, found.edges.amount)))


def lost(found: Trees, rerouting: Rerouting = HELD, spare: Floats | None = None) -> Losses:
    """The losses of all users without each of all countries."""
    every = all_pairs(found, np.arange(len(found.places.countries)))
    return all_losses(found, every, rerouting, spare, EXACT)


def by_name(found: Trees, values: Floats) -> dict[tuple[str, str], float]:
    """A matrix of users and suppliers by their names."""
    return {
        (user, supplier): float(values[row, column])
        for row, user in enumerate(found.users.countries)
        for column, supplier in enumerate(found.places.countries)
    }
