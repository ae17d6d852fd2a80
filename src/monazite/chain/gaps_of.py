"""Which gaps speak of a material: its own, those of its alloys, and of all rare earths together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.groups import GROUPS

if TYPE_CHECKING:
    from collections.abc import Collection

    from monazite.chain.worlds import Gap, World

RARE_EARTHS = "REE"


def gaps_of(world: World, names: Collection[str]) -> tuple[Gap, ...]:
    """The gaps of a world that speak of any of some elements or alloys, in the world's order."""
    alloys = {one.name for one in world.alloys.values() if set(names) & one.holds.keys()}
    rare = not GROUPS[RARE_EARTHS].elements.isdisjoint(names)
    spoken_of = {*names, *alloys, *({RARE_EARTHS} if rare else ())}
    return tuple(one for one in world.gaps if one.material in spoken_of)
