"""What a batch contains, element by element: as weighed and as the element, with the factor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from monazite.catalogue.elements import element
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.oxides import MILLIGRAM, oxides, reo_equivalent, to_element

ZERO = Decimal(0)
Masses = Mapping[str, Decimal]
"""Kilograms by element."""


@dataclass(frozen=True, slots=True)
class Content:
    """One constituent: word and mass as said ("Dy2O3" or "Dy"), and the element in it."""

    word: str
    mass_kg: Decimal
    element: str
    element_kg: Decimal
    factor: Decimal
    source: str

    def document(self) -> dict[str, str]:
        """As JSON has it, decimals as text."""
        return {
            "word": self.word,
            "mass_kg": format(self.mass_kg, "f"),
            "element": self.element,
            "element_kg": format(self.element_kg, "f"),
            "factor": format(self.factor, "f"),
            "source": self.source,
        }


def content(word: str, mass_kg: Decimal) -> Content:
    """One constituent; InputError for a word that is neither element nor oxide with a factor."""
    said = word.strip()
    if said in oxides():
        turned = to_element(mass_kg, said)
        return Content(
            said, mass_kg, turned.converted_to, turned.mass_kg, turned.factor, turned.source
        )
    return Content(said, mass_kg, element(said), mass_kg, Decimal(1), "")


def elements(contents: Iterable[Content]) -> dict[str, Decimal]:
    """The elements in all of them; the same element from two constituents is one sum."""
    found: dict[str, Decimal] = {}
    for each in contents:
        found[each.element] = found.get(each.element, ZERO) + each.element_kg
    return found


def share(masses: Masses, part_kg: Decimal, whole_kg: Decimal) -> dict[str, Decimal]:
    """What a part of a batch contains: in proportion to its mass, to the milligram."""
    return {
        symbol: (mass * part_kg / whole_kg).quantize(MILLIGRAM, ROUND_HALF_EVEN)
        for symbol, mass in masses.items()
    }


def added(parts: Iterable[Masses]) -> dict[str, Decimal]:
    """Several masses as one."""
    found: dict[str, Decimal] = {}
    for part in parts:
        for symbol, mass in part.items():
            found[symbol] = found.get(symbol, ZERO) + mass
    return found


def reo_kg(masses: Masses) -> Decimal:
    """The rare earths among them, counted as their oxides, as quotas are."""
    counted = oxide_elements()
    return reo_equivalent({s: m for s, m in masses.items() if s in counted}).mass_kg


def oxide_elements() -> frozenset[str]:
    """Rare earths that have an oxide factor."""
    return GROUPS["REE"].elements & {each.element for each in oxides().values()}
