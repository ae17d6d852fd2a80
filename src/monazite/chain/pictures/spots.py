"""The spots of a Sankey diagram: countries at stages, and what runs between them.

What is too small to be told apart in a column is added up there as "others".
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.stages import MAKE, SECTOR, STAGES, USE
from monazite.charts.chain_shapes import OTHERS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from monazite.chain.network.nodes import Node
    from monazite.chain.pictures.passages import Passage

LEAST = 0.015
"""A smaller part of a column is one of the others: its words would take more room than it."""


class Spot(NamedTuple):
    """A column (a stage, use, or sector) and what stands there: ISO3, a sector, others, unknown."""

    column: str
    name: str


@dataclass(frozen=True, slots=True)
class Run:
    """What runs between two spots, t; sure: the part of it that no estimate fills in."""

    source: Spot
    target: Spot
    amount: float
    sure: float
    rows: tuple[str, ...]


def columns(found: Iterable[Passage]) -> tuple[str, ...]:
    """The columns that passages need: stages in the order of goods, then use and sector."""
    ends = {end for one in found for end in (one.maker, one.market, one.taker) if end is not None}
    stages = {end.stage for end in ends if end.kind != USE}
    used = any(end.kind == USE for end in ends)
    return (*(stage for stage in STAGES if stage in stages), *((USE, SECTOR) if used else ()))


def runs(found: Iterable[Passage], order: Sequence[str]) -> list[Run]:
    """What runs between every two spots, the takers' use on to their sectors."""
    held: dict[tuple[Spot, Spot], list[tuple[float, float, tuple[str, ...]]]] = defaultdict(list)
    for one in found:
        target = _spot(one.taker)
        held[_source(one, order), target].append((one.amount, one.sure, one.rows))
        if one.taker.kind == USE:
            end = Spot(SECTOR, one.taker.sector)
            held[target, end].append((one.amount, one.sure, one.rows))
    return [_run(*pair, parts) for pair, parts in held.items()]


def _run(source: Spot, target: Spot, parts: Iterable[tuple[float, float, tuple[str, ...]]]) -> Run:
    amounts, sures, rows = zip(*parts, strict=True)
    every = dict.fromkeys(row for some in rows for row in some)
    return Run(source, target, sum(amounts), sum(sures), tuple(every))


def _spot(node: Node) -> Spot:
    return Spot(node.stage if node.kind == MAKE else USE, node.country)


def _source(one: Passage, order: Sequence[str]) -> Spot:
    """Where a passage starts; without a maker, at the market, or in the column before."""
    if one.maker is not None:
        return _spot(one.maker)
    if one.market is not None:
        return Spot(one.market.stage, UNKNOWN)
    before = order.index(_spot(one.taker).column) - 1
    return Spot(order[max(before, 0)], UNKNOWN)


def sizes(found: Iterable[Run]) -> dict[Spot, float]:
    """How much each spot counts for: what a maker puts out, what a user or sector takes, t."""
    coming: dict[Spot, float] = defaultdict(float)
    going: dict[Spot, float] = defaultdict(float)
    for run in found:
        coming[run.target] += run.amount
        going[run.source] += run.amount
    return {
        spot: (coming if spot.column in (USE, SECTOR) else going).get(spot, 0.0)
        for spot in {**coming, **going}
    }


def gathered(found: Sequence[Run], most: int) -> list[Run]:
    """The same with the smallest spots of each column as one, so that at most so many are left.

    A spot counts by its part of its column, and stands alone from `LEAST` of it on; what is unknown
    is never added to the others.
    """
    size = sizes(found)
    totals: dict[str, float] = defaultdict(float)
    for spot, amount in size.items():
        totals[spot.column] += amount
    part = {
        spot: amount / (totals[spot.column] or 1.0)
        for spot, amount in size.items()
        if spot.name != UNKNOWN
    }
    room = most - (len(size) - len(part)) - len(totals)
    ranked = sorted(part, key=lambda spot: (-part[spot], spot))
    kept = {spot for spot in ranked[: max(room, 0)] if part[spot] >= LEAST}
    become = {
        spot: spot if spot in kept or spot.name == UNKNOWN else Spot(spot.column, OTHERS)
        for spot in size
    }
    return _merged(found, become)


def _merged(found: Iterable[Run], become: Mapping[Spot, Spot]) -> list[Run]:
    held: dict[tuple[Spot, Spot], list[tuple[float, float, tuple[str, ...]]]] = defaultdict(list)
    for run in found:
        pair = (become[run.source], become[run.target])
        held[pair].append((run.amount, run.sure, run.rows))
    return [_run(*pair, parts) for pair, parts in held.items()]
