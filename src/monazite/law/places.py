"""Rows of numbers: which of them are the same, and where each number stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

_WIDEST = 2**62
# Up to so many times the count of the rows a table of all numbers is cheaper than sorting.
_ROOMY = 4


def unique_rows(columns: Iterable[Numbers], rows: int) -> tuple[Numbers, Numbers]:
    """The first row of each distinct combination, and per row the number of its combination."""
    key = np.zeros(rows, np.int64)
    for codes in columns:
        size = int(codes.max(initial=0)) + 1
        if int(key.max(initial=0)) > _WIDEST // size - 1:
            key = np.unique(key, return_inverse=True)[1].astype(np.int64)
        key = key * size + codes
    if int(key.max(initial=0)) < _ROOMY * rows:
        return _counted(key)
    _, firsts, inverse = np.unique(key, return_index=True, return_inverse=True)
    return firsts.astype(np.int64), inverse.astype(np.int64)


def _counted(key: Numbers) -> tuple[Numbers, Numbers]:
    """The same without sorting, for numbers that are not much greater than their count."""
    there = np.zeros(int(key.max()) + 1, bool)
    there[key] = True
    inverse = (np.cumsum(there, dtype=np.int32) - 1)[key].astype(np.int64)
    firsts = np.empty(int(np.count_nonzero(there)), np.int64)
    firsts[inverse[::-1]] = np.arange(len(key) - 1, -1, -1)
    return firsts, inverse


def places_of(numbers: Numbers) -> Iterator[tuple[int, Numbers]]:
    """Each number with the places where it stands."""
    order = np.argsort(numbers, kind="stable")
    starts = np.flatnonzero(np.diff(numbers[order], prepend=-1))
    for places in np.split(order, starts[1:]) if len(starts) else ():
        yield int(numbers[places[0]]), places
