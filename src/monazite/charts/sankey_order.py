"""The order of a Sankey diagram's stops in their columns, so that few streams cross."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    Key = tuple[str, int]
    """A stop, or a lane to it, by the stop's key and the column."""
    Links = Mapping[tuple[Key, Key], float]
    Columns = list[list[Key]]

_SWEEPS = 12
"""Sweeps to and fro; orders of 40 stops settle in fewer."""
_STARTS, _PAIRS = 20, 20_000
"""Orders to start from: many where there are few pairs of streams to look at, else one."""
_LEAST = 1e-12
"""The least gain of a swap, as a part of all streams squared: less is rounding."""


def ordered(sizes: Mapping[Key, float], links: Links, last: Collection[Key]) -> Columns:
    """The stops of each column from above; those of `last` stand below all others.

    Key is a name and a column. The order with the smallest product of crossing amounts that was
    met is taken; the first one tried is by size, the others are shuffled, the same ones each time.
    """
    columns: Columns = [[] for _ in range(1 + max((column for _, column in sizes), default=-1))]
    for key in sorted(sizes, key=lambda key: (key in last, -sizes[key], key)):
        columns[key[1]].append(key)
    columns = [column for column in columns if column]
    total = sum(links.values())
    links = {pair: amount / total for pair, amount in links.items()}
    best, least = columns, crossings(columns, links)
    chance = random.Random(0)  # noqa: S311  # an order of drawing, no secret
    for _ in range(max(1, min(_STARTS, _PAIRS // max(len(links), 1) ** 2))):
        found, crossed = _settled(columns, links, last)
        if crossed < least:
            best, least = found, crossed
        columns = [_shuffled(column, last, chance) for column in columns]
    return best


def _shuffled(column: list[Key], last: Collection[Key], chance: random.Random) -> list[Key]:
    return sorted(chance.sample(column, len(column)), key=lambda key: key in last)


def _settled(start: Columns, links: Links, last: Collection[Key]) -> tuple[Columns, float]:
    """The best order that sweeps and swaps find from a start, and its crossings."""
    columns = [list(column) for column in start]
    best, least = start, crossings(start, links)
    for sweep in range(_SWEEPS):
        _sweep(columns, links, last, forward=sweep % 2 == 0)
        _swapped(columns, links, last)
        if (found := crossings(columns, links)) < least:
            best, least = [list(column) for column in columns], found
    return best, least


def crossings(columns: Columns, links: Links) -> float:
    """The sum over crossing pairs of streams of the product of their amounts."""
    rank = {key: n for column in columns for n, key in enumerate(column)}
    held: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for (a, b), amount in links.items():
        held[a[1]].append((rank[a], rank[b], amount))
    return sum(_inversions(found) for found in held.values())


def _inversions(found: Sequence[tuple[int, int, float]]) -> float:
    total = 0.0
    for n, (a, b, amount) in enumerate(found):
        for c, d, other in found[:n]:
            if (a - c) * (b - d) < 0:
                total += amount * other
    return total


def _sweep(columns: Columns, links: Links, last: Collection[Key], *, forward: bool) -> None:
    """Order each column by the mean rank of its neighbours in the column before (or after)."""
    near: dict[Key, list[tuple[Key, float]]] = defaultdict(list)
    for (a, b), amount in links.items():
        if forward:
            near[b].append((a, amount))
        else:
            near[a].append((b, amount))
    for column in columns if forward else reversed(columns):
        rank = {key: n / len(other) for other in columns for n, key in enumerate(other)}
        column.sort(key=_by_neighbours(near, rank, last))


def _by_neighbours(
    near: Mapping[Key, Sequence[tuple[Key, float]]],
    rank: Mapping[Key, float],
    last: Collection[Key],
) -> Callable[[Key], tuple[bool, float]]:
    def place(key: Key) -> tuple[bool, float]:
        found = near.get(key, ())
        weight = sum(amount for _, amount in found)
        mean = sum(rank[other] * amount for other, amount in found) / weight if weight else None
        return key in last, rank[key] if mean is None else mean

    return place


def _swapped(columns: Columns, links: Links, last: Collection[Key]) -> None:
    """Swap neighbours of a column as long as fewer streams cross."""
    near: dict[Key, list[tuple[Key, float]]] = defaultdict(list)
    for (a, b), amount in links.items():
        near[a].append((b, amount))
        near[b].append((a, amount))
    better = True
    while better:
        better = False
        rank = {key: n for column in columns for n, key in enumerate(column)}
        for column in columns:
            for n in range(len(column) - 1):
                a, b = column[n], column[n + 1]
                if (a in last) == (b in last) and _gain(a, b, near, rank) > _LEAST:
                    column[n], column[n + 1] = b, a
                    rank[a], rank[b] = n + 1, n
                    better = True


def _gain(
    a: Key, b: Key, near: Mapping[Key, Sequence[tuple[Key, float]]], rank: Mapping[Key, int]
) -> float:
    """By how much crossings fall when b stands above a, a standing above b now."""
    gain = 0.0
    for one, amount in near[a]:
        for other, more in near[b]:
            if one[1] == other[1]:
                way = rank[one] - rank[other]
                gain += amount * more * ((way > 0) - (way < 0))
    return gain
