"""Who holds what of whom on a day, as arrays: parties are numbers, shares whole parts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from monazite.watch.ownership.shares import PARTS, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    import numpy.typing as npt

    from monazite.watch.patterns.records import Holding

    Ints = npt.NDArray[np.int64]

OPEN = -1
"""The parts of a share that nobody states."""


@dataclass(frozen=True, eq=False)
class Graph:
    """Holdings sorted by their owner.

    ids: the parties. starts: where an owner's holdings begin, and one past the last. owners,
    owned: parties by number; parts: of `PARTS`, or `OPEN`.
    """

    ids: Sequence[str]
    starts: Ints
    owners: Ints
    owned: Ints
    parts: Ints

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each party."""
        return {name: number for number, name in enumerate(self.ids)}

    @cached_property
    def by_owned(self) -> tuple[Ints, Ints]:
        """The order of the holdings by what is owned, and where each party's owners begin."""
        order = np.argsort(self.owned, kind="stable")
        return order, np.searchsorted(self.owned[order], np.arange(len(self.ids) + 1))

    @cached_property
    def stated(self) -> Ints:
        """Of each party the parts whose share is stated, whoever holds them."""
        found = np.zeros(len(self.ids), dtype=np.int64)
        known = self.parts != OPEN
        np.add.at(found, self.owned[known], self.parts[known])
        return found

    @cached_property
    def rest(self) -> Ints:
        """Of each party the parts that may lie with the owners of its open shares."""
        return np.maximum(PARTS - self.stated, 0)

    def owners_of(self, party: int) -> Iterator[tuple[int, int]]:
        """The owners of a party and their parts, as the holdings were given."""
        order, starts = self.by_owned
        for at in order[starts[party] : starts[party + 1]].tolist():
            yield int(self.owners[at]), int(self.parts[at])


def of_arrays(ids: Sequence[str], owners: Ints, owned: Ints, of: Ints) -> Graph:
    """The graph of holdings in arrays: owner, owned, parts (`OPEN` where nobody states them)."""
    order = np.argsort(owners, kind="stable")
    starts = np.searchsorted(owners[order], np.arange(len(ids) + 1))
    return Graph(ids, starts, owners[order], owned[order], of[order])


def graph(holdings: Iterable[Holding], on: date) -> Graph:
    """The graph of the holdings that stand on a day, both ends of each included.

    A share of None stays open: it is counted as nothing for what is certain, and as all that is
    left for what is possible.
    """
    numbers: dict[str, int] = {}
    rows = [
        (numbers.setdefault(one.owner, len(numbers)), numbers.setdefault(one.owned, len(numbers)),
         OPEN if one.share is None else parts(one.share))
        for one in holdings
        if stands(one, on)
    ]  # fmt: skip
    found = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return of_arrays(tuple(numbers), found[:, 0], found[:, 1], found[:, 2])


def stands(holding: Holding, on: date) -> bool:
    """Whether a holding stands on a day; an open end is no end."""
    since, until = holding.since, holding.until
    return (since is None or since <= on) and (until is None or on <= until)
