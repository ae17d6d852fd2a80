"""The whole way of a material: who makes each stage, and what passes between makers and users."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.goods import named_material
from monazite.chain.notes import of_outputs, of_years
from monazite.chain.outputs import outputs
from monazite.chain.pictures.passages import passages
from monazite.chain.shown import index, largest, table, tonnes
from monazite.chain.stages import STAGES
from monazite.chain.sums.alloys import network_of

if TYPE_CHECKING:
    from monazite.chain.exposures.values import Share
    from monazite.chain.network.network import Network
    from monazite.chain.notes import Note
    from monazite.chain.outputs import Output
    from monazite.chain.pictures.passages import Passage
    from monazite.chain.worlds import World

_LEAST = 1e-9
"""t; passages below it are what solving leaves behind."""


class Run(NamedTuple):
    """What the makers of a country at a stage make for the takers of another stage.

    source: of the makers, empty where they are not known; target, target_stage: empty where nobody
    says who takes what is left; sector: of a use, else empty; tonnes: contained, as they arrive;
    estimated: the part of them (0 to 1) that the balance filled in; rows: ids of the packaged rows
    of what the takers draw.
    """

    source_stage: str
    source: str
    target_stage: str
    target: str
    sector: str
    tonnes: float
    estimated: float
    rows: tuple[str, ...]


class MadeStage(NamedTuple):
    """A stage: t of contained element that it puts out, None where nothing is known of it.

    makers: shares of that by country; unknown: the share whose maker is not known; with it they add
    up to 1; concentration: their Herfindahl index, at least (`Output.concentration`).
    """

    stage: str
    output: float | None
    makers: tuple[Share, ...]
    unknown: float
    concentration: float | None


@dataclass(frozen=True, slots=True)
class StageMap:
    """A material in one year: stages from ore on, and runs, the largest of each stage first.

    notes: how much of the output is printed and how much estimated, and what is of other years.
    """

    material: str
    year: int
    stages: tuple[MadeStage, ...]
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]

    def __repr__(self) -> str:
        made = "; ".join(f"{one.stage} {largest(one.makers[:1])}" for one in self.stages)
        return f"<StageMap of {self.material}, {self.year}: {made or '–'}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: each stage with its output, its makers and their concentration."""
        rows = [
            (one.stage, tonnes(one.output), largest(one.makers), index(one.concentration))
            for one in self.stages
        ]
        return table(self, ("stage", "output", "made in", "HHI"), rows)


def stage_map(world: World, material: str) -> StageMap:
    """Who makes a material at each stage, and for whom; InputError field "material"."""
    return of_network(network_of(world, named_material(world, material)))


def of_network(network: Network) -> StageMap:
    """The map of a network, markets taken out (`pictures.passages`)."""
    stages = tuple(_stage(stage, output) for stage, output in outputs(network).items())
    told = (*of_outputs(network), *of_years(network))
    return StageMap(network.element, network.year, stages, _runs(network), told)


def _stage(stage: str, output: Output) -> MadeStage:
    return MadeStage(
        stage=stage,
        output=output.total or None,
        makers=output.shares,
        unknown=output.unknown_share,
        concentration=output.concentration,
    )


def _runs(network: Network) -> tuple[Run, ...]:
    held: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for one in passages(network):
        source = "" if one.maker is None else one.maker.country
        taker = one.taker
        target = ("", "", "") if taker is None else (taker.stage, taker.country, taker.sector)
        held[one.stage, source, *target].append(one)
    runs = [_run(ends, parts) for ends, parts in held.items()]
    return tuple(sorted((run for run in runs if run.tonnes > _LEAST), key=_rank))


def _run(ends: tuple[str, ...], parts: list[Passage]) -> Run:
    amount = sum(one.amount for one in parts)
    sure = sum(one.sure for one in parts)
    rows = tuple(dict.fromkeys(row for one in parts for row in one.rows))
    source_stage, source, target_stage, target, sector = ends
    estimated = min(max(1.0 - sure / amount, 0.0), 1.0) if amount > 0 else 0.0
    return Run(source_stage, source, target_stage, target, sector, amount, estimated, rows)


def _rank(run: Run) -> tuple[int, int, float, str, str, str]:
    source = STAGES.index(run.source_stage)
    target = STAGES.index(run.target_stage) if run.target_stage else len(STAGES)
    return target, source, -run.tonnes, run.source, run.target, run.sector
