"""How the use of a material divides: among sectors, and among countries."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from monazite.chain.figures import Figure
from monazite.chain.packaged.csvs import table as chain_table
from monazite.chain.packaged.places import iso3
from monazite.facts import row, table

if TYPE_CHECKING:
    from monazite.facts import Row

Fractions = dict[str, Figure]
_OF_USGS, _OF_THE_UNION = 2022, 2018
"""The years that averages of 2021 to 2024, and of 2016 to 2020, stand for."""


@cache
def sectors(material: str, stage: str, year: int) -> Fractions:
    """Parts of the use at a stage by sector; they add up to 1, and several rows may share a sector.

    The shares are of the European Union or the world; no country prints its own, so each is taken
    to divide its use in the same way. Printed shares that miss 100 by their rounding are scaled.
    """
    found = _printed(material, stage, year)
    whole = sum(one.value for one in found.values())
    return {name: replace(one, value=one.value / whole) for name, one in found.items()}


def _printed(material: str, stage: str, year: int) -> Fractions:
    found: Fractions = {}
    for one in chain_table("use-shares"):
        told = one.fields
        if (told["material"], told["stage"]) != (material, stage):
            continue
        # A share of a facts table is read there, so that it stands once.
        read = row(told["read_from"]) if told["read_from"] else one
        value = float(read.fields["share_pct"]) / 100
        before = found.get(told["sector"])
        found[told["sector"]] = Figure(
            value=value + (before.value if before else 0.0),
            unit="1",
            year=year,
            source=read.source,
            confidence=read.confidence,
            rows=(*(before.rows if before else ()), read.id),
        )
    return found


@cache
def countries(material: str, stage: str, year: int) -> Fractions:
    """Parts of the world's use at a stage by ISO3: Monazite's own estimate, marked as such."""
    return {
        place: _fraction(one, year)
        for one in chain_table("use-countries")
        if (one.fields["material"], one.fields["stage"]) == (material, stage)
        and (place := iso3(one.fields["country"]))
    }


@cache
def sources(material: str, form: str) -> Fractions:
    """Whom the United States bought a form from in 2021 to 2024, by ISO3 (USGS)."""
    return {
        place: _fraction(one, _OF_USGS)
        for one in table("us-import-sources")
        if one.fields["material"] == material
        and one.id.split("/")[2] == form
        and (place := iso3(one.fields["country"]))
    }


@cache
def union_sources(material: str) -> Fractions:
    """Where the European Union's processed material came from in 2016 to 2020, by ISO3."""
    return {
        place: _fraction(one, _OF_THE_UNION)
        for one in table("eu-supply-shares")
        if (one.fields["material"], one.fields["stage"], one.fields["scope"])
        == (material, "processing", "EU")
        and (place := iso3(one.fields["country"]))
    }


def _fraction(one: Row, year: int) -> Figure:
    value = float(one.fields["share_pct"]) / 100
    return Figure(value, "1", year, one.source, one.confidence, (one.id,))
