"""The ladder of a material for one country: who makes each stage, what the country has of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.exposure import exposure
from monazite.chain.exposures.values import Share
from monazite.chain.stages import MAKE, MARKET, STAGES
from monazite.trade.indicators.concentration import hhi

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.exposures.values import Exposure
    from monazite.chain.figures import Reading
    from monazite.chain.network.network import Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import World


class Said(NamedTuple):
    """What sources say of one maker's output, all of them, with the one that was chosen."""

    country: str
    material: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Rung:
    """One stage of a material's way.

    output: what the world makes of it, t of contained element a year; makers: shares of that by
    country, largest first; concentration: their Herfindahl index, 0 to 1; own: what the country
    makes, None where it is no known maker; readings: what sources say of makers' output; market:
    on whom stands what the country has of this stage, made or bought; None where it
    has none.
    """

    stage: str
    output: float
    makers: tuple[Share, ...]
    concentration: float
    own: float | None
    readings: tuple[Said, ...]
    market: Exposure | None


def rungs(world: World, country: str, element: str, draws: int) -> tuple[Rung, ...]:
    """The stages of an element that have makers, from the mine on; draws: of the bands."""
    network = world.networks[element]
    output = _output(network)
    stages = {node.stage for node in network.nodes if node.kind == MAKE}
    return tuple(
        _rung(world, country, element, stage, output, draws) for stage in STAGES if stage in stages
    )


def _rung(
    world: World,
    country: str,
    element: str,
    stage: str,
    output: Mapping[Node, float],
    draws: int,
) -> Rung:
    made: dict[str, float] = {}
    for node, amount in output.items():
        if node.stage == stage:
            made[node.country] = made.get(node.country, 0.0) + amount
    whole = sum(made.values())
    ranked = sorted(made, key=lambda one: (-made[one], one)) if whole else []
    return Rung(
        stage=stage,
        output=whole,
        makers=tuple(Share(one, made[one] / whole, None) for one in ranked if made[one] > 0),
        concentration=hhi(made.values()).value if whole else 0.0,
        own=made.get(country),
        readings=_readings(world, stage, output),
        market=_market(world, country, element, stage, draws),
    )


def _output(network: Network) -> Mapping[Node, float]:
    """What each maker puts out, t a year."""
    out = np.bincount(network.edges.source, network.edges.amount, len(network.nodes))
    pairs = zip(network.nodes, out.tolist(), strict=True)
    return {node: amount for node, amount in pairs if node.kind == MAKE}


def _readings(world: World, stage: str, output: Mapping[Node, float]) -> tuple[Said, ...]:
    return tuple(
        Said(node.country, node.material, plant.production)
        for node in sorted(output)
        if node.stage == stage and (plant := world.plants.get(node)) and plant.production
    )


def _market(world: World, country: str, element: str, stage: str, draws: int) -> Exposure | None:
    nodes = world.networks[element].nodes
    if not any((one.kind, one.stage, one.country) == (MARKET, stage, country) for one in nodes):
        return None
    found = exposure(world, country, element, stage=stage, draws=draws)
    return found if found.use > 0 else None
