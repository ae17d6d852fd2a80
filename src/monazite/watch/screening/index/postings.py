"""Features as sparse rows: which views have each, and how much it counts there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from monazite.watch.screening.index.classes import ACROSS, class_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.watch.screening.index.classes import Features

CLASS_WEIGHT = np.array([1.0, 0.3, 0.6, 0.6, 0.35, 0.6, 1, 1], np.float32)
"""What a feature of each class counts against a token that is written alike."""
LENGTH = 0.75
"""How far a long name is held back, 0 (not) to 1 (its cosine); as b of BM25."""
_FEWEST = 1000
"""Rows that rarity counts with at least: in a short list a word of every name still tells."""


class Postings(NamedTuple):
    """Features in order of their number, and which rows have each.

    The rows that have feature i are row[start[i]:start[i + 1]]. rarity: ln(1 + (N - n + 1/2) /
    (n + 1/2)) of a feature in n of N rows (Robertson & Spärck Jones 1976), by the weight of its
    class. weight: rarity over the length of the row, as BM25 holds long texts back.
    """

    key: NDArray[np.uint64]
    start: NDArray[np.int32]
    row: NDArray[np.int32]
    weight: NDArray[np.float32]
    rarity: NDArray[np.float32]
    rows: int

    def many(self, features: NDArray[np.int32]) -> NDArray[np.int32]:
        """In how many rows features are, by their places."""
        many: NDArray[np.int32] = self.start[features + 1] - self.start[features]
        return many


def postings_of(features: Features, row_weight: NDArray[np.float32]) -> Postings:
    """Postings of features that are sorted; row_weight: what a match by each view is worth."""
    key, row = features
    new = np.ones(len(key), np.bool_)
    new[1:] = key[1:] != key[:-1]
    first = np.flatnonzero(new)
    start = np.append(first, len(key)).astype(np.int32)
    rows = len(row_weight)
    bare = Postings(key[first], start, row, np.zeros(0, np.float32), np.zeros(0, np.float32), rows)
    rarity = rarities(bare, bare.key)
    many = np.diff(start)
    length = lengths(bare.key, rarity, row, rows, many)
    held_back = (row_weight / length**LENGTH).astype(np.float32)
    return bare._replace(weight=np.repeat(rarity, many) * held_back[row], rarity=rarity)


def places(
    postings: Postings, key: NDArray[np.uint64]
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Where features stand in the postings, and whether they do."""
    if not len(postings.key):
        return np.zeros(len(key), np.int32), np.zeros(len(key), np.bool_)
    place = np.minimum(np.searchsorted(postings.key, key), len(postings.key) - 1).astype(np.int32)
    return place, postings.key[place] == key


def rarities(postings: Postings, key: NDArray[np.uint64]) -> NDArray[np.float32]:
    """How rare features are, by the weight of their class."""
    many = np.zeros(len(key), np.int64)
    place, known = places(postings, key)
    many[known] = postings.many(place[known])
    rarity = rarity_of(many, max(postings.rows, _FEWEST))
    weighed: NDArray[np.float32] = rarity * CLASS_WEIGHT[class_of(key)]
    return weighed


def lengths(
    key: NDArray[np.uint64],
    rarity: NDArray[np.float32],
    row: NDArray[np.int32],
    rows: int,
    many: NDArray[np.int32] | None = None,
) -> NDArray[np.float64]:
    """The length of each row: the root of the sum of squares of what it may share with its like.

    many: to how many of the rows, one after another, each feature belongs; 1 where not given.
    """
    square = np.where(class_of(key) < ACROSS, rarity, 0) ** 2
    total = np.bincount(row, square if many is None else np.repeat(square, many), rows)
    return np.maximum(np.sqrt(total), 1e-9)


def rarity_of(many: NDArray[np.integer[Any]], rows: int) -> NDArray[np.float32]:
    """How much something tells that so many of all rows have."""
    return np.log1p((rows - many + 0.5) / (many + 0.5)).astype(np.float32)
