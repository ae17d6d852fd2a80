"""Outputs of makers on which sources do not agree: every reading, which one is taken and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.groups import GROUPS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from monazite.chain.figures import Reading
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import World

_ROUNDING = 0.01
"""Readings that differ by less, in parts of the chosen one, only round it differently."""
_SUM = "REE"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources say of the output of one maker.

    reading: the figure that is taken, all others, and why; apart: how far the largest and the
    smallest of those in the same unit lie from each other, in parts of what is taken for all makers
    of that stage.
    """

    node: Node
    reading: Reading
    apart: float


def disagreements(world: World, materials: Collection[str] | None) -> tuple[Disagreement, ...]:
    """Outputs of which sources say different amounts, worst first: those of most weight.

    materials: elements or alloys; None for all of the world, where the rare earths stand together,
    as single ones are parts of the same readings.
    """
    asked = _all(world) if materials is None else materials
    readings = {
        node: plant.production
        for node, plant in world.plants.items()
        if plant.production is not None and node.material in asked
    }
    whole: Mapping[tuple[str, str], float] = _outputs(readings)
    found = (
        Disagreement(node, one, _range(one) / whole[node.material, node.stage])
        for node, one in readings.items()
        if _range(one) > _ROUNDING * one.chosen.value
    )
    return tuple(sorted(found, key=lambda one: (-one.apart, one.node)))


def _all(world: World) -> set[str]:
    every = {node.material for node in world.plants}
    return every - set(GROUPS[_SUM].elements) if _SUM in every else every


def _outputs(readings: Mapping[Node, Reading]) -> Mapping[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = defaultdict(float)
    for node, one in readings.items():
        found[node.material, node.stage] += one.chosen.value
    return found


def _range(reading: Reading) -> float:
    """From the smallest to the largest reading in the unit of the chosen one."""
    unit = reading.chosen.unit
    values = [one.value for one in (reading.chosen, *reading.others) if one.unit == unit]
    return max(values) - min(values)
