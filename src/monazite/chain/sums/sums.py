"""Sums of materials by their names: magnet rare earths are Nd, Pr, Dy and Tb, by mass contained.

A sum has no network among a world's own, where it would count again what its parts count; each
question adds it up for itself (`with_sum`).
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.catalogue.words import LANGS, fold
from monazite.chain.packaged.rare_earths.elements import MAGNETIC
from monazite.chain.sums.makers import owners, plants
from monazite.chain.sums.networks import added, summed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.worlds import World

SUMS: Mapping[str, tuple[str, ...]] = MappingProxyType({"REE_MAGNET": MAGNETIC})
"""By name the elements that are added up: the four that the International Energy Agency counts."""


def parts(material: str) -> tuple[str, ...]:
    """The elements of a sum; any other material alone."""
    return SUMS.get(material, (material,))


def named_sum(world: World, word: str) -> str | None:
    """The sum that a word means in either language, where the world has all its parts."""
    for name in SUMS:
        said = (name, *(say(f"chain.material.{name}", lang) for lang in LANGS))
        if fold(word) in map(fold, said) and _has_parts(world, name):
            return name
    return None


def with_sum(world: World, material: str) -> World:
    """The world with the network of a sum beside its own, its makers and their owners with it.

    The world itself where the material is no sum, or one that it has no parts of.
    """
    if material in world.networks or not _has_parts(world, material):
        return world
    networks = [world.networks[one] for one in parts(material)]
    whole = summed(networks, material)
    left = dict(world.left)
    if all(one.element in left for one in networks):
        values = [left[one.element] for one in networks]
        left[material] = added(whole.nodes, networks, values, material)
    return replace(
        world,
        networks={**world.networks, material: whole},
        plants={**world.plants, **plants(networks, world.plants, material)},
        owners={**world.owners, **owners(networks, world.owners, material)},
        left=left,
    )


def _has_parts(world: World, name: str) -> bool:
    return name in SUMS and all(one in world.networks for one in SUMS[name])
