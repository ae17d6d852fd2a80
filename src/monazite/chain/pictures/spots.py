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
    """What runs between two spots, t.

    sure: the part of it that a source prints or the balance moved; estimated: that an estimate
    fills in; the rest is of makers that are not known.
    """

    source: Spot
    target: Spot
    amount: float
    sure: float
    estimated: float
    rows: tuple[str, ...]


NO_TAKER = Spot(USE, UNKNOWN)
"""Where goods end of which nobody says who takes them."""


def columns(found: Iterable[Passage]) -> tuple[str, ...]:
    """The columns that passages need: stages in the order of goods, then use and sector."""
    takers = {one.taker for one in found}
    stages = {one.stage for one in found}
    stages |= {one.stage for one in takers if one is not None and one.kind != USE}
    used = any(one is not None and one.kind == USE for one in takers)
    ends = (USE, SECTOR) if used else (USE,) if None in takers else ()
    return (*(stage for stage in STAGES if stage in stages), *ends)


def runs(found: Iterable[Passage]) -> list[Run]:
    """What runs between every two spots, the takers' use on to their sectors.

    What nobody is known to take runs to the unknown spot of use.
    """
    held: dict[tuple[Spot, Spot], list[_Part]] = defaultdict(list)
    for one in found:
        target = NO_TAKER if one.taker is None else _spot(one.taker)
        source = Spot(one.stage, UNKNOWN) if one.maker is None else _spot(one.maker)
        estimated = 0.0 if one.maker is None else one.amount - one.sure
        part = _Part(one.amount, one.sure, estimated, one.rows)
        held[source, target].append(part)
        if one.taker is not None and one.taker.kind == USE:
            end = Spot(SECTOR, one.taker.sector)
            held[target, end].append(part)
    return [_run(*pair, parts) for pair, parts in held.items()]


class _Part(NamedTuple):
    """A part of a run, as `Run` has it."""

    amount: float
    sure: float
    estimated: float
    rows: tuple[str, ...]


def _run(source: Spot, target: Spot, parts: Iterable[_Part]) -> Run:
    amounts, sures, estimates, rows = zip(*parts, strict=True)
    every = dict.fromkeys(row for some in rows for row in some)
    return Run(source, target, sum(amounts), sum(sures), sum(estimates), tuple(every))


def _spot(node: Node) -> Spot:
    return Spot(node.stage if node.kind == MAKE else USE, node.country)


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
    held: dict[tuple[Spot, Spot], list[_Part]] = defaultdict(list)
    for run in found:
        pair = (become[run.source], become[run.target])
        held[pair].append(_Part(run.amount, run.sure, run.estimated, run.rows))
    return [_run(*pair, parts) for pair, parts in held.items()]
