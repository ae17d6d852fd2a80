"""Quantiles of many rows of numbers, on the way: DDSketch (Masson, Rim, Lee, PVLDB 12, 2019).

A number falls into the bucket of its logarithm, and buckets are counted. Counts are whole, so that
parts merge in any order into the same sketch; no bucket is ever joined with another, so that every
quantile keeps its relative error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.runs.bands import LEVELS, Bands

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints

ERROR = 0.005
"""A quantile is at most this part off."""
FINE = 0.001
"""For whole numbers below 500: what is found rounds to the number itself."""
NOTHING = 1e-9
"""What is smaller counts as 0, in whatever unit."""


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What was counted: for each row the buckets in order, and how many numbers fell into each.

    shape: of the rows; error: the part by which a quantile may be off. Two sketches of the same
    numbers are equal in every array.
    """

    shape: tuple[int, ...]
    error: float
    buckets: tuple[Ints, ...]
    counts: tuple[Ints, ...]

    def merged(self, other: Sketch) -> Sketch:
        """Both together; of the same shape and error."""
        pairs = zip(self.buckets, self.counts, other.buckets, other.counts, strict=True)
        return _sketch(self.shape, self.error, [_added(*pair) for pair in pairs])

    def bands(self) -> Bands:
        """Quantiles by row, NaN where nothing was counted."""
        rows = zip(self.buckets, self.counts, strict=True)
        found = np.array([_quantiles(*row, self.error) for row in rows]).reshape(-1, len(LEVELS))
        known = np.array([count.sum() for count in self.counts], np.int64)
        low, middle, high = (column.reshape(self.shape) for column in found.T)
        return Bands(low, middle, high, known.reshape(self.shape))


def sketch(numbers: Floats, error: float = ERROR) -> Sketch:
    """Count numbers by row, the last index; NaN is no number."""
    rows = numbers.reshape(-1, numbers.shape[-1]).astype(np.float64)
    return _sketch(numbers.shape[:-1], error, [_counted(row, error) for row in rows])


def _sketch(shape: tuple[int, ...], error: float, rows: list[tuple[Ints, Ints]]) -> Sketch:
    return Sketch(shape, error, tuple(row[0] for row in rows), tuple(row[1] for row in rows))


def _scale(error: float) -> tuple[float, int]:
    """The logarithm of a bucket's width, and the bucket below the smallest number."""
    width = float(np.log((1 + error) / (1 - error)))
    return width, int(np.floor(np.log(NOTHING) / width)) - 1


def _counted(row: Floats, error: float) -> tuple[Ints, Ints]:
    """Buckets of one row: 0 for nothing, beyond it by the logarithm, with the number's sign."""
    width, lowest = _scale(error)
    row = row[~np.isnan(row)]
    size = np.abs(row)
    some = size >= NOTHING
    key = np.zeros(len(row), np.int64)
    key[some] = np.ceil(np.log(size[some]) / width).astype(np.int64) - lowest
    key = np.where(row < 0, -key, key)
    first = key.min(initial=0)
    counts = np.bincount(key - first)  # several times as fast as sorting
    filled = np.flatnonzero(counts)
    return filled + first, counts[filled]


def _added(one: Ints, ones: Ints, two: Ints, twos: Ints) -> tuple[Ints, Ints]:
    buckets, where = np.unique(np.concatenate([one, two]), return_inverse=True)
    counts = np.zeros(len(buckets), np.int64)
    np.add.at(counts, where, np.concatenate([ones, twos]))
    return buckets, counts


def _quantiles(buckets: Ints, counts: Ints, error: float) -> Floats:
    """The number of the rank below each level, within the error of it."""
    width, lowest = _scale(error)
    if not len(buckets):
        return np.full(len(LEVELS), np.nan)
    until = np.cumsum(counts)
    rank = np.floor(np.array(LEVELS) * (until[-1] - 1)).astype(np.int64)
    key = buckets[np.searchsorted(until, rank, side="right")]
    middle = (1 - error) * np.exp(width * (np.abs(key) + lowest))
    return np.where(key == 0, 0.0, np.sign(key) * middle)
