"""Words and places that a layout itself names: checked once, before any row could be blamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.trade.reading import places, words
from monazite.trade.reading.blocks import Amount, Place, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.trade.reading.layout import Layout


def check(layout: Layout) -> None:
    """Refuse a layout whose own words may not stand in the flow table.

    Raises:
        InputError: the layout's field and the word in it.
    """
    for field, word in _words(layout):
        told = (word.default, *word.values.values(), *word.by_direction.values(),
                *word.by_digits.values())  # fmt: skip
        for text in told:
            if text and not words.possible(field, text):
                raise InputError(field, text, words.said(field))
    for field, place in (("reporter", layout.reporter), ("partner", layout.partner)):
        for text in _unknown(place):
            raise InputError(field, text, places.SAID)


def _words(layout: Layout) -> Iterator[tuple[str, Word]]:
    """The words of the layout and those of its amounts, by the field of the flow table."""
    for field, block in layout:
        if isinstance(block, Word):
            yield field, block
    for amount in (*layout.mass_kg, *layout.value):
        yield from _own(amount)


def _own(amount: Amount) -> Iterator[tuple[str, Word]]:
    own = {"mass_basis": amount.basis, "currency": amount.currency, "valuation": amount.valuation}
    return ((field, word) for field, word in own.items() if word is not None)


def _unknown(place: Place) -> Iterator[str]:
    """The places that the block names and that are none."""
    for iso3 in place.values.values():
        if iso3 is not None and not places.is_iso3(iso3):
            yield iso3
    # A table beside the file may know the default, and is not there yet.
    if place.default and place.table is None and not places.is_named(place, place.default):
        yield place.default
