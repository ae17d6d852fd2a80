"""How an ultimate share went from year to year: the line beside a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.countries import describe
from monazite.chain.exposures.exposure import exposure
from monazite.chain.goods import named_material
from monazite.chain.own_year import of_use_in
from monazite.chain.packaged.world import YEARS
from monazite.chain.packaged.world import world as packaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from monazite.chain.worlds import World


class Point(NamedTuple):
    """One year: the part of the use that stands on the supplier, and what that rests on.

    share: None where no use is known, or most of it is counted with the rest of the world; own: the
    part of the use that rests on figures of that year, and on none of another (`own_year`).
    """

    year: int
    share: float | None
    own: float | None


def history(
    country: str, material: str, supplier: str, *, stage: str | None = None, estimates: bool = True
) -> tuple[Point, ...]:
    """A country's ultimate share on a supplier in every year that is carried.

    Args:
        country: a code or a name, as is supplier; a group of countries has its members of each
            year.
        material: an element, a group or an alloy.
        supplier: whose makers are counted.
        stage: of a market; final use where it is None.
        estimates: whether the balance may fill what no source gives.

    Raises:
        InputError: on country, material, supplier or stage.
    """
    on = describe(supplier).iso3
    worlds = (packaged(year, estimates=estimates) for year in YEARS)
    return tuple(_points(worlds, country, material, on, stage))


def _points(
    worlds: Iterable[World], country: str, material: str, supplier: str, stage: str | None
) -> Iterator[Point]:
    for world in worlds:
        name = named_material(world, material)
        found = exposure(world, country, name, stage=stage, draws=0)
        on = next((one.share for one in found.ultimate if one.country == supplier), 0.0)
        little = found.left_out is not None and found.left_out.main
        if little or not found.use:
            yield Point(world.year, None, None)
        else:
            yield Point(world.year, on, 1.0 - of_use_in(world, found).share)
