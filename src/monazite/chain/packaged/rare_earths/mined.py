"""What each country mines of each rare earth: oxides as published, split by the assay of its ore.

One ore gives all rare earths at once, in fixed shares. The shares of a country are those of the
deposits that stand for it (table `rare-earth-ores`), each brought to a sum of 1, and then tilted:
the International Energy Agency says how much of the four magnetic ones each country mined in 2024,
so these are scaled to it and the others to what is left. The tilt of 2024 is held for all years.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.packaged.choice import together
from monazite.chain.packaged.csvs import table as chain_table
from monazite.chain.packaged.production import counted, remembered, staged, summarised
from monazite.chain.packaged.rare_earths.elements import ELEMENTS, MAGNETIC, TO_OXIDE, among, vector
from monazite.facts import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.figures import Reading
    from monazite.chain.packaged.rare_earths.elements import Floats

COMMODITY = "Rare Earths (REO)"
IEA_YEAR = 2024
_OTHER = "iea-stage-supply/rare-earth-elements/mining/other-2024"
_FOUR = among(MAGNETIC)


class Assay(NamedTuple):
    """Shares of each element in the oxides of a country's ore, and the rows they rest on."""

    shares: Floats
    rows: tuple[str, ...]


@cache
def readings(year: int) -> Mapping[str, Reading]:
    """By ISO3 what sources say was mined, t of oxides."""
    return together(
        counted(COMMODITY, year), summarised("REE", year), remembered("REE", "mining", year)
    )


@cache
def mined(year: int) -> Mapping[str, Floats]:
    """By ISO3 what was mined of each element, t of the element."""
    return {
        country: reading.chosen.value * assay(country, year).shares / TO_OXIDE
        for country, reading in readings(year).items()
        if assay(country, year).rows
    }


@cache
def assay(country: str, year: int) -> Assay:
    """The assay of a country's ore in a year; no rows where no deposit stands for it."""
    plain = _plain(country, year)
    if not plain.rows:
        return plain
    four = plain.shares * _FOUR * _tilts().get(country, _tilts()["other"])
    rest = plain.shares * (1 - _FOUR)
    return Assay(four + rest * (1 - four.sum()) / rest.sum(), (*plain.rows, _iea_row(country)))


@cache
def _plain(country: str, year: int) -> Assay:
    """As the deposits have it, before the tilt."""
    shares, rows = np.zeros(len(ELEMENTS)), []
    for one in chain_table("rare-earth-ores"):
        if one.fields["country"] == country:
            part = _part(one.fields, year)
            shares += part * _deposit(one.fields["deposit"])
            rows.append(one.id)
    return Assay(shares, tuple(rows))


def _part(told: Mapping[str, str], year: int) -> float:
    """The part of a country's output that a deposit stands for."""
    if not told["quota"]:
        return float(told["weight_pct"]) / 100
    quota = next(
        one.fields for one in chain_table("china-mining-quotas") if one.fields["year"] == str(year)
    )
    ionic = float(quota["ionic_t"]) / (float(quota["ionic_t"]) + float(quota["light_t"]))
    return ionic * float(told["weight_pct"]) / 100 if told["quota"] == "ionic" else 1 - ionic


@cache
def _deposit(slug: str) -> Floats:
    """Shares of a deposit brought to a sum of 1; a trace counts as nothing."""
    printed = {
        one.fields["element"]: float(one.fields["share_of_reo_pct"].replace("trace", "0"))
        for one in table("deposits")
        if one.id.startswith(f"deposits/{slug}/")
    }
    return vector(printed) / sum(printed.values())


@cache
def _tilts() -> Mapping[str, float]:
    """By ISO3, and for `other`, the IEA's magnetic four of 2024 over what the deposits give."""
    said = {country: figure.value for country, figure in staged("REE", "mining", IEA_YEAR).items()}
    given = {
        country: float(
            (_FOUR * _plain(country, IEA_YEAR).shares / TO_OXIDE).sum() * reading.chosen.value
        )
        for country, reading in readings(IEA_YEAR).items()
    }
    others = sum(amount for country, amount in given.items() if country not in said)
    rest = next(one for one in table("iea-stage-supply") if one.id == _OTHER)
    tilts = {country: amount / given[country] for country, amount in said.items()}
    return {**tilts, "other": 1000 * float(rest.fields["quantity_kt"]) / others}


def _iea_row(country: str) -> str:
    figure = staged("REE", "mining", IEA_YEAR).get(country)
    return figure.rows[0] if figure else _OTHER
