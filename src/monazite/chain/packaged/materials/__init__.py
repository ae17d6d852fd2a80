"""The ladders of gallium, germanium, antimony, tungsten and graphite, a module each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from monazite.chain.packaged.materials.antimony import antimony
from monazite.chain.packaged.materials.gallium import gallium
from monazite.chain.packaged.materials.germanium import germanium
from monazite.chain.packaged.materials.graphite import graphite
from monazite.chain.packaged.materials.tungsten import tungsten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.ladder import Ladder


class Builder(Protocol):
    """Builds the ladder of one element in one year."""

    def __call__(self, year: int, *, estimates: bool) -> Ladder:
        """The ladder; estimates=False leaves out parts of scrap that Monazite estimated."""
        ...


LADDERS: Mapping[str, Builder] = {
    "Ga": gallium,
    "Ge": germanium,
    "Sb": antimony,
    "W": tungsten,
    "GRAPHITE": graphite,
}
"""By element the ladder of a year, 2018 to 2024."""
