"""Shares, ranges and masses of a supply chain as people read them in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.catalogue.texts import say
from monazite.chain import words
from monazite.cli.trade_numbers import UNKNOWN, digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from monazite.chain.exposures.bands import Band
    from monazite.chain.exposures.values import Share

_UNITS = {"t": 1.0, "kg": 1e-3, "g": 1e-6}
LEAST = 0.005
"""A share below it is no line of a table for a reader; files have it."""


def band(found: Band | None, lang: str) -> str:
    """The range from the 5th to the 95th percentile; a dash where none was drawn."""
    if found is None:
        return UNKNOWN
    low, high = words.percent(found.p5), words.percent(found.p95)
    return low if low == high else say("chain.cli.range", lang, low=low, high=high)


def mass(tonnes: float | None, lang: str) -> str:
    """A mass in t, in kg below one of them, in g below one of those; a dash where none is known."""
    if tonnes is None:
        return UNKNOWN
    unit = next((unit for unit, one in _UNITS.items() if tonnes >= one), "g" if tonnes else "t")
    return say(f"chain.cli.mass.{unit}", lang, amount=digits(tonnes / _UNITS[unit]))


def largest(shares: Iterable[Share], most: int) -> list[Share]:
    """The first shares that a reader can tell from nothing."""
    return [one for one in shares if one.share >= LEAST][:most]


def listed(shares: Iterable[Share], lang: str, most: int = 4) -> str:
    """Countries with their shares in one line; a dash where there is none."""
    parts = [
        say("chain.pictures.part", lang, name=place(one.country, lang),
            share=words.percent(one.share))
        for one in largest(shares, most)
    ]  # fmt: skip
    return joined(parts, lang) or UNKNOWN


def parts(shares: Sequence[Share], known: float, lang: str, most: int = 4) -> str:
    """Countries whose shares add up to `known`, the largest first, and all the others together."""
    named = largest(shares, most)
    others = known - sum(one.share for one in named)
    said = [] if not named else [listed(named, lang, most)]
    if others >= LEAST:
        said.append(_part(say("chain.pictures.others", lang), others, lang))
    return joined(said, lang) or UNKNOWN


def makers_of(shares: Sequence[Share], unknown: float, lang: str, most: int = 4) -> str:
    """The makers of a stage: the largest, all the others, and the part of those not known."""
    known = parts(shares, 1.0 - unknown, lang, most)
    if unknown < LEAST:
        return known
    nobody = _part(say("chain.pictures.unknown", lang), unknown, lang)
    return nobody if known == UNKNOWN else joined([known, nobody], lang)


def _part(name: str, share: float, lang: str) -> str:
    return say("chain.pictures.part", lang, name=name, share=words.percent(share))


def place(iso3: str, lang: str) -> str:
    """A country, or that nobody knows which."""
    return words.country(iso3, lang) if iso3 else say("chain.pictures.origin_unknown", lang)


def joined(parts: Sequence[str], lang: str) -> str:
    """Things one after another, in the punctuation of the language."""
    return say("chain.pictures.between", lang).join(parts)
