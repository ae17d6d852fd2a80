"""The fields of a declaration: every one once, with its kind and its longest text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.catalogue.forms import FORMS
from monazite.law.statement import TECHNOLOGIES

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD, TEXT, CODES, DECIMAL, COUNT, YES_NO = "word", "text", "codes", "decimal", "count", "yes_no"
DAY, COUNTRY, CHOICE, LICENCES, PAIRS = "day", "country", "choice", "licences", "pairs"
HS, FORM = "hs", "form"
UNITS = ("kg", "g", "t", "piece")
"""Units of a quantity; a second unit may be any unit of the catalogue."""
CURRENCIES = ("CNY", "USD", "EUR", "JPY", "KRW", "GBP", "CHF", "HKD")
MOST_ITEMS = 200
"""Items of one declaration; ours, so that no message is without end."""


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """A field, the same only as itself: its kind, its longest text, the words of a choice.

    needed: no declaration without it; above_nothing: a number must be more than 0.
    """

    kind: str
    limit: int = 300
    words: tuple[str, ...] = ()
    needed: bool = False
    above_nothing: bool = False


PARTY: Mapping[str, Field] = {
    "name": Field(WORD),
    "name_native": Field(WORD),
    "country": Field(COUNTRY),
    "identifier": Field(WORD, 60),
    "address": Field(TEXT, 500),
}
PARTIES = ("exporter", "declarant", "sender", "consignee", "end_user")
DRAW: Mapping[str, Field] = {
    "batch": Field(WORD, 64, needed=True),
    "mass_kg": Field(DECIMAL, above_nothing=True),
}
ITEM: Mapping[str, Field] = {
    "description": Field(TEXT, 1000, needed=True),
    "form": Field(FORM, words=tuple(f for f in FORMS if f != "any")),
    "technology": Field(CHOICE, words=TECHNOLOGIES),
    "hs": Field(HS, 20, needed=True),
    "control_code": Field(WORD, 20),
    "contains": Field(PAIRS, 500),
    "only": Field(YES_NO),
    "without": Field(CODES, 200),
    "parameters": Field(PAIRS, 500),
    "origin": Field(COUNTRY),
    "quantity": Field(DECIMAL, needed=True, above_nothing=True),
    "unit": Field(CHOICE, words=UNITS, needed=True),
    "mass_kg": Field(DECIMAL, needed=True, above_nothing=True),
    "second_quantity": Field(DECIMAL, above_nothing=True),
    "second_unit": Field(WORD, 8),
    "value": Field(DECIMAL, needed=True),
    "currency": Field(CHOICE, words=CURRENCIES, needed=True),
    "licences": Field(LICENCES, 200),
    "licence_line": Field(COUNT),
    "claim": Field(TEXT, 500),
}
TOP: Mapping[str, Field] = {
    "regime": Field(WORD, 8, needed=True),
    "reference": Field(WORD, 64, needed=True),
    "series": Field(WORD, 16),
    "mode": Field(WORD, 16, needed=True),
    "port": Field(WORD, 64, needed=True),
    "destination": Field(COUNTRY, needed=True),
    "arrival": Field(COUNTRY),
    "via": Field(CODES, 200),
    "end_use": Field(TEXT, 1000),
    "military": Field(YES_NO),
    "contract": Field(WORD, 100),
    "leaves_on": Field(DAY),
    "remarks": Field(TEXT, 1000),
}
