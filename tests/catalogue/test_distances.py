from __future__ import annotations

import pytest

from monazite.catalogue.countries import countries
from monazite.catalogue.distances import contiguous, distance_km, landlocked, places


@pytest.mark.parametrize(
    ("one", "two", "km"),
    [
        ("CHN", "USA", 11_150),  # Beijing and Washington
        ("CHN", "JPN", 2_100),
        ("AUS", "CHN", 9_010),
        ("DEU", "FRA", 878),
        ("CHL", "CHN", 19_080),
    ],
)
def test_distances_are_those_of_an_atlas(one: str, two: str, km: float) -> None:
    assert distance_km(one, two) == pytest.approx(km, rel=0.01)


def test_a_distance_is_the_same_both_ways_and_none_to_oneself() -> None:
    assert distance_km("NZL", "ESP") == distance_km("ESP", "NZL")
    assert distance_km("NZL", "NZL") == 0


def test_no_two_places_lie_further_apart_than_half_the_earth() -> None:
    known = sorted(places())
    longest = max(distance_km(a, b) or 0 for a in known for b in known)
    assert 19_800 < longest < 20_016


def test_borders_are_shared_by_both_sides() -> None:
    for iso3, place in places().items():
        assert iso3 not in place.neighbours
        for other in place.neighbours:
            assert contiguous(other, iso3) is True, (iso3, other)


@pytest.mark.parametrize(
    ("one", "two", "touch"),
    [
        ("CHN", "VNM", True),
        ("CHN", "JPN", False),
        ("USA", "MEX", True),
        ("USA", "CUB", False),
        ("HKG", "CHN", True),
    ],
)
def test_which_lands_touch(one: str, two: str, touch: bool) -> None:
    assert contiguous(one, two) is touch


def test_countries_without_a_coast() -> None:
    assert [landlocked(iso3) for iso3 in ("MNG", "CHE", "KAZ", "BOL", "CHN", "DEU")] == [
        True
    ] * 4 + [False] * 2
    assert sum(place.landlocked for place in places().values()) == 45


def test_what_is_not_known_is_none() -> None:
    assert distance_km("CHN", "ATA") is None
    assert distance_km("XXX", "CHN") is None
    assert contiguous("CHN", "ATA") is None
    assert contiguous("ATA", "CHN") is None
    assert landlocked("ATA") is None


def test_every_place_is_one_of_the_catalogue_and_few_countries_have_none() -> None:
    known = {each.iso3: each for each in countries().values()}
    assert set(places()) <= set(known)
    without = {
        iso3 for iso3 in set(known) - set(places()) if "lace of statistics" not in known[iso3].note
    }
    assert without == {"ATA", "BES", "BVT", "HMD", "TKL", "UMI"}


def test_other_asia_lies_where_taiwan_lies() -> None:
    assert distance_km("S19", "TWN") == 0
    assert places()["S19"].name == "Taipei"
