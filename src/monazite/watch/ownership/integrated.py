"""How much of each party is the listed ones' own in the end: the second number beside the rule.

x_i = the share that listed parties hold in i, directly and through everybody between:
x = a + A' x over all who are not listed, so x = (I - A')^-1 a. A listed party is its own end
(x = 1), which makes x the chance that a walk from i up along its shares comes to a listed one:
it stays between 0 and 1 wherever the shares in a party do not exceed the whole, cycles included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.ownership.graph import OPEN
from monazite.watch.ownership.shares import PARTS

if TYPE_CHECKING:
    from collections.abc import Collection

    import numpy.typing as npt
    from scipy.sparse import csr_array

    from monazite.watch.ownership.graph import Graph

    Floats = npt.NDArray[np.float64]

_ROUNDS = 96
"""Steps up from a party that are summed one by one: few registers know longer chains."""
_STEPS = 200
"""Of the iterative solution; what it cannot (chains of thousands) the direct one can."""
_SETTLED = 1e-12


def integrated(graph: Graph, listed: Collection[int]) -> Floats:
    """The integrated share (0 to 1) of each party; an open share counts as nothing.

    Shares in one party that exceed the whole are taken in proportion, as parts of a whole.
    """
    from scipy.sparse import csr_array  # noqa: PLC0415  # the rule itself needs no scipy

    count = len(graph.ids)
    ends = np.zeros(count, dtype=bool)
    ends[list(listed)] = True
    known = (graph.parts != OPEN) & ~ends[graph.owned]
    owners, owned, values = graph.owners[known], graph.owned[known], graph.parts[known] / PARTS
    values /= np.maximum(np.bincount(owned, values, count), 1)[owned]
    return _solved(csr_array((values, (owned, owners)), shape=(count, count)), ends * 1.0)


def _solved(upward: csr_array, first: Floats) -> Floats:
    """Solve x = first + upward x: summed step by step, then as a whole where cycles go on."""
    x, change = first.copy(), first
    for _ in range(_ROUNDS):
        change = upward @ change
        x += change
        if not np.any(change > _SETTLED):
            return x
    return x + _to_come(upward, upward @ change)


def _to_come(upward: csr_array, change: Floats) -> Floats:
    """What a change still brings: (I - A')^-1 of it, solved among those whom it can reach.

    Each of these has a way up to a listed party, so that the matrix is never singular.
    """
    from scipy.sparse import csr_array, eye_array, vstack  # noqa: PLC0415
    from scipy.sparse.csgraph import breadth_first_order  # noqa: PLC0415
    from scipy.sparse.linalg import bicgstab, spsolve  # noqa: PLC0415

    # One party more, which holds something of all that changed, is where the search begins.
    count = len(change)
    down = vstack([upward.T.tocsr(), csr_array((change > 0).astype(float)[None, :])])
    wide = csr_array((down.data, down.indices, down.indptr), shape=(count + 1, count + 1))
    met = breadth_first_order(wide, count, return_predecessors=False)
    met = np.sort(met[met < count])
    within = upward[met][:, met]
    system, right, found = eye_array(len(met)) - within, change[met], np.zeros(count)
    solution, failed = bicgstab(system, right, rtol=0, atol=_SETTLED, maxiter=_STEPS)
    found[met] = spsolve(system.tocsc(), right) if failed else solution
    return found
