"""Masses and countries as people write them in a file, read or refused with a reason."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from math import inf, nan
from typing import TYPE_CHECKING, NamedTuple

from monazite.catalogue import countries, groups, units
from monazite.catalogue.oxides import oxides
from monazite.catalogue.words import nearest
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MASSES = ("kg", "t", "g", "lb")
_COUNTRY = "JP, JPN, 392, Japan"
_AS_OXIDE = {"kg REO": Decimal("0.001"), "t REO": Decimal(1)}
_ELEMENT = ("contained", "金属量")
_AS_ELEMENT = ("kg contained", "t contained")
REE = "REE"
RARE_EARTHS = frozenset({REE, *groups.GROUPS[REE].elements})

GROSS, OXIDES, CONTAINED = "gross", "oxides", "contained"
"""What a mass counts: goods as they are, the rare-earth oxides in them, or the element in them."""


def number(text: str, field: str) -> float:
    """A number from 0 up, with a point for decimals; InputError on the field."""
    try:
        value = float(text)
    except ValueError:
        value = nan
    if not 0 <= value < inf or "_" in text:
        raise InputError(field, text, "a number from 0 up", "not_a_number")
    return value


class Unit(NamedTuple):
    """A unit of mass: t in one of it, and what it counts: `GROSS`, `OXIDES` or `CONTAINED`."""

    tonnes: float
    counts: str


def unit_of(word: str) -> Unit:
    """The unit of mass that a word means, such as kg, t REO or t contained.

    InputError (with the code of a `chain.problem`) on unit.
    """
    if not word:
        raise InputError("unit", word, "a unit of mass", "no_unit", masses=", ".join(_MASSES))
    told = ", ".join((*_MASSES, *_AS_OXIDE, *_AS_ELEMENT))
    plain = word.strip().casefold()
    of_element = next((one for one in _ELEMENT if plain.endswith(one)), "")
    try:
        name = units.unit(word.strip()[: len(plain) - len(of_element)].strip())
        if name in _AS_OXIDE and not of_element:
            return Unit(float(_AS_OXIDE[name]), OXIDES)
        factor = float(units.convert(Decimal(1), name, "t"))
    except InputError:
        raise InputError("unit", word, told, "unknown_unit", masses=told) from None
    return Unit(factor, CONTAINED if of_element else GROSS)


def tonnes(quantity: str, unit: str, field: str) -> float:
    """A mass in tonnes of what its unit counts (`Unit.counts`).

    InputError (with the code of a `chain.problem`) on the field or on unit.
    """
    value = number(quantity, field)
    return value * unit_of(unit).tonnes


def of_oxide(unit: str, element: str) -> float:
    """What part of a mass in that unit is the element: of a unit "REO" less than all of it.

    Rare earths together ("REE") are counted as oxides everywhere: of them it is all. InputError on
    unit where oxides of rare earths are to count an element that is none, or the other way round.
    """
    counts = unit_of(unit).counts if unit else GROSS
    if counts == CONTAINED and element == REE:
        raise InputError("unit", unit, ", ".join(_AS_OXIDE), "contained_of_oxides")
    if counts != OXIDES:
        return 1.0
    if element not in RARE_EARTHS:
        raise InputError("unit", unit, ", ".join(_MASSES), "no_rare_earth", element=element)
    return in_oxide(element)


def in_oxide(element: str) -> float:
    """The mass fraction of an element in its oxide; 1 of rare earths together, which are oxides."""
    return _in_oxides().get(element, 1.0)


@cache
def _in_oxides() -> Mapping[str, float]:
    return {oxide.element: float(oxide.to_element) for oxide in oxides().values()}


def iso3(word: str, field: str) -> str:
    """The ISO3 code of a country's code or name, "" of an empty cell; InputError on the field."""
    if not word:
        return ""
    try:
        return countries.describe(word).iso3
    except InputError as error:
        told = error.accepted, "unknown_country"
        raise InputError(field, word, *told, near=_like_country(word)) from None


@lru_cache(maxsize=1024)  # a file may repeat one slip in thousands of rows
def _like_country(word: str) -> str:
    names = (each.name_en for each in countries.countries().values())
    return ", ".join(nearest(word, names)) or _COUNTRY
