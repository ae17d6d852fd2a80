"""Oxide and element, each in the other's mass: done once, both numbers and the factor kept.

Masses are kilograms to the milligram, rounded half even. The two factors of an oxide are rounded
figures of a table, so there and back may differ in the last places: that is why both are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue.elements import element
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.tables import rows
from monazite.catalogue.words import unknown
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

MILLIGRAM = Decimal("0.000001")
"""The finest mass that is kept, in kilograms."""
LIMIT = Decimal(10) ** 12
"""Masses are recorded with 18 digits, six of them behind the point."""


@dataclass(frozen=True, slots=True)
class Oxide:
    """An oxide and its two mass factors, with their source."""

    formula: str
    element: str
    from_element: Decimal
    to_element: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """A mass as given and as converted, with the factor between them and its source."""

    given_kg: Decimal
    given_as: str
    mass_kg: Decimal
    converted_to: str
    factor: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class ReoEquivalent:
    """Rare earths counted as their oxides: the sum, and each part as converted."""

    mass_kg: Decimal
    parts: tuple[Conversion, ...]


@lru_cache
def oxides() -> dict[str, Oxide]:
    """Every oxide with factors, by formula; one for an element."""
    return {row["oxide"]: _oxide(row) for row in rows("oxides")}


def _oxide(row: dict[str, str]) -> Oxide:
    return Oxide(
        row["oxide"],
        row["element"],
        Decimal(row["element_to_oxide"]),
        Decimal(row["oxide_to_element"]),
        row["source"],
    )


@lru_cache
def _of_element() -> dict[str, Oxide]:
    return {each.element: each for each in oxides().values()}


def to_element(mass_kg: Decimal, oxide: str) -> Conversion:
    """The element in a mass of its oxide ("Dy2O3"); InputError for an oxide without factors."""
    found = oxides().get(oxide)
    if found is None:
        raise unknown(
            "oxide", oxide, "an oxide with factors, such as Dy2O3 or WO3", {f: f for f in oxides()}
        )
    return _convert(mass_kg, found.formula, found.element, found.to_element, found.source)


def to_oxide(mass_kg: Decimal, word: str) -> Conversion:
    """The oxide that holds a mass of an element; InputError for an element without factors."""
    symbol = element(word)
    found = _of_element().get(symbol)
    if found is None:
        accepted = f"an element with an oxide factor: {', '.join(_of_element())}"
        raise InputError("element", word, accepted)
    return _convert(mass_kg, symbol, found.formula, found.from_element, found.source)


def reo_equivalent(masses_kg: Mapping[str, Decimal]) -> ReoEquivalent:
    """Masses of rare earths by element, as their oxides; InputError for any other element."""
    other = [word for word in masses_kg if element(word) not in GROUPS["REE"].elements]
    if other:
        raise InputError("element", other[0], "a rare earth, such as Nd or dysprosium")
    parts = tuple(to_oxide(mass, word) for word, mass in masses_kg.items())
    return ReoEquivalent(sum((part.mass_kg for part in parts), Decimal(0)), parts)


def content(mass_kg: Decimal, compound: str, word: str) -> Conversion:
    """One element in a mass of a compound of the table, such as Nd in Nd2Fe14B."""
    symbol = element(word)
    shares = {row["element"]: row for row in rows("compounds") if row["compound"] == compound}
    if not shares:
        known = {row["compound"] for row in rows("compounds")}
        raise unknown("compound", compound, "a compound of the table, such as Nd2Fe14B", known)
    if symbol not in shares:
        accepted = f"an element of {compound}: {', '.join(shares)}"
        raise InputError("element", word, accepted)
    row = shares[symbol]
    return _convert(mass_kg, compound, symbol, Decimal(row["mass_fraction"]), row["source"])


def _convert(mass_kg: Decimal, given: str, to: str, factor: Decimal, source: str) -> Conversion:
    if not mass_kg.is_finite() or not 0 <= mass_kg < LIMIT:
        accepted = "a mass in kilograms, zero or more and below 10^12"
        raise InputError("mass_kg", mass_kg, accepted)
    converted = (mass_kg * factor).quantize(MILLIGRAM, ROUND_HALF_EVEN)
    return Conversion(mass_kg, given, converted, to, factor, source)
