"""What the tables say of goods, ways and uses: prices, weeks, capacities, elasticities."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue.distances import contiguous, distance_km
from monazite.catalogue.oxides import oxides
from monazite.chain.packaged import csvs
from monazite.errors import InputError
from monazite.facts import row as fact
from monazite.shock.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.facts.rows import Row
    from monazite.shock.model.model import Good

_ANY = "any"


class Use(NamedTuple):
    """How a sector stands on a good, fractions.

    at_stake: the part of its value added that is made with it; elasticity: of the use to the price;
    substitutable: the part that another material can replace.
    """

    at_stake: float
    elasticity: float
    substitutable: float


@cache
def price(good: Good, year: int) -> float:
    """US$ a kg of a good, of the nearest year that a table has."""
    found = _nearest("shock-prices", (good.material, good.stage), year)
    if found is None:
        return _of_oxide(good, year)
    told = found.fields
    said = told["usd_per_kg"] or fact(told["read_from"]).fields["value"]
    return float(said.replace(",", "")) * float(told["times"])


def _of_oxide(good: Good, year: int) -> float:
    """A rare earth, from the price of its oxide; US$ a kg of the element."""
    times = _nearest("shock-prices", (_ANY, good.stage), year)
    known = [
        one for one in csvs.table("rare-earth-prices") if one.fields["element"] == good.material
    ]
    if times is None or not known:
        raise InputError("good", "/".join(good), "a good with a row in table shock-prices")
    near = min(known, key=lambda one: abs(int(one.fields["year"]) - year))
    to_oxide = next(float(o.from_element) for o in oxides().values() if o.element == good.material)
    return float(near.fields["usd_per_kg_oxide"]) * to_oxide * float(times.fields["times"])


def _nearest(name: str, of: tuple[str, str], year: int) -> Row | None:
    """The row of a good whose year is nearest."""
    rows = [one for one in table(name) if (one.fields["material"], one.fields["stage"]) == of]
    return min(rows, key=lambda one: abs(int(one.fields["year"]) - year), default=None)


@cache
def qualify(stage: str) -> float:
    """Weeks to qualify another supplier of what a stage makes."""
    return float(_stages()[stage]["qualify_weeks"])


@cache
def capacity(stage: str) -> float:
    """The highest activity of a plant of which nothing is known, over its usual one."""
    return float(_stages()[stage]["capacity"])


@cache
def lag(source: str, target: str, usd_per_kg: float) -> int:
    """Whole weeks on the way between two countries: what is dear flies, the rest goes by sea."""
    (land,), (air,), sea = (_ways(by) for by in ("land", "air", "sea"))
    if usd_per_kg >= float(air["usd_per_kg"]):
        return int(air["weeks"])
    far = distance_km(source, target)
    if far is None:
        return int(sea[-1]["weeks"])
    if contiguous(source, target) and far <= float(land["at_most_km"]):
        return int(land["weeks"])
    return next(int(way["weeks"]) for way in sea if far <= float(way["at_most_km"] or "inf"))


@cache
def _ways(by: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a means of transport, the shortest way first."""
    return tuple(one.fields for one in table("shock-lags") if one.fields["by"] == by)


@cache
def use(material: str, sector: str) -> Use:
    """How a sector stands on a material."""
    told = _uses().get((material, sector)) or _uses()[_ANY, sector]
    return Use(
        float(told["at_stake_pct"]) / 100,
        float(told["elasticity"]),
        float(told["substitutable_pct"]) / 100,
    )


@cache
def _uses() -> Mapping[tuple[str, str], Mapping[str, str]]:
    rows = (one.fields for one in table("shock-uses"))
    return MappingProxyType({(row["material"], row["sector"]): row for row in rows})


@cache
def _stages() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({one.fields["stage"]: one.fields for one in table("shock-stages")})
