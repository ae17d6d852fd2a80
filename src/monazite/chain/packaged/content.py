"""What traded ores and concentrates hold, read from the price that was paid for them.

The same code covers hand-sorted ore of 10 % and concentrate of 60 %. A buyer pays for what is in
it, so

    content = min(rich, unit value / price of the contained metal),

where rich is the content of a good concentrate and the price that of the metal in concentrate. The
estimate is rough: by-product gold raises it, treatment charges lower it. Monazite's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from monazite.facts import table

_POUND_KG = 0.45359237
_TUNGSTEN_PER_UNIT_KG = 7.93
"""What one metric ton unit of tungsten trioxide holds (USGS)."""
_PRICES = {
    "Sb": ("metal-average", 1 / _POUND_KG, 0.65),
    "W": ("concentrate-average", 1 / _TUNGSTEN_PER_UNIT_KG, 1.0),
}
"""By element the price that is meant, dollars per kg for one of it, and what of it ores fetch."""
RICH = {"Sb": 0.60, "W": 0.515}
"""Good concentrates: 60 % antimony; 65 % tungsten trioxide, that is 51.5 % tungsten (memory)."""


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a kilogram of an element in concentrate, and the row it was read from."""

    usd_kg: float
    row: str


@cache
def price(element: str, year: int) -> Price | None:
    """The price of the element in concentrate in a year; None where no packaged row has it."""
    words, factor, fetched = _PRICES[element]
    for one in table("us-prices"):
        same = one.fields["material"] == element and one.fields["year"] == str(year)
        if same and words in one.id:
            return Price(float(one.fields["value"]) * factor * fetched, one.id)
    return None


def content(element: str, unit_value: float, year: int) -> float:
    """The mass fraction of the element in goods of that unit value, dollars per kg.

    Without a price of the year, or where nothing was paid, that of a good concentrate.
    """
    known = price(element, year)
    if known is None or unit_value <= 0:
        return RICH[element]
    return min(RICH[element], unit_value / known.usd_kg)
