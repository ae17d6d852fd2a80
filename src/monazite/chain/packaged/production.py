"""What publishers say each country made of a commodity in a year, one figure each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from monazite.chain.figures import FOUND, REPORTED, Figure
from monazite.chain.packaged.csvs import table as chain_table
from monazite.chain.packaged.places import iso3
from monazite.facts import table

if TYPE_CHECKING:
    from monazite.facts import Row

Figures = dict[str, Figure]
WORLD_MINING_DATA = "World Mining Data 2026, BMF Austria"
_TONNES = {"t": 1.0, "kt": 1e3, "kg": 1e-3}
_BASIS = {"reported": REPORTED, "estimated": "derived-weak", "provisional": FOUND}


@cache
def counted(commodity: str, year: int) -> Figures:
    """World Mining Data by ISO3, t: only countries that made some in that year.

    A figure that the publisher estimated counts as weakly derived.
    """
    return {
        one["iso3"]: Figure(
            value=one["quantity"] * _TONNES[one["unit"]],
            unit="t",
            year=year,
            source=WORLD_MINING_DATA,
            confidence=_BASIS[one["basis"]],
            rows=(f"production/{commodity}/{one['iso3']}-{year}",),
        )
        for one in _counted_rows().get((commodity, year), ())
        if one["quantity"] > 0
    }


@cache
def _counted_rows() -> dict[tuple[str, int], list[dict[str, Any]]]:
    """Rows of World Mining Data by commodity and year."""
    from monazite.trade.packaged.tables import production  # noqa: PLC0415 - it loads pyarrow

    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for one in production().to_pylist():
        found.setdefault((one["commodity"], one["year"]), []).append(one)
    return found


@cache
def summarised(material: str, year: int) -> Figures:
    """The Mineral Commodity Summaries of USGS by ISO3, t: mine or primary production."""
    return {
        place: _figure(one, one.fields["quantity"], one.fields["unit"])
        for one in chain_table("usgs-world")
        if one.fields["material"] == material
        and one.fields["year"] == str(year)
        and not one.id.endswith("/capacity")
        and float(one.fields["quantity"]) > 0
        and (place := iso3(one.fields["country"]))
    }


@cache
def staged(material: str, stage: str, year: int) -> Figures:
    """The IEA's supply by stage and ISO3, t; a country at zero is left out."""
    return {
        place: _figure(one, one.fields["quantity_kt"], "kt")
        for one in table("iea-stage-supply")
        if one.fields["material"] == material
        and one.fields["stage"] == stage
        and one.fields["year"] == str(year)
        and float(one.fields["quantity_kt"]) > 0
        and (place := iso3(one.fields["country"]))
    }


@cache
def rest(material: str, stage: str, year: int) -> Figure | None:
    """What the IEA puts together as other countries at a stage, t; None without such a row."""
    for one in table("iea-stage-supply"):
        told = one.fields
        if (told["material"], told["stage"], told["country"], told["year"]) == (
            material, stage, "other", str(year),
        ):  # fmt: skip
            return _figure(one, told["quantity_kt"], "kt")
    return None


@cache
def remembered(material: str, stage: str, year: int) -> dict[str, tuple[Figure, ...]]:
    """Masses that stand beside a share in the facts table `shares`, by ISO3, t."""
    found: dict[str, tuple[Figure, ...]] = {}
    for one in table("shares"):
        told = one.fields
        if (told["material"], told["stage"], told["year"]) != (material, stage, str(year)):
            continue
        place, unit = iso3(told["country"]), told["unit"].partition(" ")[0]
        if place and told["quantity"] and unit in _TONNES:
            figure = _figure(one, told["quantity"], unit)
            found[place] = (*found.get(place, ()), figure)
    return found


def _figure(one: Row, quantity: str, unit: str) -> Figure:
    return Figure(
        value=float(quantity) * _TONNES[unit],
        unit="t",
        year=int(one.fields["year"]),
        source=one.source,
        confidence=one.confidence,
        rows=(one.id,),
    )
