"""Walking goods back to where they came from: a random walk from a user to its suppliers.

With a[n, m] = what node n takes from node m, w[n] = what enters the world at n and u[n] = what
arrives there by no known way, a step from n leads to m with probability

    M[n, m] = a[n, m] / (sum of a[n, :] + w[n] + u[n])

and ends at n with known origin (w) or unknown (u). N = (I - M)^-1 counts the visits. It rests on
one assumption: what a node puts out is mixed like what it takes in (proportional mixing). The
inverse is never formed: levels (`order`) are solved one after another, and only where goods go
round is there a system to solve (`rings`).

Source: absorbing Markov chains, Kemeny and Snell 1960, Finite Markov Chains, chapter 3 (from
memory); for trade Kastner et al. 2011, as `monazite.trade.origin` tells.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from monazite.chain.exposures.order import order
from monazite.chain.exposures.rings import Ring

if TYPE_CHECKING:
    from monazite.chain.exposures.order import Flags, Level, Order
    from monazite.chain.network.network import Floats, Network


class Step(NamedTuple):
    """One level: what its nodes take from below (`outer`, rows of M) and from one another."""

    level: Level
    outer: csr_array
    ring: Ring | None


@dataclass(frozen=True, eq=False)
class Tracing:
    """The walk over one network: shares of what each node has, and its steps, lowest first.

    share: of each edge in what its target has, M by edge; entering, unknown: by node. What comes
    in, enters and is unknown adds up to 1 at every node; one that nothing reaches is unknown.
    """

    order: Order
    share: Floats
    entering: Floats
    unknown: Floats
    steps: tuple[Step, ...]

    @property
    def network(self) -> Network:
        """The network that is walked."""
        return self.order.network


def trace(network: Network) -> Tracing:
    """The walk over a network as it stands."""
    return walk(order(network), network.edges.amount)


def walk(order: Order, amount: Floats) -> Tracing:
    """The walk over a network whose edges carry other amounts (a draw), 0 where they carried 0."""
    network = order.network
    edges, count = network.edges, len(network.nodes)
    amount = np.where(order.fed[edges.target], amount, 0.0)
    known = np.bincount(edges.target, amount, count) + network.entering
    whole = known + network.unknown
    scale = np.divide(1.0, whole, out=np.zeros(count), where=whole > 0)
    share = amount * scale[edges.target]
    entering = network.entering * scale
    unknown = np.where(whole > 0, network.unknown * scale, 1.0)
    return Tracing(order, share, entering, unknown, _steps(order, share))


def along(tracing: Tracing, kept: Flags) -> Tracing:
    """The walk along these edges alone: one that would take another edge is lost, and not led on.

    kept: for each edge of the network whether it may be taken.
    """
    share = np.where(kept, tracing.share, 0.0)
    return replace(tracing, share=share, steps=_steps(tracing.order, share))


def visits(tracing: Tracing, start: Floats) -> Floats:
    """Visits of each node by walks that start as given: start (q, nodes) -> start N (q, nodes)."""
    found = np.array(start, dtype=np.float64)
    for step in reversed(tracing.steps):
        nodes = step.level.nodes
        if step.ring is not None:
            around = step.ring.around.nodes
            found[:, around] = step.ring.solve_back(found[:, around].T).T
        found += (step.outer.T @ found[:, nodes].T).T
    return found


def first(tracing: Tracing, value: Floats, stop: Floats) -> Floats:
    """What a walk from each node meets first: v = value + (1 - stop) M v, by column.

    value (nodes, m): what a walk earns on the spot; stop (nodes, m): the chance that it ends there,
    1 at the places that are asked about. With value = stop = 1 at the makers of a country, v is the
    share of each node's goods that any of them made; a controlling owner's share is a fraction.
    """
    found = np.zeros_like(value, dtype=np.float64)
    for step in tracing.steps:
        nodes = step.level.nodes
        below = step.outer @ found
        found[nodes] = value[nodes] + (1.0 - stop[nodes]) * below
        if step.ring is not None:
            around = step.ring.around.nodes
            taken = below[np.searchsorted(nodes, around)]
            found[around] = _round(step.ring, taken, value[around], stop[around])
    return found


def hits(tracing: Tracing, member: Floats) -> Floats:
    """The share of each node's goods that passed a set of nodes at least once: (nodes, sets).

    member (nodes, sets): 1 for a node of the set, 0 for another, between where it belongs in part.
    """
    return first(tracing, member, member)


def _steps(order: Order, share: Floats) -> tuple[Step, ...]:
    count = len(order.network.nodes)
    return tuple(_step(level, share, count) for level in order.levels)


def _step(level: Level, share: Floats, count: int) -> Step:
    shape, around = (len(level.nodes), count), level.ring
    outer = csr_array((share[level.edges], level.source, level.first), shape=shape)
    return Step(level, outer, around and Ring(around, share[around.edges]))


def _round(ring: Ring, below: Floats, gain: Floats, halt: Floats) -> Floats:
    """What `first` finds in a ring: v = gain + (1 - halt) (inner v + below).

    v = B (below + z) with B = (I - inner)^-1 and z = gain where nothing halts; where something
    does, halt v + (1 - halt) z = gain: a small system for each column that halts in the ring.
    """
    held = np.flatnonzero(halt.any(axis=1))
    units = np.zeros((len(halt), len(held)))
    units[held, np.arange(len(held))] = 1.0
    solved = ring.solve(np.hstack([below + np.where(halt > 0, 0.0, gain), units]))
    found, spread = np.hsplit(solved, [gain.shape[1]])
    for column in np.flatnonzero(halt.any(axis=0)):
        at = np.flatnonzero(halt[held, column])
        rows, pull = held[at], halt[held[at], column]
        system = pull[:, None] * spread[rows][:, at] + np.diag(1.0 - pull)
        wanted = gain[rows, column] - pull * found[rows, column]
        found[:, column] += spread[:, at] @ np.linalg.solve(system, wanted)
    return found
