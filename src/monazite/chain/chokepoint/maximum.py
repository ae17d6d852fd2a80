"""The largest flow through a network, and the cut that stops more: a warm start, then Dinic.

SciPy's `maximum_flow` works on whole numbers of 32 bits, so that capacities are scaled to parts in
2^29. It is given what a known flow leaves (the residual network), not the network: what is left to
find is small. The value is that of the cut found, in float64, so that scaling does not blur it.

Sources: Ford and Fulkerson 1956, Maximal flow through a network, Canadian Journal of Mathematics 8;
Dinic 1970, Soviet Mathematics Doklady 11 (from memory).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.chain.network.network import Floats, Ints

    Flags = NDArray[np.bool_]

_WHOLE = 2**29
"""The largest capacity as a whole number; two, there and back, must stay below 2^31 together."""


@dataclass(frozen=True, eq=False)
class Arcs:
    """Where flow may go: arcs between `size` places, from the place `source` to `sink`.

    slot: for each arc, and then for each arc backwards, its place among all distinct ones, which
    stand in the order of rows and columns (`first` of each row, `row`, `column`) and each of which
    has one that leads back, at `back`.
    """

    begin: Ints
    end: Ints
    size: int
    source: int
    sink: int
    slot: Ints
    row: Ints
    column: Ints
    first: Ints
    back: Ints


def arcs(begin: Ints, end: Ints, size: int, source: int, sink: int) -> Arcs:
    """Arcs made ready for many capacities."""
    key = np.concatenate([begin * size + end, end * size + begin])
    distinct, slot = np.unique(key, return_inverse=True)
    row, column = distinct // size, distinct % size
    first = np.searchsorted(row, np.arange(size + 1))
    back = np.searchsorted(distinct, column * size + row)
    return Arcs(begin, end, size, source, sink, slot, row, column, first, back)


def at_sink(arcs: Arcs, capacity: Floats, carried: Floats) -> Flags:
    """The places from which more would reach the sink: one side of the minimum cut nearest to it.

    Args:
        arcs: where flow may go.
        capacity: of each arc, between 0 and about 1.
        carried: a flow that fits, by arc; the better, the less is left to do.
    """
    left = _residual(arcs, capacity, carried)
    found = maximum_flow(_matrix(arcs.size, left, arcs.column, arcs.first), arcs.source, arcs.sink)
    # Every arc has one back, so that SciPy answers arc by arc; read backwards, it leads from the
    # sink to all that could still reach it.
    after = (left - found.flow.data)[arcs.back]
    open_ = after > 0
    first = np.concatenate([[0], np.cumsum(open_)])[arcs.first]
    back = _matrix(arcs.size, after[open_], arcs.column[open_], first)
    reached = np.zeros(arcs.size, dtype=np.bool_)
    reached[breadth_first_order(back, arcs.sink, return_predecessors=False)] = True
    return reached


def _residual(arcs: Arcs, capacity: Floats, carried: Floats) -> Ints:
    """What is left on each arc, and backwards what may be taken back, scaled.

    What the sink takes is rounded down, all else up: of cuts that are as large as one another, the
    one at the sink stays the smallest.
    """
    scale = _WHOLE / max(1.0, float(capacity.max(initial=0.0)))
    more = np.ceil(np.concatenate([capacity - carried, carried]).clip(min=0.0) * scale)
    last = np.flatnonzero(arcs.end == arcs.sink)
    more[last] = np.floor((capacity - carried)[last].clip(min=0.0) * scale)
    left: Ints = np.bincount(arcs.slot, more, len(arcs.row)).astype(np.int32)
    return left


def _matrix(size: int, left: Ints, column: Ints, first: Ints) -> csr_array:
    return csr_array((left, column.astype(np.int32), first.astype(np.int32)), shape=(size, size))
