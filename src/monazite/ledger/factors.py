"""Factors between the mass of an element and that of its oxide, by the day from which they hold.

The catalogue has those of IUPAC's table of 2021 (atomic weights of CIAAW); `factors.csv` has what
was revised since. A movement is converted by the factor of its own day, for good.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from monazite.catalogue.oxides import oxides
from monazite.errors import InputError

_FIRST = date(2022, 5, 4)
"""The day on which IUPAC published the table of 2021 (Pure Appl. Chem. 94, 573)."""
_REVISED = Path(__file__).with_name("factors.csv")


@dataclass(frozen=True, slots=True)
class Factor:
    """How much oxide a mass of the element makes, and the other way round, from a day on."""

    valid_from: date
    element: str
    oxide: str
    to_oxide: Decimal
    to_element: Decimal
    source: str


def factor(oxide: str, on: date) -> Factor:
    """The factor of an oxide ("Dy2O3") on a day; InputError where none was published by then."""
    found = [each for each in _factors() if each.oxide == oxide]
    if not found:
        known = ", ".join(dict.fromkeys(each.oxide for each in _factors()))
        raise InputError("substance", oxide, f"an oxide with a factor: {known}")
    valid = [each for each in found if each.valid_from <= on]
    if not valid:
        raise InputError("on", on, f"a day from {_FIRST} on, when the first factors were published")
    return max(valid, key=lambda each: each.valid_from)


@lru_cache(maxsize=1)
def _factors() -> tuple[Factor, ...]:
    first = (
        Factor(_FIRST, each.element, each.formula, each.from_element, each.to_element, each.source)
        for each in oxides().values()
    )
    return (*first, *_revised())


def _revised() -> tuple[Factor, ...]:
    with _REVISED.open(encoding="utf-8", newline="") as file:
        return tuple(
            Factor(
                valid_from=date.fromisoformat(row["valid_from"]),
                element=row["element"],
                oxide=row["oxide"],
                to_oxide=Decimal(row["element_to_oxide"]),
                to_element=Decimal(row["oxide_to_element"]),
                source=row["source"],
            )
            for row in csv.DictReader(file)
        )
