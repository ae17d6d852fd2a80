"""Materials under control, as labels and declarations name them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.catalogue import elements
from monazite.catalogue.words import fold

if TYPE_CHECKING:
    from monazite.watch.patterns.records import Shipment


def family(shipment: Shipment, families: frozenset[str]) -> str | None:
    """The material of those families that it is, as stated or else as it is described.

    None where it is another; an empty text where nothing is said.
    """
    if shipment.material:
        return shipment.material if shipment.material in families else None
    if not shipment.description.strip():
        return ""
    return next((each for each in sorted(families) if each in _named(shipment.description)), None)


@lru_cache(maxsize=1 << 16)
def _named(text: str) -> frozenset[str]:
    """The elements that a description names in full, in either language."""
    words = frozenset(fold(text).split())
    return frozenset(
        symbol
        for symbol, each in elements.ELEMENTS.items()
        if each.name_en.casefold() in words or each.name_zh in text
    )
