"""Where the stops and streams of a Sankey diagram lie, in pixels; knows nothing of drawing.

Stops of a column are ordered so that few streams cross (barycentre sweeps after Sugiyama, Tagawa
and Toda 1981, then swaps of neighbours while they help), and lie as near as there is room to what
they are joined to. A stream that passes a column without stopping is led through a lane of its
own there, shared by all that goes to the same stop.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from monazite.charts.chain_shapes import OTHERS, UNKNOWN
from monazite.charts.sankey_order import ordered
from monazite.charts.sankey_places import placed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.charts.chain_shapes import Stop, Stream
    from monazite.charts.sankey_order import Key


class Box(NamedTuple):
    """A stop or lane: its column and its upper and lower end in pixels."""

    column: int
    top: float
    bottom: float


class Piece(NamedTuple):
    """A stream between neighbouring columns: where its upper edge starts and ends, its height."""

    column: int
    start: float
    end: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes of the stops by key, and the pieces of each stream in the order of the streams."""

    boxes: Mapping[str, Box]
    pieces: tuple[tuple[Piece, ...], ...]


def layout(stops: Sequence[Stop], streams: Sequence[Stream], height: float, gap: float) -> Layout:
    """Lay out the diagram in a height with at least a gap between stops of a column.

    Raises:
        ValueError: for a stream that does not run to the right, or has no amount.
    """
    column = {stop.key: stop.column for stop in stops}
    for stream in streams:
        if column[stream.source] >= column[stream.target] or not stream.amount > 0:
            raise ValueError(f"{stream.source} to {stream.target} does not run to the right")
    if not streams:
        return Layout({}, ())
    ways = [_way(stream, column) for stream in streams]
    sizes = _sizes(ways, [stream.amount for stream in streams], stops)
    last = {(stop.key, stop.column) for stop in stops if stop.group in (OTHERS, UNKNOWN)}
    links: dict[tuple[Key, Key], float] = defaultdict(float)
    for way, stream in zip(ways, streams, strict=True):
        for pair in pairwise(way):
            links[pair] += stream.amount
    columns = ordered(sizes, links, last)
    scale = min((height - gap * (len(c) - 1)) / sum(sizes[k] for k in c) for c in columns)
    high = {key: size * scale for key, size in sizes.items()}
    tops = placed(columns, links, high, height, gap)
    boxes = {
        stop.key: Box(stop.column, tops[key], tops[key] + high[key])
        for stop in stops
        if (key := (stop.key, stop.column)) in tops
    }
    amounts = [stream.amount * scale for stream in streams]
    return Layout(boxes, _pieces(ways, amounts, tops))


def _way(stream: Stream, column: Mapping[str, int]) -> list[Key]:
    """The stream's source, the lanes it passes, and its target."""
    start, end = column[stream.source], column[stream.target]
    lanes = [(stream.target, at) for at in range(start + 1, end)]
    return [(stream.source, start), *lanes, (stream.target, end)]


def _sizes(
    ways: Sequence[list[Key]], amounts: Sequence[float], stops: Sequence[Stop]
) -> dict[Key, float]:
    """How much passes each stop or lane: the larger of what comes and what goes."""
    coming: dict[Key, float] = defaultdict(float)
    going: dict[Key, float] = defaultdict(float)
    for way, amount in zip(ways, amounts, strict=True):
        for key in way[1:]:
            coming[key] += amount
        for key in way[:-1]:
            going[key] += amount
    every = [(stop.key, stop.column) for stop in stops]
    lanes = [key for way in ways for key in way]
    return {
        key: size
        for key in dict.fromkeys([*every, *lanes])
        if (size := max(coming[key], going[key])) > 0
    }


def _pieces(
    ways: Sequence[list[Key]], amounts: Sequence[float], tops: Mapping[Key, float]
) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each stream: at a stop they lie in the order of where they come from or go."""
    ranks = _ranks(ways, tops)
    starts = _edges(ways, amounts, tops, ranks, 0)
    ends = _edges(ways, amounts, tops, ranks, 1)
    return tuple(
        tuple(Piece(way[at][1], starts[n, at], ends[n, at], amount) for at in range(len(way) - 1))
        for n, (way, amount) in enumerate(zip(ways, amounts, strict=True))
    )


def _ranks(
    ways: Sequence[list[Key]], tops: Mapping[Key, float]
) -> dict[tuple[int, int], tuple[float, int]]:
    """The order of the streams inside each lane: as they come in, and so they go out again.

    By stream and place on its way; at a stop, where nothing is to be kept, nothing.
    """
    lanes: dict[Key, list[tuple[int, int]]] = defaultdict(list)
    for n, way in enumerate(ways):
        for at in range(1, len(way) - 1):
            lanes[way[at]].append((n, at))
    ranks: dict[tuple[int, int], tuple[float, int]] = {}
    for _, members in sorted(lanes.items(), key=lambda lane: lane[0][1]):
        coming = [(tops[ways[n][at - 1]], ranks.get((n, at - 1), (0.0, n))) for n, at in members]
        for rank, (_, member) in enumerate(sorted(zip(coming, members, strict=True))):
            ranks[member] = (float(rank), member[0])
    return ranks


def _edges(
    ways: Sequence[list[Key]],
    amounts: Sequence[float],
    tops: Mapping[Key, float],
    ranks: Mapping[tuple[int, int], tuple[float, int]],
    side: int,
) -> dict[tuple[int, int], float]:
    """The upper edge of every piece at its start (side 0) or its end (side 1)."""
    held: dict[Key, list[tuple[float, tuple[float, int], int]]] = defaultdict(list)
    for n, way in enumerate(ways):
        for at in range(len(way) - 1):
            here, there = at + side, at + 1 - side
            inside = (n, here) in ranks
            far = ranks.get((n, there), (0.0, n))
            order = (0.0, ranks[n, here]) if inside else (tops[way[there]], far)
            held[way[here]].append((*order, at))
    found = {}
    for key, members in held.items():
        edge = tops[key]
        for _, (_, n), at in sorted(members):
            found[n, at] = edge
            edge += amounts[n]
    return found
