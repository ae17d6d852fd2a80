"""Looking asked names up in an index: once as they are written, weak ones again by likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.screening.index.alike import alike
from monazite.watch.screening.index.features import features_of
from monazite.watch.screening.index.postings import rarities
from monazite.watch.screening.index.products import best, together
from monazite.watch.screening.index.sounding import sounding
from monazite.watch.screening.index.weighing import Wanted, bounded, wanted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.forms import Forms
    from monazite.watch.screening.index.index import Index
    from monazite.watch.screening.index.products import Best

LEAST, WEAK = 0.005, 0.35
"""Scores up to the first are none; a best score below the second is looked for again."""


def best_rows(index: Index, asked: Forms, top: int) -> Best:
    """Of each asked row the `top` best of the index, in no order."""
    features = features_of(asked, sounding(asked.tokens), asked=True)
    rarity = rarities(index.postings, features.key)
    plain = wanted(index.postings, features, asked.rows, rarity)
    found = best(index.postings, plain, asked.rows, top, LEAST)
    highest = np.zeros(asked.rows, np.float32)
    np.maximum.at(highest, found.asked, found.score)
    weak = highest < WEAK
    if not weak.any():
        return found
    again = _widened(index, asked, plain, weak)
    second = best(index.postings, again, asked.rows, top, LEAST)
    return together([found.at(~weak[found.asked]), second])


def _widened(index: Index, asked: Forms, plain: Wanted, weak: NDArray[np.bool_]) -> Wanted:
    """What weak rows look for, with the tokens written nearly as theirs."""
    row = np.repeat(np.arange(asked.rows, dtype=np.int32), np.diff(asked.start))
    inside = weak[row]
    token, place = np.unique(asked.token[inside], return_inverse=True)
    near = alike(index.alike, asked.tokens.of(token))
    first = np.searchsorted(near.asked, np.arange(len(token) + 1))
    many = np.diff(first)[place]
    entry = np.repeat(first[place] - np.cumsum(many) + many, many) + np.arange(many.sum())
    rows = np.repeat(row[inside], many)
    feature = index.feature[near.row[entry]]
    weight = index.postings.rarity[feature] * near.score[entry] ** 2 * plain.scale[rows]
    kept = weak[plain.row]
    return bounded(
        index.postings,
        Wanted(
            np.concatenate([plain.row[kept], rows]),
            np.concatenate([plain.feature[kept], feature]),
            np.concatenate([plain.weight[kept], weight]),
            plain.scale,
        ),
    )
