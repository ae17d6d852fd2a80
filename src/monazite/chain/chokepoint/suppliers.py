"""The suppliers of a material in the world, stage by stage and over all stages: `suppliers`."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from monazite.chain.chokepoint.weighted import weighted, years
from monazite.chain.chokepoint.without_largest import without_largest
from monazite.chain.outputs import outputs
from monazite.chain.shown import table, tonnes
from monazite.chain.sums.sums import with_sum
from monazite.chain.words import percent
from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.chain.chokepoint.weighted import Weighted
    from monazite.chain.figures import Figure
    from monazite.chain.worlds import World


@dataclass(frozen=True, slots=True)
class Held:
    """A stage, its largest maker, and what is left without it (N-1).

    output, left: t of contained element a year, of all makers and of all but the largest; share,
    unknown, left_share: parts of the output, of the largest maker, of makers whom nobody knows, and
    of what is left (theirs with it); coverage: left over what users and plants of other countries
    than the largest maker's take, None where nobody takes any; years: to build one more plant, None
    where nobody says.
    """

    stage: str
    output: float
    largest: str
    share: float
    unknown: float
    left: float
    left_share: float
    coverage: float | None
    years: Figure | None


@dataclass(frozen=True, slots=True)
class Suppliers:
    """Who holds a material in a year: its stages, ore first, and its suppliers by index.

    A stage of which no country is known to make anything is left out.
    """

    material: str
    year: int
    stages: tuple[Held, ...]
    suppliers: tuple[Weighted, ...]

    def __repr__(self) -> str:
        held = "; ".join(f"{one.stage} {one.largest} {percent(one.share)}" for one in self.stages)
        return f"<Suppliers of {self.material}, {self.year}: {held or '–'}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: each stage with its largest maker and what is left without it."""
        rows = [
            (one.stage, tonnes(one.output), one.largest, percent(one.share), tonnes(one.left))
            for one in self.stages
        ]
        return table(self, ("stage", "output", "largest", "share", "left without it"), rows)


def suppliers(world: World, material: str) -> Suppliers:
    """What the world loses of each stage without its largest maker, and who holds most of all.

    It ranks suppliers of the world, and says nothing of one user (`chokepoints` does).

    Args:
        world: an answer of `monazite.chain.packaged.world.world`, or a world of one's own.
        material: an element of the world ("Dy", "REE") or a sum ("REE_MAGNET").

    Raises:
        InputError: on material.
    """
    world = with_sum(world, material)
    if material not in world.networks:
        raise InputError("material", material, ", ".join(world.networks))
    network = world.networks[material]
    output, times, without = outputs(network), years(world, network), without_largest(network)
    stages = tuple(
        Held(
            stage=stage,
            output=output[stage].total,
            largest=one.supplier,
            share=1.0 - one.share_left,
            unknown=output[stage].unknown_share,
            left=one.supply_left,
            left_share=one.share_left,
            coverage=None if isnan(one.coverage) else one.coverage,
            years=times.get(stage),
        )
        for stage, one in without.items()
        if one.supplier
    )
    return Suppliers(material, network.year, stages, weighted(world, network))
