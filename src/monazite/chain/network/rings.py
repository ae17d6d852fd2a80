"""Rings that feed themselves: what goes round in them never came from anywhere.

The gain of an edge is what its target needs of its source for one unit that the target puts out:
its share of all that the target takes, over the target's recovery. Around a ring gains multiply.
Where a ring gives back as much as went in, or more, no amount that enters the world could feed it.
With the gains of all rings between some nodes in a matrix G, that is so when its spectral radius is
1 or more, hence exactly when x = G x + 1 has no solution that is nowhere negative.

Source: Berman and Plemmons 1994, Nonnegative Matrices in the Mathematical Sciences, chapter 6, on
M-matrices (from memory).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csc_array, csr_array, eye_array
from scipy.sparse.csgraph import breadth_first_order, connected_components
from scipy.sparse.linalg import splu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_MOST = 1e9
"""More turns than this nothing makes: the ring is closed."""


class Ways(NamedTuple):
    """Edges as columns; a gain of 0 where an edge has no source; amounts in t, 0 if not known."""

    source: Ints
    target: Ints
    gain: Floats
    amount: Floats


class Ring(NamedTuple):
    """A ring that feeds itself: its nodes in the way of goods, its gain, its weakest edge.

    That is the one of least gain, and of these of least amount.
    """

    nodes: tuple[int, ...]
    gain: float
    edge: int


def closed_rings(ways: Ways, count: int) -> Iterator[Ring]:
    """Rings that feed themselves, one at a time, each thought of as opened at its weakest edge."""
    left = np.flatnonzero(ways.gain > 0)
    while True:
        ring = _first(ways, count, left)
        if ring is None:
            return
        yield ring
        left = left[left != ring.edge]


def _first(ways: Ways, count: int, left: Ints) -> Ring | None:
    source, target, gain = ways.source[left], ways.target[left], ways.gain[left]
    matrix = csr_array((gain, (source, target)), shape=(count, count))
    _, part = connected_components(matrix, connection="strong")
    inside = part[source] == part[target]
    for one in np.unique(part[source[inside]]):
        members = np.flatnonzero(part == one)
        if _feeds_itself(matrix[members][:, members]):
            edges = left[inside & (part[source] == one)]
            weakest = np.lexsort((ways.amount[edges], ways.gain[edges].round(9)))[0]
            return _ring(matrix, ways, int(edges[weakest]))
    return None


def _feeds_itself(gains: csr_array) -> bool:
    count = gains.shape[0]
    try:
        turns = splu(csc_array(eye_array(count) - gains)).solve(np.ones(count))
    except RuntimeError:  # exactly singular: a gain of exactly 1
        return True
    return not bool(((turns >= 0) & (turns < _MOST)).all())


def _ring(matrix: csr_array, ways: Ways, edge: int) -> Ring:
    """The shortest ring through an edge."""
    begin, end = int(ways.target[edge]), int(ways.source[edge])
    _, before = breadth_first_order(matrix, begin, directed=True, return_predecessors=True)
    way = [end]
    while way[-1] != begin:
        way.append(int(before[way[-1]]))
    nodes = (*reversed(way), begin)
    gain = float(np.prod([matrix[one, two] for one, two in pairwise(nodes)]))
    return Ring(nodes, gain, edge)
