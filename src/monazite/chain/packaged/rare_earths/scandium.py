"""Scandium, which is mined for itself nowhere: a by-product of titanium, alumina and nickel.

The world's output is a number a year that nobody counts well (table `scandium`), and countries have
the European study's shares of 2016 to 2020 of it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.rare_earths.elements import TO_OXIDE, vector
from monazite.chain.packaged.shares import processed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.rare_earths.elements import Floats
    from monazite.facts import Row

SCANDIUM = "Sc"


@cache
def world_row(year: int) -> Row:
    """The row with the world's output of a year."""
    return next(one for one in table("scandium") if one.fields["year"] == str(year))


@cache
def by_product(year: int) -> Mapping[str, Floats]:
    """By ISO3 the scandium that enters there, t in the vector of elements."""
    world = float(world_row(year).fields["oxide_t"]) * vector({SCANDIUM: 1.0}) / TO_OXIDE
    return {country: world * share.value for country, share in processed(SCANDIUM).items()}
