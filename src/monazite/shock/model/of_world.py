"""The model of the world: what a scenario shocks, read off the chain's networks of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.chain.stages import MAKE
from monazite.shock.model.columns import columns
from monazite.shock.model.draft import Maker
from monazite.shock.model.ores import IONIC, LIGHT
from monazite.shock.model.places import places
from monazite.shock.model.scope import scoped
from monazite.shock.model.ways import drafted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.worlds import World
    from monazite.shock.model.model import Model


def model(world: World, scope: Sequence[str]) -> Model:
    """The model of some materials: elements ("Dy"), alloys, "NdFeB" or "magnets", a week.

    Raises:
        InputError: field "scope".
    """
    draft = drafted(world, scoped(world, scope))
    draft = draft.places(places(draft, world.year))
    return columns(draft, world.year, capacities(world))


def capacities(world: World) -> Mapping[Maker, float]:
    """Of makers whose capacity is printed: over what they make, at least 1.

    What is printed of all rare earths together holds for each line that separates them.
    """
    found: dict[Maker, float] = {}
    for node, plant in world.plants.items():
        if node.kind == MAKE and plant.capacity and plant.production:
            most = max(1.0, plant.capacity.value / plant.production.chosen.value)
            kinds = (LIGHT, IONIC) if node.material == "REE" else (node.material,)
            for kind in kinds:
                found[Maker(f"{node.stage}/{kind}", node.country, fixed=False)] = most
    return found
