"""How far countries lie apart: seats of government, shared borders, a coast or none.

Distances are great circles between seats of government on a sphere of 6,371.0088 km (mean radius
of IUGG); places and borders are those of GeoNames (CC BY 4.0) and imply no position on the status
of any territory. What is not known is None.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from monazite.catalogue.tables import rows

EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country's trade is taken to start and end; the country is its ISO3 code."""

    iso3: str
    name: str
    latitude: float
    longitude: float
    landlocked: bool
    neighbours: frozenset[str]


@lru_cache
def places() -> dict[str, Place]:
    """Every place by ISO3; Other Asia, n.e.s. (S19) lies where Taiwan lies."""
    return {row["iso3"]: _place(row) for row in rows("capitals")}


def distance_km(iso3: str, other: str) -> float | None:
    """The great circle between two countries' seats in kilometres, by the haversine formula."""
    one, two = places().get(iso3), places().get(other)
    if one is None or two is None:
        return None
    lat1, lat2 = math.radians(one.latitude), math.radians(two.latitude)
    half_lat = (lat2 - lat1) / 2
    half_lon = math.radians(two.longitude - one.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


def contiguous(iso3: str, other: str) -> bool | None:
    """Whether two countries share a land border."""
    one = places().get(iso3)
    return None if one is None or other not in places() else other in one.neighbours


def landlocked(iso3: str) -> bool | None:
    """Whether a country has no coast."""
    found = places().get(iso3)
    return None if found is None else found.landlocked


def _place(row: dict[str, str]) -> Place:
    return Place(
        iso3=row["iso3"],
        name=row["place"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        landlocked=row["landlocked"] == "yes",
        neighbours=frozenset(row["neighbours"].split("|")) - {""},
    )
