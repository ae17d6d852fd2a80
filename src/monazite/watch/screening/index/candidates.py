"""Names that may be meant, out of the rows of an index that came best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from monazite.watch.screening.index.meeting import MEETS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.forms import Forms
    from monazite.watch.screening.index.products import Best


class Candidates(NamedTuple):
    """Pairs of an asked name and a name of the index, of each asked the best first.

    asked, name: numbers of names. score: 1 for a name by itself, for order alone. asked_row, row:
    the views on both sides that met best.
    """

    asked: NDArray[np.int32]
    name: NDArray[np.int32]
    score: NDArray[np.float32]
    asked_row: NDArray[np.int32]
    row: NDArray[np.int32]

    def of(self, asked: int) -> Candidates:
        """Those of one asked name."""
        first, end = np.searchsorted(self.asked, (asked, asked + 1))
        return self.at(np.arange(first, end))

    def at(self, which: NDArray[Any]) -> Candidates:
        """Some of the pairs, by mask or place."""
        return Candidates(
            self.asked[which], self.name[which], self.score[which],
            self.asked_row[which], self.row[which],
        )  # fmt: skip


def candidates_of(found: Best, asked: Forms, index: Forms, top: int) -> Candidates:
    """The best pair of views of each pair of names, at most `top` names of each asked."""
    meet = MEETS[asked.kind[found.asked], index.kind[found.row]]
    row, asked_row = found.row[meet], found.asked[meet]
    score = found.score[meet] * asked.weight[asked_row]
    every = Candidates(asked.name[asked_row], index.name[row], score, asked_row, row)
    return best_of(every, top)


def best_of(every: Candidates, top: int) -> Candidates:
    """Each pair of names once, by its best score, and of each asked name the `top` best.

    Equal scores keep the order they come in.
    """
    # The bits of a float that is not negative are in the order of its values.
    falling = np.uint64(0xFFFFFFFF) - every.score.view(np.uint32)
    order = np.argsort(_pairs(every.asked, falling), kind="stable")
    _, first = np.unique(_pairs(every.asked[order], every.name[order]), return_index=True)
    kept = order[np.sort(first)]
    asked = every.asked[kept]
    place = np.arange(len(kept)) - np.searchsorted(asked, asked)
    return every.at(kept[place < top])


def _pairs(high: NDArray[np.int32], low: NDArray[np.integer[Any]]) -> NDArray[np.uint64]:
    """Two numbers of 32 bits as one of 64."""
    pairs: NDArray[np.uint64] = high.astype(np.uint64) << np.uint64(32) | low.astype(np.uint64)
    return pairs
