"""Commodity codes: the Harmonized System to six digits, national lines below, what they hint at.

A code is a guide and never the test alone: a hint says what goods under it can be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from monazite.catalogue.documents import document
from monazite.catalogue.groups import GROUPS
from monazite.catalogue.tables import rows
from monazite.catalogue.words import language
from monazite.errors import InputError

HS_DIGITS = 6
"""The Harmonized System ends here; every digit below belongs to one jurisdiction."""
VINTAGE = "HS2022"
_LENGTHS = (4, HS_DIGITS, 8, 10)
_ACCEPTED = "a commodity code of 4, 6, 8 or 10 digits such as 8505.11.1000"
_WRITTEN = re.compile(r"\d[\d. ]*")


@dataclass(frozen=True, slots=True)
class CommodityCode:
    """A code with whose tariff it is ("WCO" to six digits, else ISO2) and of which vintage."""

    digits: str
    jurisdiction: str
    vintage: str

    def hs6(self) -> str:
        """The part that all countries share."""
        return self.digits[:HS_DIGITS]

    def written(self) -> str:
        """The code as people write it: 8505.11.1000."""
        parts = (self.digits[:4], self.digits[4:6], self.digits[6:])
        return ".".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Hint:
    """What goods under a prefix can be; `elements` holds the members of `groups` too."""

    prefix: str
    name_en: str
    name_zh: str
    forms: frozenset[str]
    elements: frozenset[str]
    groups: frozenset[str]
    vintage: str


def commodity_code(text: str, field: str = "hs") -> str:
    """The digits of a code of 4, 6, 8 or 10 digits, written with dots and spaces or without."""
    written = text.strip()
    digits = written.replace(".", "").replace(" ", "")
    if not _WRITTEN.fullmatch(written) or not digits.isascii() or digits.startswith("00"):
        raise InputError(field, text, _ACCEPTED)
    if len(digits) not in _LENGTHS:
        raise InputError(field, text, f"{_ACCEPTED}; this one has {len(digits)}")
    return digits


def read(text: str, jurisdiction: str, vintage: str = VINTAGE, field: str = "hs") -> CommodityCode:
    """The code in the tariff of a jurisdiction (ISO2); to six digits it is everyone's."""
    digits = commodity_code(text, field)
    owner = jurisdiction if len(digits) > HS_DIGITS else "WCO"
    return CommodityCode(digits, owner, vintage)


@lru_cache
def _tree() -> dict[str, str]:
    return {row["code"]: row["description"] for row in rows("hs")}


@lru_cache
def _hints() -> dict[str, Hint]:
    return {prefix: _hint(prefix, entry) for prefix, entry in document("hints").items()}


def _hint(prefix: str, entry: dict[str, Any]) -> Hint:
    groups = frozenset(entry.get("groups", ()))
    return Hint(
        prefix=prefix,
        name_en=entry["en"],
        name_zh=entry["zh"],
        forms=frozenset(entry["forms"]),
        elements=frozenset(entry.get("elements", ())).union(*(GROUPS[g].elements for g in groups)),
        groups=groups,
        vintage=entry.get("vintage", VINTAGE),
    )


@lru_cache
def hint(code: str) -> Hint | None:
    """What goods under the code can be, by its longest known prefix; None for all other codes."""
    prefixes = (code[:length] for length in range(min(len(code), HS_DIGITS), 3, -1))
    return next((_hints()[prefix] for prefix in prefixes if prefix in _hints()), None)


def describe(code: str, lang: str) -> str | None:
    """What the code stands for, or the nearest code above it; None where nothing is known.

    English is the text of HS 2022. There is no open Chinese text of the whole tree: Chinese is our
    short name for the headings that matter.
    """
    if language(lang) == "zh":
        found = hint(code)
        return found.name_zh if found else None
    levels = (code[:HS_DIGITS], code[:4])
    return next((_tree()[level] for level in levels if level in _tree()), None)
