"""Who makes metal of what: the part of each rare earth that is made into metal, by country."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.rare_earths.elements import ELEMENTS, among, vector
from monazite.chain.packaged.rare_earths.sectors import METALLIC, split
from monazite.chain.packaged.rare_earths.separated import recovery, separated

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.rare_earths.elements import Floats

_FOR_MAGNETS = among(("Pr", "Nd", "Sm", "Gd", "Tb", "Dy"))


class Share(NamedTuple):
    """The share of a country among the makers of a stage, its row, how sure it is, and of when."""

    part: float
    row: str
    confidence: str
    year: int


@cache
def shares(stage: str, what: str, year: int) -> Mapping[str, Share]:
    """By ISO3 who makes how much of the world's (table `rare-earth-makers`)."""
    return {
        one.fields["country"]: Share(
            float(one.fields["share_pct"]) / 100,
            one.id,
            one.confidence,
            int(one.fields["year"] or year),
        )
        for one in table("rare-earth-makers")
        if (one.fields["stage"], one.fields["what"]) == (stage, what)
        and int(one.fields["first"]) <= year <= int(one.fields["last"])
    }


@cache
def smelted(year: int) -> Floats:
    """T of each element that the world made into metal: the part that uses of metal have."""
    world: Floats = np.sum([plant.output for plant in separated(year).values()], axis=0)
    part = vector({one: sum(split(one, METALLIC).values()) for one in ELEMENTS})
    return world * part


@cache
def taken(year: int) -> Mapping[str, Floats]:
    """By ISO3 the oxide that makers of metal take, t of each element."""
    magnetic, other = shares("metal", "magnet", year), shares("metal", "other", year)
    return {
        country: smelted(year)
        * (
            _FOR_MAGNETS * (magnetic[country].part if country in magnetic else 0.0)
            + (1 - _FOR_MAGNETS) * (other[country].part if country in other else 0.0)
        )
        for country in sorted({*magnetic, *other})
    }


@cache
def output(year: int) -> Mapping[str, Floats]:
    """By ISO3 the metal that comes out, t of each element."""
    return {country: recovery("metal") * amounts for country, amounts in taken(year).items()}


def makers(year: int) -> Mapping[str, Share]:
    """By ISO3 the share of each maker of metal: of the magnetic ones where it makes any."""
    return {**shares("metal", "other", year), **shares("metal", "magnet", year)}
