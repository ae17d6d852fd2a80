"""What goes when a country is taken out: all of its nodes, or of one's own country the plants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.exposures.ultimate import passing, ultimate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.chokepoint.trees import Places, Trees
    from monazite.chain.network.network import Floats, Ints

    Flags = NDArray[np.bool_]


def gone(places: Places, country: int, *, own: bool) -> Flags:
    """The nodes that go; a user's own markets and users stay, or there were nobody to supply."""
    found: Flags = places.country == country
    return found & places.make if own else found


def most_lost(trees: Trees, suppliers: Ints) -> Floats:
    """The share of each user's goods that passed each of some countries: (users, suppliers).

    What passed is lost if nothing is rerouted, so that no chokepoint is above it. Of the user's own
    country it is what passed a plant.
    """
    names = [trees.places.countries[at] for at in suppliers]
    own = own_country(trees)[:, None] == suppliers
    made, passed = ultimate(trees.tracing, names), passing(trees.tracing, names)
    return np.where(own, trees.users.start @ made, trees.users.start @ passed)


def own_country(trees: Trees) -> Ints:
    """The place of each user's country among all countries: of a member of a group, the group's."""
    found: Ints = trees.places.country[(trees.users.start > 0).argmax(axis=1)]
    return found
