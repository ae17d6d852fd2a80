"""What a model is about: the materials asked for, and the elements that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.worlds import World

_FAMILIES = {"NdFeB": ("NdFeB-standard", "NdFeB-heavy"), "magnets": ("NdFeB", "SmCo")}
_SUM = "REE"


class Scope(NamedTuple):
    """The elements whose networks are taken, and what a tonne of each alloy holds of these, t."""

    elements: tuple[str, ...]
    held: Mapping[str, float]


def scoped(world: World, materials: Sequence[str]) -> Scope:
    """The scope of materials: elements ("Dy", "Ga"), alloys ("NdFeB-heavy"), "NdFeB", "magnets".

    Raises:
        InputError: field "scope": a material that the world does not have, or none at all.
    """
    wanted = [one for name in materials for one in _elements(world, name)]
    if not wanted:
        raise InputError("scope", "", _accepted(world))
    elements = tuple(dict.fromkeys(wanted))
    held = {
        alloy.name: sum(part.value for name, part in alloy.holds.items() if name in elements)
        for alloy in world.alloys.values()
    }
    return Scope(elements, {name: part for name, part in held.items() if part})


def _elements(world: World, name: str) -> tuple[str, ...]:
    if name in _FAMILIES:
        return tuple(one for part in _FAMILIES[name] for one in _elements(world, part))
    if name in world.alloys:
        return tuple(world.alloys[name].holds)
    if name in world.networks and name != _SUM:
        return (name,)
    raise InputError("scope", name, _accepted(world))


def _accepted(world: World) -> str:
    return ", ".join((*_FAMILIES, *world.alloys, *(one for one in world.networks if one != _SUM)))
