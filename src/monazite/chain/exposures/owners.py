"""Shares by who controls the makers, beside shares by where they stand.

A maker that an owner controls by three tenths counts for it with three tenths of what it makes, as
if it were ten equal twins of which the owner had three. Where nobody says who controls a maker,
that is not known: it is never taken to be the country that it stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.stages import MAKE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.figures import Figure
    from monazite.chain.network.network import Floats, Network
    from monazite.chain.network.nodes import Node


def names_of(network: Network, owners: Mapping[Node, Mapping[str, Figure]]) -> tuple[str, ...]:
    """The owners of a network's makers in alphabetical order, as ISO3."""
    return tuple(sorted({name for node in network.nodes for name in owners.get(node, {})}))


def controlled(
    network: Network, owners: Mapping[Node, Mapping[str, Figure]], names: Sequence[str]
) -> Floats:
    """The part of each maker that each owner controls, and last the part of no known owner.

    Shape (nodes, owners + 1); parts of a maker that add up to more than 1 are scaled to 1.
    """
    place = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(network.nodes), len(names) + 1))
    for at, node in enumerate(network.nodes):
        for name, part in owners.get(node, {}).items():
            found[at, place[name]] = part.value
        if node.kind == MAKE:
            found[at] /= max(1.0, found[at].sum())
            found[at, -1] = max(0.0, 1.0 - found[at].sum())
    return found
