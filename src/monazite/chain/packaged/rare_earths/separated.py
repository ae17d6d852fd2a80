"""Where ore is separated: the ways of concentrate, and what each country's plants put out.

A plant for light rare earths separates La, Ce, Pr and Nd and leaves the others in one concentrate,
which moves on (table `rare-earth-routes`). What a country puts out is recovery x what reaches it;
where the International Energy Agency says more of the magnetic four for 2024, the rest came in by
no mine: in China from swarf and scrap, elsewhere nobody says from where. The ratio of 2024 is held
for all years.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.packaged.csvs import table
from monazite.chain.packaged.production import staged
from monazite.chain.packaged.rare_earths.elements import (
    ELEMENTS,
    HEAVY,
    LIGHT,
    MAGNETIC,
    among,
)  # fmt: skip
from monazite.chain.packaged.rare_earths.mined import IEA_YEAR, mined
from monazite.chain.packaged.rare_earths.scandium import SCANDIUM, by_product, world_row
from monazite.facts import table as facts_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.chain.packaged.rare_earths.elements import Floats
    from monazite.facts import Row

GROUPS = {
    "light": among(LIGHT), "heavy": among(HEAVY),
    "LaCe": among(("La", "Ce")), "PrNd": among(("Pr", "Nd")),
}  # fmt: skip
_FOUR = among(MAGNETIC)
_CHINA = "CHN"
_OTHER = "iea-stage-supply/rare-earth-elements/refining/other-2024"
_GRAM = 1e-6
_LONGEST = 3
"""Markets that concentrate passes on its longest way: Australia, Malaysia, China."""


class Move(NamedTuple):
    """Concentrate that moves from one country to another, t of each element, and its row."""

    seller: str
    buyer: str
    amounts: Floats
    row: Row


class Separated(NamedTuple):
    """What plants of a country take in and put out, t of each element.

    taken: concentrate; added: swarf, scrap and by-products; unknown: what came by no known way.
    """

    taken: Floats
    added: Floats
    unknown: Floats
    output: Floats


@cache
def recovery(stage: str) -> float:
    """What goes out of what is taken in at a stage, a fraction; samarium from ore has its own."""
    return float(recovery_row("", stage).fields["recovery_pct"]) / 100


@cache
def recoveries(stage: str) -> Floats:
    """The same by element."""
    told = (recovery_row(one, stage).fields["recovery_pct"] for one in ELEMENTS)
    return np.array([float(one) / 100 for one in told])


def recovery_row(element: str, stage: str) -> Row:
    """The row of table `rare-earth-recoveries` for an element: its own, or that of all."""
    of_stage = [one for one in table("rare-earth-recoveries") if one.fields["stage"] == stage]
    return max(
        (one for one in of_stage if one.fields["element"] in {"", element}),
        key=lambda one: one.fields["element"],
    )


@cache
def moves(year: int) -> tuple[Move, ...]:
    """Concentrate between countries in a year."""
    ore = mined(year)
    routes = [
        one
        for one in table("rare-earth-routes")
        if int(one.fields["first"]) <= year <= int(one.fields["last"])
    ]
    found: tuple[Move, ...] = ()
    for _ in range(_LONGEST):
        held = dict(ore)
        for move in found:
            held[move.buyer] = held.get(move.buyer, np.zeros(len(ELEMENTS))) + move.amounts
        found = tuple(_move(one, ore, held) for one in routes)
    return tuple(move for move in found if move.amounts.any())


@cache
def separated(year: int) -> Mapping[str, Separated]:
    """By ISO3 what plants took and put out in a year."""
    ore, scandium = _taken(year), by_product(year)
    nothing = np.zeros(len(ELEMENTS))
    return {
        country: _separated(country, ore.get(country, nothing), scandium.get(country, nothing))
        for country in sorted({*ore, *scandium})
        if country in scandium or ore[country].any()
    }


def _move(row: Row, ore: Mapping[str, Floats], held: Mapping[str, Floats]) -> Move:
    told = row.fields
    of = ore if told["of"] == "mined" else held
    has = of.get(told["seller"], np.zeros(len(ELEMENTS)))
    part = float(told["share_pct"]) / 100
    return Move(told["seller"], told["buyer"], has * GROUPS[told["group"]] * part, row)


@cache
def _taken(year: int) -> Mapping[str, Floats]:
    """By ISO3 the concentrate that stays in the country."""
    left = {country: amounts.copy() for country, amounts in mined(year).items()}
    for move in moves(year):
        left[move.seller] = left.get(move.seller, np.zeros(len(ELEMENTS))) - move.amounts
        left[move.buyer] = left.get(move.buyer, np.zeros(len(ELEMENTS))) + move.amounts
    return {country: np.where(amounts > _GRAM, amounts, 0.0) for country, amounts in left.items()}


def _separated(country: str, taken: Floats, by_products: Floats) -> Separated:
    ratio = _ratios().get(country, _ratios()["other"])
    # Swarf brings back all four in China; plants elsewhere separate the light ones alone.
    scaled = _FOUR if country == _CHINA else _FOUR * GROUPS["light"]
    more = taken * np.where(scaled > 0, max(ratio, 1.0) - 1.0, 0.0)
    known = more if country == _CHINA else 0.0 * more
    output = recoveries("refining") * (taken + more) + by_products
    added = known + by_products / recoveries("refining")
    return Separated(taken, added, more - known, output)


@cache
def _ratios() -> Mapping[str, float]:
    """By ISO3, and for `other`, the IEA's output of 2024 over recovery x what reached plants."""
    given = {
        country: recovery("refining") * float((_FOUR * taken).sum())
        for country, taken in _taken(IEA_YEAR).items()
    }
    said = {country: one.value for country, one in staged("REE", "refining", IEA_YEAR).items()}
    rest = next(one for one in facts_table("iea-stage-supply") if one.id == _OTHER)
    others = sum(amount for country, amount in given.items() if country not in said)
    ratios = {country: amount / given[country] for country, amount in said.items()}
    return {**ratios, "other": 1000 * float(rest.fields["quantity_kt"]) / others}


def grounds(country: str, element: str, year: int) -> tuple[str, ...]:
    """Ids of the rows that the output of a country rests on, of an element or of all (`REE`).

    The IEA's for what is separated from concentrate, and that of scandium for scandium alone, and
    for all where there is no more than it.
    """
    plant, figure = separated(year)[country], staged("REE", "refining", IEA_YEAR).get(country)
    iea = figure.rows if figure else (_OTHER,)
    single = element in ELEMENTS
    of_ore = plant.taken[ELEMENTS.index(element)] > 0 if single else plant.taken.any()
    besides = element == SCANDIUM or not (single or of_ore)
    scandium = (world_row(year).id,) if besides and country in by_product(year) else ()
    return (*(iea if of_ore else ()), *scandium)
