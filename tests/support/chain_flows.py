"""Maximum flow the slow ways: by every cut, and as a linear programme; to hold ours to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from support.chain_networks import dense

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node

    Floats = NDArray[np.float64]


class Problem(NamedTuple):
    """Capacities between places; the last two places are where flow comes from and goes to."""

    capacity: Floats
    names: tuple[Node, ...]


def problem(
    found: Network, user: str, gone: Callable[[Node], bool], *, spare: Floats | None = None
) -> Problem:
    """The tree of a country's use without the nodes that are gone, by a dense inverse.

    With spare, by node, routes are open and only plants and what enters elsewhere bind.
    """
    matrix, entering, unknown = dense(found)
    nodes, count = found.nodes, len(found.nodes)
    incoming = np.bincount(found.edges.target, found.edges.amount, count)
    whole = incoming + found.entering + found.unknown
    start = np.array([
        own * (node.kind == "use" and node.country == user)
        for node, own in zip(nodes, whole, strict=True)
    ])  # fmt: skip
    start = start / start.sum()
    through = start @ np.linalg.inv(np.eye(count) - matrix)
    kept = np.array([not gone(node) for node in nodes])
    plant = np.array([node.kind == "make" for node in nodes])
    capacity = np.zeros((2 * count + 2, 2 * count + 2))
    held = (through[:, None] * matrix).T * np.outer(kept, kept)
    outside, into = through * (entering + unknown) * kept, start * kept
    inner = np.full(count, 10.0)
    if spare is not None:
        held, inner = (held > 0) * 10.0, np.where(plant, through * (1 + spare), 10.0)
        outside = np.where(plant & (entering > 0) & (outside > 0), 10.0, outside)
    ins, outs = np.arange(count), count + np.arange(count)
    capacity[np.ix_(outs, ins)] = held
    capacity[ins, outs] = inner * kept
    capacity[-2, ins], capacity[outs, -1] = outside, into
    return Problem(capacity, nodes)


def by_programme(one: Problem) -> float:
    """The largest flow as a linear programme: as much into the sink, nothing left on the way."""
    begin, end = np.nonzero(one.capacity)
    size, arcs = len(one.capacity), len(begin)
    if not (end == size - 1).any():
        return 0.0
    inner = size - 2
    rows, signs = np.concatenate([end, begin]), np.repeat([1.0, -1.0], arcs)
    columns = np.tile(np.arange(arcs), 2)
    within = rows < inner
    balance = coo_array((signs[within], (rows[within], columns[within])), shape=(inner, arcs))
    done = linprog(
        -(end == size - 1).astype(np.float64), A_eq=balance, b_eq=np.zeros(inner),
        bounds=np.column_stack([np.zeros(arcs), one.capacity[begin, end]]), method="highs",
    )  # fmt: skip
    return float(-done.fun)


def by_every_cut(one: Problem) -> float:
    """The smallest of all cuts, where only routes bind: every set of nodes at the user's side."""
    count = len(one.names)
    place = np.array([*range(count), *range(count), count, count + 1])
    held = np.zeros((count + 2, count + 2))
    np.add.at(held, (place[:, None], place), np.where(one.capacity < 10.0, one.capacity, 0.0))
    touched = held.sum(axis=0) + held.sum(axis=1)
    used = [*np.flatnonzero(touched[:count] > 0), count, count + 1]
    chosen = np.arange(2 ** (len(used) - 2))[:, None]
    near = np.zeros((len(chosen), len(used)))
    near[:, :-2] = chosen >> np.arange(len(used) - 2) & 1
    near[:, -1] = 1.0
    cuts = (((1.0 - near) @ held[np.ix_(used, used)]) * near).sum(axis=1)
    return float(cuts.min())


def falls(values: list[float], slack: float = 1e-9) -> bool:
    """Whether no value is above the one before it."""
    return all(after <= before + slack for before, after in pairwise(values))
