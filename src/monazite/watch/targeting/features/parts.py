"""Parts of a key as whole numbers: a text, the first signs of a code, a size class, an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

UNSEEN = -1
_SMALLEST = 1e-6


class Part(NamedTuple):
    """What a key is made of: how a column is read.

    way: `text`; `first2`, `first4`, … of a code; `size`: the power of two that an amount reaches;
    `same`: the very amount. column `value/mass` stands for the unit value.
    """

    column: str
    way: str

    def __str__(self) -> str:
        return self.column if self.way == "text" else f"{self.column}:{self.way}"


def texts(cells: pa.Array, way: str) -> pa.Array:
    """The texts of a part; nothing is a value of its own."""
    found = pc.utf8_slice_codeunits(cells, 0, int(way[5:])) if way.startswith("first") else cells
    return pc.fill_null(found, "")


def sizes(amounts: Floats) -> Integers:
    """The power of two that an amount reaches; 0, less, and not known are classes of their own."""
    with np.errstate(divide="ignore", invalid="ignore"):
        power = np.floor(np.log2(np.maximum(amounts, _SMALLEST)))
    below = np.where(amounts < 0, -100, -99)
    return np.where(np.isnan(amounts), -98, np.where(amounts <= 0, below, power)).astype(np.int64)


def amounts_as_keys(amounts: Floats) -> Integers:
    """Amounts to six digits as whole numbers, so that the same amount is the same key."""
    with np.errstate(divide="ignore", invalid="ignore"):
        power = np.floor(np.log10(np.abs(amounts)))
    power = np.where(np.isfinite(power), power, 0.0)
    digits = np.round(amounts / 10.0**power * 1e6)
    sign = np.where(amounts < 0, -1.0, 1.0)
    keys = np.where(np.isnan(amounts), -1.0, sign * (np.abs(digits) * 1000 + power + 500))
    return keys.astype(np.int64)


class Words(NamedTuple):
    """The values of a part that were seen, and the number of each."""

    known: pa.Array | Integers

    @property
    def size(self) -> int:
        """One more than the values: what is unseen has a place in pairs."""
        return len(self.known) + 1

    def numbers(self, values: pa.Array | Integers) -> Integers:
        """The number of each value; UNSEEN for any other."""
        if isinstance(values, np.ndarray):
            known = np.asarray(self.known)
            at = np.minimum(np.searchsorted(known, values), max(len(known) - 1, 0))
            return np.where(known[at] == values, at, UNSEEN).astype(np.int64)
        found = pc.fill_null(pc.index_in(values, self.known), UNSEEN)
        numbers: Integers = found.to_numpy(zero_copy_only=False).astype(np.int64)
        return numbers


def words(values: pa.Array | Integers) -> Words:
    """The different values, in their order."""
    if isinstance(values, np.ndarray):
        return Words(np.unique(values))
    found = pc.unique(values)
    return Words(found.take(pc.sort_indices(found)))


def joined(first: Integers, second: Integers, size: int) -> Integers:
    """A pair of numbers as one; UNSEEN where either is."""
    unseen = (first == UNSEEN) | (second == UNSEEN)
    return np.where(unseen, UNSEEN, first * size + second)
