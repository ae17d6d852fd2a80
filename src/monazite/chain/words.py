"""Stages, sectors, materials and countries of networks in the words of a language."""

from __future__ import annotations

from monazite.catalogue import countries, country_groups, elements
from monazite.catalogue.texts import keys, say
from monazite.errors import InputError

_SMALL, _LARGE, _ROUNDED = 0.005, 0.995, 1e-9


def stage(name: str, lang: str) -> str:
    """A stage of `stages.STAGES`."""
    return say(f"chain.stage.{name}", lang)


def sector(name: str, lang: str) -> str:
    """A sector; one that a user's own network names stands as it is."""
    key = f"chain.sector.{name}"
    return say(key, lang) if key in keys() else name


def material(name: str, lang: str) -> str:
    """An element, group or alloy; one that only a user's own network knows stands as it is."""
    key = f"chain.material.{name}"
    if key in keys():
        return say(key, lang)
    return elements.name(name, lang) if name in elements.SYMBOLS else name


def country(iso3: str, lang: str) -> str:
    """A country by its ISO3, a group of them, the rest of the world; else it stands as it is."""
    key = f"chain.country.{iso3}"
    if key in keys():
        return say(key, lang)
    if iso3 in country_groups.country_groups():
        return country_groups.name(iso3, lang)
    try:
        return countries.name(iso3, lang)
    except InputError:
        return iso3


def percent(share: float) -> str:
    """A share in whole per cent; what is neither nothing nor all never reads as 0% or 100%."""
    if 0 < share < _SMALL:
        return "<1%"
    return ">99%" if _LARGE <= share < 1 - _ROUNDED else f"{share:.0%}"
