"""The whole way of a material: who makes each stage, and what passes between makers and users."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.values import Share
from monazite.chain.pictures.passages import passages
from monazite.chain.stages import MAKE, STAGES
from monazite.trade.indicators.concentration import hhi

if TYPE_CHECKING:
    from monazite.chain.network.network import Network
    from monazite.chain.pictures.passages import Passage

_LEAST = 1e-9
"""t; passages below it are what solving leaves behind."""


class Run(NamedTuple):
    """What the makers of a country at a stage make for the takers of another stage.

    source, source_stage: of the makers, empty where they are not known; sector: of a use, else
    empty; tonnes: contained, as they arrive; estimated: the part of them (0 to 1) that the balance
    filled in; rows: ids of the packaged rows of what the takers draw.
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
    """A stage: t of contained element that it puts out, shares of that by country, their HHI."""

    stage: str
    output: float
    makers: tuple[Share, ...]
    concentration: float


@dataclass(frozen=True, slots=True)
class StageMap:
    """A material in one year: stages from ore on, and runs, the largest of each stage first."""

    material: str
    year: int
    stages: tuple[MadeStage, ...]
    runs: tuple[Run, ...]


def stage_map(network: Network) -> StageMap:
    """The map of a network, markets taken out (`pictures.passages`)."""
    return StageMap(network.element, network.year, _stages(network), _runs(network))


def _stages(network: Network) -> tuple[MadeStage, ...]:
    out = np.bincount(network.edges.source, network.edges.amount, len(network.nodes))
    made: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for node, amount in zip(network.nodes, out.tolist(), strict=True):
        if node.kind == MAKE and amount > 0:
            made[node.stage][node.country] += amount
    return tuple(_stage(stage, made[stage]) for stage in STAGES if stage in made)


def _stage(stage: str, made: dict[str, float]) -> MadeStage:
    whole = sum(made.values())
    ranked = sorted(made, key=lambda country: (-made[country], country))
    shares = tuple(Share(country, made[country] / whole, None) for country in ranked)
    return MadeStage(stage, whole, shares, hhi(made.values()).value or 0.0)


def _runs(network: Network) -> tuple[Run, ...]:
    held: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for one in passages(network):
        source = ("", "") if one.maker is None else (one.maker.stage, one.maker.country)
        held[*source, one.taker.stage, one.taker.country, one.taker.sector].append(one)
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
    source = STAGES.index(run.source_stage) if run.source_stage else -1
    target = STAGES.index(run.target_stage)
    return target, source, -run.tonnes, run.source, run.target, run.sector
