"""The world of a year as Monazite carries it: every material, balanced."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from monazite.chain.balance.balance import balance
from monazite.chain.packaged.draft import draft
from monazite.chain.packaged.gaps import gaps
from monazite.chain.packaged.materials import LADDERS
from monazite.chain.packaged.owners import owners
from monazite.chain.packaged.plants import plants as ladder_plants
from monazite.chain.packaged.rare_earths.alloys import alloys
from monazite.chain.packaged.rare_earths.elements import ELEMENTS
from monazite.chain.packaged.rare_earths.plants import alloy_plants, plants
from monazite.chain.packaged.rare_earths.sketch import SUM_OF_ALL, drawn
from monazite.chain.packaged.rare_earths.ways import sketch
from monazite.chain.worlds import World
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from monazite.chain.balance.residuals import Residual
    from monazite.chain.balance.routes import Route
    from monazite.chain.network.network import Floats, Network
    from monazite.chain.network.nodes import Node
    from monazite.chain.worlds import Plant

YEARS = range(2018, 2025)
"""The years that World Mining Data and the packaged bilateral trade both cover."""


@cache
def world(year: int = 2024, *, estimates: bool = True) -> World:
    """The world of one year: each rare earth, all of them as `REE`, Ga, Ge, Sb, W and GRAPHITE.

    Sums of these (`sums.sums.SUMS`) are added up where they are asked for.

    Args:
        year: 2018 to 2024.
        estimates: False leaves out what the balance would fill in: it then arrives by no known way.

    Raises:
        InputError: field "year".
    """
    if year not in YEARS:
        raise InputError("year", year, f"{YEARS[0]} to {YEARS[-1]}")
    networks: dict[str, Network] = {}
    known: dict[Node, Plant] = {}
    moved: dict[str, tuple[Residual, ...]] = {}
    left: dict[str, Floats] = {}
    for one in _drafts(year, estimates=estimates):
        made = balance(one.network, one.plants, one.routes, {}, estimates=estimates)
        networks[one.network.element] = made.network
        moved[one.network.element] = made.residuals
        left[one.network.element] = made.left
        known.update(one.plants)
    known.update(_said(alloy_plants(year), year, estimates=estimates))
    return World(
        year=year,
        networks=networks,
        plants=known,
        alloys=alloys(),
        owners=owners(known, year),
        gaps=gaps(year, estimates=estimates),
        residuals=moved,
        left=left,
        estimates=estimates,
    )


class _Draft(NamedTuple):
    """A network of what is known, its makers, and the ways whose amounts are sought."""

    network: Network
    plants: Mapping[Node, Plant]
    routes: tuple[Route, ...]


def _drafts(year: int, *, estimates: bool) -> Iterator[_Draft]:
    ways = sketch(year)
    for element in (SUM_OF_ALL, *ELEMENTS):
        known = drawn(ways, element)
        said = _said(plants(known.network), year, estimates=estimates)
        yield _Draft(known.network, said, known.routes)
    for build in LADDERS.values():
        ladder = build(year, estimates=estimates)
        said = _said(ladder_plants(ladder), year, estimates=estimates)
        yield _Draft(draft(ladder, estimates=estimates), said, ladder.ways)


def _said(known: Mapping[Node, Plant], year: int, *, estimates: bool) -> Mapping[Node, Plant]:
    """What is known of makers; with estimates=False without productions that are our own guess."""
    if estimates:
        return known
    return {
        node: replace(plant, production=None) if _guessed(plant, year) else plant
        for node, plant in known.items()
    }


def _guessed(plant: Plant, year: int) -> bool:
    return plant.production is not None and plant.production.chosen.estimated(year)
