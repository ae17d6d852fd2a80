"""Why a row is no flow: the reasons, whether each is a fault, and what would mend it.

A reason of a layout's own `set_aside` rules is not listed here; it is never a fault.
"""

from __future__ import annotations

from monazite.trade.flows.columns import HS_VINTAGES

REJECTED, SET_ASIDE = "rejected", "set_aside"
REMEDIES = {
    "wrong_number_of_fields": "as many cells as the header has; quote cells with delimiters",
    "unknown_period": "a year, a quarter, a month or two joined months, as the layout writes them",
    "year_not_of_file": "rows of the year that the file's name says",
    "unknown_country": "a code or name of catalogue/countries, or a line under `values`",
    "bad_code": "digits, as many as the layout allows, leading zeros kept",
    "unknown_direction": "export, import, re-export or re-import; list the word under `values`",
    "unknown_nomenclature": f"{', '.join(HS_VINTAGES)}, or a national one; list it under `values`",
    "year_outside_nomenclature": "an edition that was in force in the row's year",
    "unknown_word": "a word of the field; list the publisher's under `values`",
    "not_a_number": "a number with the layout's decimal sign, or a mark under `missing`",
    "negative_mass": "a mass of 0 or more",
    "negative_value": "a value of 0 or more",
    "absurd_mass": "a mass below 10^9 t; check the unit and `times`",
    "absurd_value": "a value below 10^12; check the currency and `times`",
    "conflicting_duplicate": "one row for a key; name the columns that tell them apart in `parts`",
    "conflicts_with_loaded": "the vintage of this release (--vintage): the same one is loaded",
}
"""The faults of rows, and what a cell would have to hold."""
ASIDE = {
    "heading": "a code of fewer than six digits adds up others",
    "no_single_place": "the row adds up several places, or none is named",
    "no_amount": "neither mass nor value is known",
    "other_measure": "the row measures something else",
    "duplicate_row": "the same row stands before",
    "already_loaded": "the same row is in the store",
}
"""Rows that are set aside, and why that is no fault."""

LATE = ("conflicting_duplicate", "conflicts_with_loaded", "duplicate_row", "already_loaded")
"""What is known of a row only when all others have been read."""


def status(reason: str) -> str:
    """`rejected` for a fault, `set_aside` for a row that is no flow of its own."""
    return REJECTED if reason in REMEDIES else SET_ASIDE


def remedy(reason: str) -> str:
    """What would mend the row, or why nothing has to be."""
    return REMEDIES.get(reason) or ASIDE.get(reason) or "the layout sets such rows aside"
