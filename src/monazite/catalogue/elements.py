"""The 118 elements: symbols, names in English and Chinese, weights, and formulas."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from monazite.catalogue.tables import rows
from monazite.catalogue.words import Vocabulary, language, vocabulary

_PART = re.compile(r"([A-Z][a-z]?)([1-9]\d{0,2})?")
_OTHER_SPELLINGS = {"aluminum": "Al", "cesium": "Cs", "sulphur": "S", "wolfram": "W"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element; `weight` is IUPAC's standard atomic weight, None where there is none."""

    symbol: str
    z: int
    name_en: str
    name_zh: str
    weight: Decimal | None


def _element(row: dict[str, str]) -> Element:
    weight = Decimal(row["weight"]) if row["weight"] else None
    return Element(row["symbol"], int(row["z"]), row["en"], row["zh"], weight)


ELEMENTS = {row["symbol"]: _element(row) for row in rows("elements")}
"""Every element by symbol."""
SYMBOLS = frozenset(ELEMENTS)
"""The 118 symbols."""


@lru_cache
def _words() -> Vocabulary:
    return vocabulary(
        "an element as symbol or name, such as Dy or dysprosium",
        [
            *((word, e.symbol) for e in ELEMENTS.values() for word in (e.name_en, e.name_zh)),
            *((symbol, symbol) for symbol in ELEMENTS),
            *_OTHER_SPELLINGS.items(),
        ],
    )


def element(word: str, field: str = "element") -> str:
    """The symbol of an element given as symbol, English or Chinese name; else InputError."""
    return word if word in SYMBOLS else _words().read(word, field)


def name(symbol: str, lang: str) -> str:
    """The element's name in the language."""
    found = ELEMENTS[element(symbol)]
    return found.name_zh if language(lang) == "zh" else found.name_en


def parse_formula(text: str) -> dict[str, int] | None:
    """The atoms of a plain formula ("Dy₂O₃" is 2 Dy and 3 O); None if the text is not one.

    No brackets and no water of crystallisation: those are words, not compositions.
    """
    plain = unicodedata.normalize("NFKC", text)
    parts = _PART.findall(plain)
    if not parts or "".join(symbol + count for symbol, count in parts) != plain:
        return None
    atoms: dict[str, int] = {}
    for symbol, count in parts:
        if symbol not in SYMBOLS:
            return None
        atoms[symbol] = atoms.get(symbol, 0) + int(count or 1)
    return atoms
