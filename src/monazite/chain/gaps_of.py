"""Which gaps speak of a material: its own, those of its alloys, and of all rare earths together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.elements import element
from monazite.catalogue.groups import GROUPS
from monazite.chain.goods import named_material
from monazite.chain.sums.sums import parts
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Collection

    from monazite.chain.worlds import Gap, World

RARE_EARTHS = "REE"


def gaps(world: World, material: str | None = None) -> tuple[Gap, ...]:
    """What no source gives of an element or alloy, by any word for it, or of all of them.

    InputError field "material" where the world has no such.
    """
    return world.gaps if material is None else gaps_of(world, {named(world, material)})


def named(world: World, word: str) -> str:
    """A material of the world, or an element without a network, of which a gap says why.

    InputError field "material" for any other word.
    """
    try:
        return named_material(world, word)
    except InputError as error:
        if error.code != "no_network" or (symbol := element(word)) not in _alone(world):
            raise
        return symbol


def _alone(world: World) -> set[str]:
    """Materials of which nothing is known but gaps."""
    return {one.material for one in world.gaps} - {*world.networks, *world.alloys}


def gaps_of(world: World, names: Collection[str]) -> tuple[Gap, ...]:
    """The gaps of a world that speak of any of some materials, in the world's order."""
    elements = {part for name in names for part in parts(name)}
    alloys = {one.name for one in world.alloys.values() if elements & one.holds.keys()}
    rare = not GROUPS[RARE_EARTHS].elements.isdisjoint(elements)
    spoken_of = {*elements, *alloys, *({RARE_EARTHS} if rare else ())}
    return tuple(one for one in world.gaps if one.material in spoken_of)
