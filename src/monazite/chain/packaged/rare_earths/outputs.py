"""What sources say a country puts out of a rare earth at a stage: the one taken, and the others.

Masses are derived here from masses of all oxides, assays and shares. Shares of the world that
others print stand beside them as they were printed, in per cent.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from monazite.catalogue.countries import countries
from monazite.chain.figures import DERIVED, Figure, Reading
from monazite.chain.packaged.choice import ONLY
from monazite.chain.packaged.rare_earths import metals
from monazite.chain.packaged.rare_earths.elements import ELEMENTS, MAGNETIC, TO_OXIDE
from monazite.chain.packaged.rare_earths.mined import IEA_YEAR, assay, readings
from monazite.chain.packaged.rare_earths.separated import grounds, separated
from monazite.chain.packaged.rare_earths.sketch import SUM_OF_ALL
from monazite.chain.stages import MAGNET, METAL, MINING, REFINING
from monazite.facts import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.rare_earths.elements import Floats
    from monazite.facts import Row

_WEAK = "derived-weak"
OURS = "Monazite, from the rows named"
WORKED_OUT = "worked_out"
"""Reason: masses are worked out here; of others there are shares alone."""
_STAGES = {
    "mining": MINING,
    "processing": REFINING,
    "refining": REFINING,
    "separation": REFINING,
    "manufacture": MAGNET,
}
"""Stages as table `shares` has them; the European study says processing."""


def output(element: str, stage: str, country: str, year: int) -> Reading | None:
    """What a country puts out, t of the element, or of oxides for all together; None if unknown."""
    if stage == MINING:
        return _mined(element, country, year)
    own = {REFINING: _separated, METAL: _smelted}[stage](element, country, year)
    if own is None:
        return None
    others = printed(element, stage, country)
    return Reading(own, others, WORKED_OUT if others else ONLY)


def _mined(element: str, country: str, year: int) -> Reading | None:
    """All that publishers say of the oxides, each split by the assay of the country's ore."""
    whole = readings(year).get(country)
    if whole is None:
        return None
    shares = printed(element, MINING, country)
    if element == SUM_OF_ALL:
        return Reading(whole.chosen, (*whole.others, *shares), whole.why)
    ore, at = assay(country, year), ELEMENTS.index(element)
    part = float(ore.shares[at] / TO_OXIDE[at])
    chosen, *others = (
        replace(figure, value=figure.value * part, confidence=_WEAK, rows=(*figure.rows, *ore.rows))
        for figure in (whole.chosen, *whole.others)
    )
    return Reading(chosen, (*others, *shares), whole.why)


def _separated(element: str, country: str, year: int) -> Figure | None:
    plant = separated(year).get(country)
    if plant is None:
        return None
    exact = year == IEA_YEAR and element in MAGNETIC
    rows = grounds(country, element, year)
    return _figure(plant.output, element, year, DERIVED if exact else _WEAK, rows)


def _smelted(element: str, country: str, year: int) -> Figure | None:
    made = metals.output(year).get(country)
    if made is None:
        return None
    row = metals.makers(year)[country]
    return _figure(made, element, row.year, row.confidence, (row.row,))


def _figure(
    amounts: Floats, element: str, year: int, confidence: str, rows: tuple[str, ...]
) -> Figure:
    value = amounts @ TO_OXIDE if element == SUM_OF_ALL else amounts[ELEMENTS.index(element)]
    return Figure(float(value), "t", year, OURS, confidence, rows)


def printed(material: str, stage: str, country: str) -> tuple[Figure, ...]:
    """Shares of the world that others print of a country's output, in per cent."""
    return _printed().get((material, stage, country), ())


@cache
def _printed() -> Mapping[tuple[str, str, str], tuple[Figure, ...]]:
    """By element, stage and ISO3 the shares of the world that others print, in per cent."""
    found: dict[tuple[str, str, str], tuple[Figure, ...]] = defaultdict(tuple)
    for one in table("shares"):
        told = one.fields
        place = countries().get(told["country"])
        stage = _STAGES.get(told["stage"])
        if place and stage and told["share_pct"] and not told["quantity"]:
            key = told["material"], stage, place.iso3
            found[key] = (*found[key], _share(one))
    return dict(found)


def _share(one: Row) -> Figure:
    told = one.fields
    low, high = (float(told[key]) if told[key] else None for key in ("share_low", "share_high"))
    # "2016-2020 avg" is an average of years: the last of them dates it.
    year = int(told["year"].removesuffix(" avg").rpartition("-")[2])
    value = float(told["share_pct"])
    return Figure(value, "%", year, one.source, one.confidence, (one.id,), low, high)
