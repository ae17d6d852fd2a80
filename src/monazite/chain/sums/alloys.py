"""The way of an alloy: of each of its elements the part that goes into it, added up.

What a node has goes on to its takers in proportion, so that the part phi of it that goes into the
alloy is 1 at the nodes of the alloy (its makers, markets and uses), and elsewhere

    phi[m] = sum over takers n of amount[m, n] phi[n] / sum over takers n of amount[m, n].

An amount that reaches n counts with phi[n]. What comes into a node is so scaled all alike: the mix
of its supplies, and with it every share upstream, stays what it is in the element's own network.
What makers put out whom nobody names (`Network.unnamed`) is split as that of the named ones is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csc_array, eye_array
from scipy.sparse.linalg import splu

from monazite.chain.stages import MAKE
from monazite.chain.sums.networks import summed
from monazite.chain.sums.sums import with_sum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.network.network import Floats, Network
    from monazite.chain.worlds import World

_LEAK = 1e-12
"""What a ring that nothing leaves loses in a turn, so that none of it ends in the alloy."""


def network_of(world: World, material: str) -> Network:
    """The network of an element, a sum or an alloy of a world; KeyError for any other."""
    if material in world.alloys:
        return alloy_network(world, material)
    return with_sum(world, material).networks[material]


def alloy_network(world: World, alloy: str) -> Network:
    """The network of an alloy of the world, t of all its elements together."""
    known = [name for name in world.alloys[alloy].holds if name in world.networks]
    return summed([_ending(world.networks[name], alloy) for name in known], alloy)


def _ending(network: Network, alloy: str) -> Network:
    """The amounts of a network that go into an alloy; what does not counts 0."""
    part, edges = _part(network, alloy), network.edges
    amount = edges.amount * part[edges.target]
    made = [
        network.nodes[at].stage if network.nodes[at].kind == MAKE else "" for at in edges.source
    ]
    whole, into = (_by_stage(made, one) for one in (edges.amount, amount))
    return replace(
        network,
        edges=edges._replace(amount=amount),
        entering=network.entering * part,
        unknown=network.unknown * part,
        unnamed={
            stage: unnamed * into[stage] / whole[stage]
            for stage, unnamed in network.unnamed.items()
            if whole.get(stage)
        },
    )


def _by_stage(stages: Sequence[str], amounts: Floats) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for stage, amount in zip(stages, amounts.tolist(), strict=True):
        found[stage] = found.get(stage, 0.0) + amount
    return found


def _part(network: Network, alloy: str) -> Floats:
    """By node the part phi of what it has that goes into an alloy."""
    edges, size = network.edges, len(network.nodes)
    of_it = np.array([node.material == alloy for node in network.nodes], dtype=np.bool_)
    gone = np.bincount(edges.source, edges.amount, size)
    share = edges.amount / np.maximum(gone, np.finfo(float).tiny)[edges.source]
    share = np.where(of_it[edges.source], 0.0, share * (1 - _LEAK))
    onward = csc_array((share, (edges.source, edges.target)), shape=(size, size))
    solver = splu((eye_array(size, format="csc") - onward).tocsc())
    found: Floats = np.clip(solver.solve(of_it.astype(np.float64)), 0.0, 1.0)
    return found
