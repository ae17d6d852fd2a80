"""Asked names as sparse rows over the features of an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.watch.screening.index.postings import LENGTH, lengths, places, rarities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.classes import Features
    from monazite.watch.screening.index.postings import Postings

_MOST_POSTINGS, _FEW_POSTINGS, _SHARE = 30_000, 1_000, 0.9
"""How many postings an asked row reads at most, the rarest features first; always one feature."""


class Wanted(NamedTuple):
    """What asked rows look for, as entries of a sparse matrix.

    scale: of each row, what the rarity of a feature is multiplied by to be its weight.
    """

    row: NDArray[np.int32]
    feature: NDArray[np.int32]
    weight: NDArray[np.float32]
    scale: NDArray[np.float32]


def wanted(
    postings: Postings, asked: Features, rows: int, rarity: NDArray[np.float32] | None = None
) -> Wanted:
    """The features that an index has of what is asked, weighed so that a name meets itself by 1.

    What no name has counts in the length all the same: a name with an unknown token is a weak one.
    rarity: of each feature asked; else as these postings alone have it.
    """
    place, known = places(postings, asked.key)
    if rarity is None:
        rarity = rarities(postings, asked.key)
    scale = (lengths(asked.key, rarity, asked.row, rows) ** (LENGTH - 2)).astype(np.float32)
    row = asked.row[known]
    found = Wanted(row, place[known], rarity[known] * scale[row], scale)
    return bounded(postings, found)


def bounded(postings: Postings, found: Wanted) -> Wanted:
    """Without the commonest features of rows that would read many postings for little."""
    many = postings.many(found.feature)
    order = np.lexsort((many, found.row))
    row = found.row[order]
    first = np.searchsorted(row, row)
    last = np.searchsorted(row, row, side="right") - 1
    read = _before(many[order].astype(np.float64), first)
    worth = _before(found.weight[order].astype(np.float64) ** 2, first)
    whole = worth[last] + found.weight[order[last]].astype(np.float64) ** 2
    after = read + many[order]
    keep = (after <= _MOST_POSTINGS) & ((after <= _FEW_POSTINGS) | (worth < _SHARE * whole))
    kept = order[keep | (read == 0)]
    return Wanted(found.row[kept], found.feature[kept], found.weight[kept], found.scale)


def _before(values: NDArray[np.float64], first: NDArray[np.int64]) -> NDArray[np.float64]:
    """Of each entry the sum of those before it in its row; first: where its row begins."""
    run = np.cumsum(values) - values
    before: NDArray[np.float64] = run - run[first]
    return before
