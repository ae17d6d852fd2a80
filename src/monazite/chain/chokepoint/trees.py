"""What stands behind each user: one unit of its use, followed back through the network.

The tree of a user gives the edge from m to n the flow x = N[user, n] M[n, m] (`exposure.tracing`):
what of one unit used came this way. What goes into a node comes out of it, so yields vanish, and
one unit enters (mined, drawn from stock, by no known way) for the one that is used. The tree is all
that a user may draw on: what others get stays theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.exposures.grounds import all_estimated
from monazite.chain.exposures.places import countries
from monazite.chain.exposures.tracing import Tracing, visits
from monazite.chain.stages import MAKE, STAGES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.chokepoint.users import Users
    from monazite.chain.network.network import Floats, Ints

    Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Places:
    """The nodes of a network as columns.

    countries: every country of a node, in order; country, stage: of each node, as a place in
    `countries` and in `STAGES`; make: whether it is a plant or a mine.
    """

    countries: tuple[str, ...]
    country: Ints
    stage: Ints
    make: Flags


@dataclass(frozen=True, eq=False)
class Trees:
    """The trees of several users.

    through: how often the goods of each user pass each node, N (users, nodes).
    """

    tracing: Tracing
    users: Users
    places: Places
    through: Floats

    @cached_property
    def outside(self) -> Floats:
        """The share of each node's goods that comes from outside the network, known or not."""
        return self.tracing.entering + self.tracing.unknown

    @cached_property
    def market(self) -> Ints:
        """By node where its goods are had: of a plant that only feeds its own market, that market.

        What comes into such a plant is all that goes into the market from it, so that the routes to
        it are as well drawn to the market itself.
        """
        edges, places = self.tracing.network.edges, self.places
        carried = np.flatnonzero(self.tracing.share > 0)
        source, target = edges.source[carried], edges.target[carried]
        alone = places.make[source] & (np.bincount(source, minlength=len(places.make))[source] == 1)
        alone &= ~places.make[target] & (places.country[source] == places.country[target])
        found = np.arange(len(places.make))
        found[source[alone]] = target[alone]
        return found

    def flows(self, user: int, edges: Ints) -> Floats:
        """What of one unit of a user came along each of some edges."""
        target = self.tracing.network.edges.target[edges]
        found: Floats = self.through[user, target] * self.tracing.share[edges]
        return found

    def estimated(self) -> Floats:
        """The share of each user's use whose way passes an estimate (`grounds.all_estimated`)."""
        return all_estimated(self.tracing, self.users.start)

    def unknown(self) -> Floats:
        """The share of each user's use that is of unknown origin."""
        found: Floats = self.through @ self.tracing.unknown
        return found


def trees(tracing: Tracing, users: Users) -> Trees:
    """The trees of users over one walk."""
    return Trees(tracing, users, places(tracing), visits(tracing, users.start))


def places(tracing: Tracing) -> Places:
    """The nodes of a walk's network as columns."""
    nodes = tracing.network.nodes
    names = countries(tracing.network)
    place = {name: at for at, name in enumerate(names)}
    return Places(
        names,
        np.array([place[node.country] for node in nodes], dtype=np.int64),
        np.array([STAGES.index(node.stage) for node in nodes], dtype=np.int64),
        np.array([node.kind == MAKE for node in nodes], dtype=np.bool_),
    )
