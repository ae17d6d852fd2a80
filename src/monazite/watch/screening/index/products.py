"""The best of a product of sparse matrices, in pieces so that memory stays bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sparse_dot_topn.unchecked import sp_matmul_topn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.watch.screening.index.postings import Postings
    from monazite.watch.screening.index.weighing import Wanted

_ROWS = 4096
"""Asked rows a piece."""


class Best(NamedTuple):
    """Pairs of an asked row and a row of the index, with a score, the best of each asked first."""

    asked: NDArray[np.int32]
    row: NDArray[np.int32]
    score: NDArray[np.float32]

    def at(self, which: NDArray[Any]) -> Best:
        """Some of the pairs, by mask or place."""
        return Best(self.asked[which], self.row[which], self.score[which])


def together(parts: Sequence[Best]) -> Best:
    """The pairs of several, one after another."""
    return Best(
        np.concatenate([part.asked for part in parts]),
        np.concatenate([part.row for part in parts]),
        np.concatenate([part.score for part in parts]),
    )


def best(postings: Postings, asked: Wanted, rows: int, top: int, least: float) -> Best:
    """The `top` best rows of each asked one over a score, by the sum of what they share."""
    shape = (len(postings.key), postings.rows)
    # Memory-mapped arrays come copy-on-write (`store`): the product takes no read-only ones.
    index = csr_matrix((postings.weight, postings.row, postings.start), shape=shape, copy=False)
    left = csr_matrix(
        (asked.weight, (asked.row, asked.feature)), shape=(rows, shape[0]), dtype=np.float32
    )
    left.indices, left.indptr = left.indices.astype(np.int32), left.indptr.astype(np.int32)
    pieces = [
        _piece(left[first : first + _ROWS], index, first, min(top, postings.rows), least)
        for first in range(0, max(rows, 1), _ROWS)
    ]
    return together(pieces)


def _piece(left: csr_matrix, index: csr_matrix, first: int, top: int, least: float) -> Best:
    if not left.nnz or not index.nnz:
        none = np.zeros(0, np.int32)
        return Best(none, none, np.zeros(0, np.float32))
    # Unchecked: the checked one copies the whole index for every product.
    product = sp_matmul_topn(left, index, top, sort=True, threshold=least, density=1.0)
    many = np.diff(product.indptr)
    asked = np.repeat(np.arange(first, first + len(many), dtype=np.int32), many)
    return Best(asked, product.indices, product.data)
