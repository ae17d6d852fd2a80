"""Groups of countries that are asked about as one, such as the European Union, with dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from monazite.catalogue.documents import document
from monazite.catalogue.words import Vocabulary, language, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

_MIDDLE = (7, 1)
"""The first of July: who is a member on it, is one for most of the year."""


@dataclass(frozen=True, slots=True)
class CountryGroup:
    """A group; since: the day on which each member (ISO3) joined; until: the first without it."""

    code: str
    name_en: str
    name_zh: str
    aliases: tuple[str, ...]
    source: str
    since: Mapping[str, date]
    until: Mapping[str, date]

    def members(self, year: int) -> tuple[str, ...]:
        """Its members for most of a year, by ISO3 in alphabetical order."""
        day = date(year, *_MIDDLE)
        return tuple(
            sorted(
                iso3
                for iso3, joined in self.since.items()
                if joined <= day < self.until.get(iso3, date.max)
            )
        )


@lru_cache
def country_groups() -> Mapping[str, CountryGroup]:
    """Every group by code."""
    return {code: _group(code, each) for code, each in document("country_groups").items()}


def find(word: str) -> str | None:
    """The code of the group that a word in either language means; None if it means none."""
    return _words().find(word)


def name(code: str, lang: str) -> str:
    """The name of a group, by its code, in the language."""
    found = country_groups()[code]
    return found.name_zh if language(lang) == "zh" else found.name_en


def _group(code: str, entry: dict[str, Any]) -> CountryGroup:
    return CountryGroup(
        code=code,
        name_en=entry["en"],
        name_zh=entry["zh"],
        aliases=tuple(entry["aliases"]),
        source=entry["source"],
        since={iso3: day for day, joined in entry["since"].items() for iso3 in joined},
        until=entry["until"],
    )


@lru_cache
def _words() -> Vocabulary:
    return vocabulary(
        "a group of countries",
        (
            (word, code)
            for code, each in country_groups().items()
            for word in (code, each.name_en, each.name_zh, *each.aliases)
        ),
    )
