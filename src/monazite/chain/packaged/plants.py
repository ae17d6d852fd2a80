"""What is known of makers beside their output: capacity, yield, years to build another, stocks.

Most of it nobody prints: capacities are known for gallium and three makers of rare earths, years to
build are Monazite's own estimates by stage, stocks of countries are mostly targets.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from monazite.chain.figures import Figure
from monazite.chain.network.nodes import Node
from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.places import iso3
from monazite.chain.packaged.united_states import COUNTRY, printed
from monazite.chain.stages import MAKE, MARKET
from monazite.chain.worlds import Plant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.figures import Reading
    from monazite.chain.packaged.ladder import Ladder

DAYS = "days of use"
"""The unit of a stock that is told in days of the country's use and not in t."""
_STOCKS = {"Ga": "consumer, yearend"}
"""What the United States prints of stocks, by element."""


def plants(ladder: Ladder) -> Mapping[Node, Plant]:
    """What is known of the makers of a ladder, and of stocks at the markets of its last stage."""
    makers = {
        Node(step.material, step.stage, place, MAKE): plant(
            step.material, step.stage, place, ladder.year, reading, step.recovery
        )
        for step in ladder.steps
        for place, reading in step.makers.items()
    }
    last = ladder.steps[-1]
    ends = (end for way in ladder.ways for end in (way.source, way.target))
    markets = {end for end in ends if end.kind == MARKET and end.stage == last.stage}
    held = {
        market: Plant(None, None, None, None, stock)
        for market in markets
        if (stock := held_by(ladder.element, market.country, ladder.year))
    }
    return makers | held


def plant(
    material: str,
    stage: str,
    country: str,
    year: int,
    production: Reading | None,
    recovery: Figure | None,
) -> Plant:
    """A maker with all that the tables know of it; stocks stand at markets, not at makers."""
    capacity = _capacities().get((material, stage, country, year))
    return Plant(production, capacity, recovery, lead_time(material, stage), None)


@cache
def lead_time(material: str, stage: str) -> Figure:
    """Years to build one more maker of a stage, of that material or of any.

    LookupError for a stage that nobody builds, such as a sector.
    """
    found = {
        one.fields["material"]: one for one in table("lead-times") if one.fields["stage"] == stage
    }
    one = found.get(material, found.get(""))
    if one is None:
        raise LookupError(f"no lead time of {stage}")
    low, high = float(one.fields["low"]), float(one.fields["high"])
    years = float(one.fields["years"])
    return Figure(years, "a", _WRITTEN, one.source, one.confidence, (one.id,), low, high)


def held_by(element: str, country: str, year: int) -> Figure | None:
    """What a country holds of an element, in t or in days of its use; None where nobody says."""
    if country == COUNTRY and element in _STOCKS:
        return printed(element, "stock", _STOCKS[element], year)
    return _targets(year).get(country)


@cache
def _capacities() -> dict[tuple[str, str, str, int], Figure]:
    """By material, stage, ISO3 and year."""
    return {
        (told["material"], told["stage"], place, int(told["year"])): Figure(
            float(told["quantity"]), "t", int(told["year"]), one.source, one.confidence, (one.id,)
        )
        for one in table("capacities")
        if (told := one.fields) and (place := iso3(told["country"]))
    }


@cache
def _targets(year: int) -> dict[str, Figure]:
    """Days of use that countries mean to hold, by ISO3; what they say today stands for any year."""
    return {
        place: Figure(
            float(told["quantity"]), DAYS, year, one.source, one.confidence,
            (told["read_from"], one.id), float(told["low"]), float(told["high"]),
        )
        for one in table("stocks")
        if (told := one.fields) and (place := iso3(told["country"]))
    }  # fmt: skip


_WRITTEN = 2025
"""The year in which the lead times were estimated."""
