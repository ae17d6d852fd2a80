"""Outputs and inputs of makers from shares, where a stage is known by its shares alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from monazite.chain.figures import ESTIMATE, Figure, Reading
from monazite.chain.packaged.choice import ONLY
from monazite.chain.packaged.csvs import table as chain_table
from monazite.chain.packaged.places import iso3
from monazite.facts import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.facts import Row

Fractions = dict[str, Figure]
_SMALLEST = 0.5
"""Shares below it, in per cent, are mostly re-exports that the study counted as output."""
_MIDDLE = 2018
"""The year that averages of 2016 to 2020 stand for."""


@cache
def processed(material: str) -> Fractions:
    """Shares of world processing by ISO3, averages of 2016 to 2020 (European Commission 2023)."""
    return {
        place: _fraction(one, "share_pct", _MIDDLE)
        for one in table("eu-supply-shares")
        if (one.fields["material"], one.fields["stage"], one.fields["scope"])
        == (material, "processing", "global")
        and not one.fields["share_pct"].startswith("<")
        and float(one.fields["share_pct"]) >= _SMALLEST
        and (place := iso3(one.fields["country"]))
    }


@cache
def made(material: str, stage: str, year: int) -> Fractions:
    """Monazite's own estimate of shares of world output, where no table by country is open."""
    return _own("output-shares", material, stage, year, "share_pct")


@cache
def entering(material: str, stage: str, year: int, *, estimates: bool) -> Fractions:
    """The part of each maker's output that comes from scrap or another raw material, by ISO3."""
    own = _own("entering", material, stage, year, "part_pct")
    return {place: one for place, one in own.items() if estimates or one.confidence != ESTIMATE}


@cache
def recovery(material: str, stage: str, year: int) -> Figure:
    """What makers of a stage put out of what they take in; LookupError where no row says so."""
    for one in chain_table("recoveries"):
        if (one.fields["material"], one.fields["stage"]) == (material, stage):
            low, high = float(one.fields["low"]), float(one.fields["high"])
            value = float(one.fields["recovery"])
            return Figure(value, "1", year, one.source, one.confidence, (one.id,), low, high)
    raise LookupError(f"no recovery of {material} at {stage}")


def whole(
    mined: float, shares: Mapping[str, Figure], parts: Mapping[str, Figure], out: float
) -> float:
    """World output of a stage that takes all that was mined, t.

    With shares s of output, parts e of it that come from elsewhere and recovery r, makers take
    output sum s (1 - e) / r, which is what was mined.
    """
    total = sum(one.value for one in shares.values())
    bought = sum(
        one.value / total * (1.0 - (parts[place].value if place in parts else 0.0))
        for place, one in shares.items()
    )
    return mined * out / bought


def outputs(shares: Mapping[str, Figure], total: float, *, confidence: str) -> dict[str, Reading]:
    """Outputs by ISO3 from shares of a total in t; each is as sure as `confidence` says.

    Their year is that of the shares.
    """
    known = sum(one.value for one in shares.values())
    return {
        place: Reading(
            Figure(one.value / known * total, "t", one.year, one.source, confidence, one.rows),
            (),
            ONLY,
        )
        for place, one in shares.items()
    }


def _own(name: str, material: str, stage: str, year: int, field: str) -> Fractions:
    return {
        place: _fraction(one, field, year)
        for one in chain_table(name)
        if (one.fields["material"], one.fields["stage"]) == (material, stage)
        and (place := iso3(one.fields["country"]))
    }


def _fraction(one: Row, field: str, year: int) -> Figure:
    value = float(one.fields[field]) / 100
    return Figure(value, "1", year, one.source, one.confidence, (one.id,))


def total(material: str, stage: str, year: int) -> Figure:
    """World output of a stage where it is printed as one number; LookupError where none is."""
    for one in chain_table("output-totals"):
        told = one.fields
        if (told["material"], told["stage"], told["year"]) == (material, stage, str(year)):
            return Figure(
                float(told["quantity_t"]), "t", year, one.source, one.confidence, (one.id,)
            )
    raise LookupError(f"no world output of {material} at {stage} in {year}")
