"""The ladder of a material for one country: who makes each stage, what the country has of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.exposures.exposure import exposure
from monazite.chain.outputs import outputs
from monazite.chain.shown import largest, tonnes
from monazite.chain.stages import MAKE, MARKET

if TYPE_CHECKING:
    from monazite.chain.exposures.values import Exposure, Share
    from monazite.chain.figures import Reading
    from monazite.chain.outputs import Output
    from monazite.chain.worlds import World


class Said(NamedTuple):
    """What sources say of one maker's output, all of them, with the one that was chosen."""

    country: str
    material: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Rung:
    """One stage of a material's way.

    output: what the world makes of it, t of contained element a year, None where nothing of it is
    known; makers: shares of that by country, largest first; unknown: the share whose maker is not
    known, which with them adds up to 1; concentration: their Herfindahl index, at least
    (`Output.concentration`); own: what the country makes, None where it is no known maker, or
    nobody says how much; readings: what sources say of makers' output; market: on whom stands what
    the country has of this stage, made or bought; None where it has none.
    """

    stage: str
    output: float | None
    makers: tuple[Share, ...]
    unknown: float
    concentration: float | None
    own: float | None
    readings: tuple[Said, ...]
    market: Exposure | None

    def __repr__(self) -> str:
        return f"<Rung: {self.stage}, {tonnes(self.output)}: {largest(self.makers)}>"


def rungs(world: World, country: str, element: str, draws: int) -> tuple[Rung, ...]:
    """The stages of an element that have makers, from the mine on; draws: of the bands."""
    return tuple(
        _rung(world, country, element, stage, output, draws)
        for stage, output in outputs(world.networks[element]).items()
    )


def _rung(world: World, country: str, element: str, stage: str, output: Output, draws: int) -> Rung:
    own = output.makers.get(country)
    return Rung(
        stage=stage,
        output=output.total or None,
        makers=output.shares,
        unknown=output.unknown_share,
        concentration=output.concentration,
        own=own.amount if own else None,
        readings=_readings(world, element, stage),
        market=_market(world, country, element, stage, draws),
    )


def _readings(world: World, element: str, stage: str) -> tuple[Said, ...]:
    return tuple(
        Said(node.country, node.material, plant.production)
        for node in sorted(world.networks[element].nodes)
        if (node.kind, node.stage) == (MAKE, stage)
        and (plant := world.plants.get(node))
        and plant.production
    )


def _market(world: World, country: str, element: str, stage: str, draws: int) -> Exposure | None:
    nodes = world.networks[element].nodes
    if not any((one.kind, one.stage, one.country) == (MARKET, stage, country) for one in nodes):
        return None
    found = exposure(world, country, element, stage=stage, draws=draws)
    return found if found.use > 0 else None
