"""Countries and places of statistics: ISO 3166 codes, UN M49, names and other words.

Names and codes follow ISO 3166 and CLDR and imply no position on the status of any territory.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from monazite.catalogue.tables import rows
from monazite.catalogue.words import Vocabulary, language, vocabulary

M49_DIGITS = 3
"""UN M49 codes are text of three digits: Afghanistan is 004."""

_OF_ONE_PLACE = frozenset({"XO", "XK", "QO", "XA", "XB", "XU"})
"""Codes from the range left to users that still name one place.

Other Asia n.e.s. (mostly Taiwan's trade), Kosovo, the Channel Islands, Czechoslovakia,
Belgium-Luxembourg and the Southern African Customs Union.
"""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or a place that statistics count; codes are text (NA is Namibia, NO Norway)."""

    iso2: str
    iso3: str
    m49: str
    name_en: str
    name_zh: str
    aliases: tuple[str, ...]
    note: str


def _country(row: dict[str, str]) -> Country:
    aliases = tuple(row["aliases"].split("|")) if row["aliases"] else ()
    return Country(row["iso2"], row["iso3"], row["m49"], row["en"], row["zh"], aliases, row["note"])


@lru_cache
def countries() -> dict[str, Country]:
    """Every country by ISO2."""
    return {row["iso2"]: _country(row) for row in rows("countries")}


@lru_cache
def _words() -> Vocabulary:
    return vocabulary(
        "a country as ISO2, ISO3 or UN M49 code, or its name, such as JP, JPN, 392 or Japan",
        (
            (word, c.iso2)
            for c in countries().values()
            for word in (c.name_en, c.name_zh, *c.aliases, c.iso2, c.iso3, c.m49)
        ),
    )


def country(word: str, field: str = "country") -> str:
    """The ISO2 code of a country given as code, name or alias; else InputError on the field."""
    return _words().read(_padded(word), field)


def find(word: str) -> str | None:
    """The ISO2 code of a country given as code, name or alias, or None; seeks no near words."""
    return _words().find(_padded(word))


def _padded(word: str) -> str:
    bare = word.strip()
    return bare.zfill(M49_DIGITS) if bare.isdecimal() else word


def describe(iso2: str) -> Country:
    """The country of an ISO2 code, or of any other word for it."""
    return countries()[country(iso2)]


def name(iso2: str, lang: str) -> str:
    """The country's name in the language."""
    found = describe(iso2)
    return found.name_zh if language(lang) == "zh" else found.name_en


@lru_cache
def unspecified() -> frozenset[str]:
    """ISO3 of the areas not elsewhere specified, and of bunkers and free zones.

    Statistics book trade under them where a partner is unknown or kept confidential.
    """
    return frozenset(each.iso3 for iso2, each in countries().items() if _for_users(iso2))


def _for_users(iso2: str) -> bool:
    """Whether a code lies in the ranges that ISO 3166 leaves to users, and means no one place."""
    left = iso2 in {"AA", "ZZ"} or iso2[0] == "X" or (iso2[0] == "Q" and iso2[1] >= "M")
    return left and iso2 not in _OF_ONE_PLACE
