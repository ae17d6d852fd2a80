"""Where the boxes and lines of who owns whom lie, in pixels; knows nothing of drawing.

Owners stand left of what they own. A holding that would run back, because the shares go round in
a cycle, is led below everything else. The order in the columns is that of a Sankey diagram.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from monazite.charts.sankey_order import ordered
from monazite.charts.sankey_places import placed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from monazite.charts.sankey_order import Key

    Pair = tuple[str, str]
    Point = tuple[float, float]
    Box = tuple[float, float, float]

WIDE, LINE = 150, 17
"""Pixels: across a box, and from line to line at the side of one."""
_NEAR, _FAR, _ACROSS = 212, 268, 1300
"""Pixels from column to column, at least and at most, and of all as far as these allow."""
_LEAST, _GAP, _BELOW, _LANE = 40, 26, 26, 8
_ASIDE, _FOOT = 13, 5
"""How far a line that is led below stands beside its boxes, and above their feet."""
_STEPS = 12


class Placed(NamedTuple):
    """Boxes by key (left, top, height), the points of each line, and the size of the whole."""

    boxes: Mapping[str, Box]
    lines: Mapping[Pair, tuple[Point, ...]]
    width: float
    height: float


def layout(pairs: Sequence[Pair]) -> Placed:
    """Lay out the pairs (owner, owned), each there once and of two parties; at least one.

    Of a cycle the pair is led back that closes it when the pairs are followed in their order.
    """
    back = _back(pairs)
    column = _columns([pair for pair in pairs if pair not in back])
    ways = {pair: _way(pair, column) for pair in pairs if pair not in back}
    high = _heights(ways, column)
    links: dict[tuple[Key, Key], float] = defaultdict(float)
    for way in ways.values():
        for link in pairwise(way):
            links[link] += 1.0
    columns = ordered(high, links, ())
    height = max(sum(high[key] for key in one) + _GAP * (len(one) - 1) for one in columns)
    tops = placed(columns, links, high, height, _GAP)
    last = max(column.values())
    apart = max(_NEAR, min(_FAR, _ACROSS // last))
    boxes = {key: (at * apart, tops[key, at], high[key, at]) for key, at in column.items()}
    corners = _lines(ways, tops, high, apart)
    lines = {pair: tuple(_smooth(points)) for pair, points in corners.items()}
    for pair in sorted(back):
        height += _BELOW
        lines[pair] = _below(boxes[pair[0]], boxes[pair[1]], height)
    return Placed(boxes, lines, last * apart + WIDE, height)


def _back(pairs: Iterable[Pair]) -> set[Pair]:
    """The pairs that close a cycle."""
    owned: dict[str, list[str]] = defaultdict(list)
    for owner, one in pairs:
        owned[owner].append(one)
    found: set[Pair] = set()
    done: set[str] = set()
    for start in list(owned):
        open_, stack = {start}, [(start, iter(owned[start]))]
        while stack and start not in done:
            here, left = stack[-1]
            there = next(left, None)
            if there is None:
                stack.pop()
                open_.discard(here)
                done.add(here)
            elif there in open_:
                found.add((here, there))
            elif there not in done:
                open_.add(there)
                stack.append((there, iter(owned[there])))
    return found


def _columns(pairs: Sequence[Pair]) -> dict[str, int]:
    """The column of each party: right of all its owners; who has none beside the first it owns."""
    owners: dict[str, set[str]] = defaultdict(set)
    for owner, owned in pairs:
        owners[owned].add(owner)
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    column = dict.fromkeys(names, 0)
    for _ in names:
        for name in names:
            column[name] = max((column[one] + 1 for one in owners[name]), default=0)
    for name in names:
        if not owners[name]:
            column[name] = min(column[owned] for owner, owned in pairs if owner == name) - 1
    return column


def _way(pair: Pair, column: Mapping[str, int]) -> list[Key]:
    """The owner, a lane in each column between, and what is owned."""
    owner, owned = pair
    lanes = [(f"{owner}\0{owned}", at) for at in range(column[owner] + 1, column[owned])]
    return [(owner, column[owner]), *lanes, (owned, column[owned])]


def _heights(ways: Mapping[Pair, Sequence[Key]], column: Mapping[str, int]) -> dict[Key, float]:
    """How high each box is, so that its lines stand apart, and each lane."""
    sides: dict[str, list[int]] = {name: [0, 0] for name in column}
    high: dict[Key, float] = {}
    for (owner, owned), way in ways.items():
        sides[owner][1] += 1
        sides[owned][0] += 1
        high |= dict.fromkeys(way[1:-1], float(_LANE))
    return high | {
        (name, column[name]): float(max(_LEAST, LINE * (max(count) + 1)))
        for name, count in sides.items()
    }


def _lines(
    ways: Mapping[Pair, Sequence[Key]],
    tops: Mapping[Key, float],
    high: Mapping[Key, float],
    apart: int,
) -> dict[Pair, list[Point]]:
    """The corners of each line: at a side of a box they stand in the order of their other ends."""
    out: dict[str, list[Pair]] = defaultdict(list)
    into: dict[str, list[Pair]] = defaultdict(list)
    for pair in ways:
        out[pair[0]].append(pair)
        into[pair[1]].append(pair)
    found: dict[Pair, list[Point]] = {}
    for pair, way in ways.items():
        owner, owned = pair
        mine = sorted(out[owner], key=lambda one: tops[ways[one][1]])
        theirs = sorted(into[owned], key=lambda one: tops[ways[one][-2]])
        lanes = [
            (x, tops[key] + _LANE / 2)
            for key in way[1:-1]
            for x in (key[1] * apart, key[1] * apart + WIDE)
        ]
        start = (way[0][1] * apart + WIDE, _at(way[0], mine.index(pair), len(mine), tops, high))
        end = (way[-1][1] * apart, _at(way[-1], theirs.index(pair), len(theirs), tops, high))
        found[pair] = [start, *lanes, end]
    return found


def _at(
    key: Key, place: int, count: int, tops: Mapping[Key, float], high: Mapping[Key, float]
) -> float:
    return tops[key] + high[key] * (place + 1) / (count + 1)


def _smooth(points: Sequence[tuple[float, float]]) -> Iterable[Point]:
    """Points along the corners, level at each of them."""
    yield points[0]
    for (x, y), (to_x, to_y) in pairwise(points):
        for step in range(1, _STEPS + 1):
            part = step / _STEPS
            yield x + (to_x - x) * part, y + (to_y - y) * part * part * (3 - 2 * part)


def _below(owner: Box, owned: Box, low: float) -> tuple[Point, ...]:
    """From the owner's right side down, below everything, and up to the left side of the owned."""
    out, into = owner[0] + WIDE + _ASIDE, owned[0] - _ASIDE
    start, end = owner[1] + owner[2] - _FOOT, owned[1] + owned[2] - _FOOT
    return (
        (out - _ASIDE, start), (out, start), (out, low), (into, low), (into, end),
        (into + _ASIDE, end),
    )  # fmt: skip
