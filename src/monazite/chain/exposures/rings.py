"""Where goods go round: (I - M) x = b for the nodes of one level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csc_array, eye_array
from scipy.sparse.linalg import splu

if TYPE_CHECKING:
    from monazite.chain.exposures.order import Around
    from monazite.chain.network.network import Floats, Ints

_FULL = 1000
"""Larger rings, of recycling through many stages and nearly empty, are solved as sparse ones."""

_BLOCK = 48
"""Nodes that LAPACK solves at a time. For larger matrices OpenBLAS takes threads, which on a busy
machine wait for one another up to a hundred times as long as the work takes."""


@dataclass(frozen=True, eq=False)
class Ring:
    """The part of M between the nodes of a level: the share of each of its edges."""

    around: Around
    share: Floats

    def solve(self, wanted: Floats) -> Floats:
        """The x of (I - M) x = wanted, by column."""
        return self._solved(self.around.target, self.around.source, wanted)

    def solve_back(self, wanted: Floats) -> Floats:
        """The x of (I - M)' x = wanted, by column."""
        return self._solved(self.around.source, self.around.target, wanted)

    def _solved(self, row: Ints, column: Ints, wanted: Floats) -> Floats:
        size = len(self.around.nodes)
        if size > _FULL:
            taken = csc_array((self.share, (row, column)), shape=(size, size))
            matrix = (eye_array(size, format="csc") - taken).tocsc()
            return np.asarray(splu(matrix).solve(np.ascontiguousarray(wanted)))
        full = np.bincount(row * size + column, self.share, size**2).reshape(size, size)
        return _eliminated(np.eye(size) - full, wanted)


def _eliminated(matrix: Floats, wanted: Floats) -> Floats:
    """The x of matrix x = wanted by Gauss, in blocks, each of which LAPACK solves.

    Blocks follow one another without pivots: the diagonal outweighs the rest of its row or column.
    """
    size = len(matrix)
    work = np.hstack([matrix, wanted])
    for at in range(0, size, _BLOCK):
        end = min(at + _BLOCK, size)
        work[at:end, end:] = np.linalg.solve(work[at:end, at:end], work[at:end, end:])
        work[end:, end:] -= _product(work[end:, at:end], work[at:end, end:])
    found = work[:, size:]
    for at in reversed(range(_BLOCK, size, _BLOCK)):
        end = min(at + _BLOCK, size)
        found[:at] -= _product(work[:at, at:end], found[at:end])
    return found


def _product(left: Floats, right: Floats) -> Floats:
    """The matrix product, by NumPy's own loops (`_BLOCK`)."""
    return np.asarray(np.einsum("ij,jk->ik", left, right))
