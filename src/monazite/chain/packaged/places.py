"""Places as the packaged tables write them, as ISO3, and the members of the European Union."""

from __future__ import annotations

from monazite.catalogue.countries import countries
from monazite.catalogue.country_groups import country_groups

UNION = country_groups()["EU"].members(2021)
"""The 27 members since 2020, by ISO3."""


def iso3(iso2: str) -> str | None:
    """The ISO3 code; None for what is no country: a world total, or others together."""
    place = countries().get(iso2)
    return place.iso3 if place else None


_STATISTICS = {"S19": "TWN"}


def of_statistics(code: str) -> str:
    """The ISO3 code of a place of trade statistics: "other Asia, n.e.s." stands for Taiwan there.

    No other place is in it, and production is counted under Taiwan's own code: one place, one node.
    """
    return _STATISTICS.get(code, code)
