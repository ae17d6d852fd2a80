from __future__ import annotations

from collections import Counter

import pytest

from monazite.catalogue import countries
from monazite.errors import InputError


def test_there_are_249_countries_and_33_places_of_statistics() -> None:
    known = countries.countries().values()
    places = {each.iso2 for each in known if each.note.startswith("A place of")}
    assert (len(known) - len(places), len(places)) == (249, 33)


def test_places_of_statistics_leave_free_the_letters_that_eurostat_uses() -> None:
    known = countries.countries()
    taken_by_eurostat = {"QP", "QQ", "QR", "QS", "QU", "QV", "QW", "QX", "QY", "QZ", "XC", "XL"}
    assert not taken_by_eurostat & set(known)
    assert known["XK"].iso3 == "XKX"


@pytest.mark.parametrize("column", ["iso2", "iso3", "m49", "name_en", "name_zh"])
def test_no_code_or_name_stands_twice(column: str) -> None:
    counted = Counter(getattr(each, column) for each in countries.countries().values())
    assert counted.most_common(1)[0][1] == 1
    assert "" not in counted


def test_codes_are_text_of_their_length() -> None:
    for each in countries.countries().values():
        assert (len(each.iso2), len(each.iso3), len(each.m49)) == (2, 3, 3)
        assert each.m49.isdecimal()


@pytest.mark.parametrize(
    ("word", "iso2"),
    [
        ("CN", "CN"),
        ("cn", "CN"),
        ("CHN", "CN"),
        ("156", "CN"),
        ("China", "CN"),
        ("中国", "CN"),
        ("4", "AF"),
        ("004", "AF"),
        ("USA", "US"),
        ("U.S.A.", "US"),
        ("美国", "US"),
        ("UK", "GB"),
        ("South Korea", "KR"),
        ("Republic of Korea", "KR"),
        ("韩国", "KR"),
        ("North Korea", "KP"),
        ("Hong Kong", "HK"),
        ("香港", "HK"),
        ("DRC", "CD"),
        ("Congo, Dem. Rep.", "CD"),
        ("Vietnam", "VN"),
        ("Viet Nam", "VN"),
        ("Russian Federation", "RU"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Burma", "MM"),
        ("NA", "NA"),
        ("NAM", "NA"),
        ("NO", "NO"),
        ("Norway", "NO"),
        ("Taiwan", "TW"),
        ("Chinese Taipei", "TW"),
        ("台湾", "TW"),
        ("中国台湾", "TW"),
        ("Other Asia, n.e.s.", "XO"),
        ("Other Asia, nes", "XO"),
        ("490", "XO"),
        ("S19", "XO"),
        ("Areas, nes", "XN"),
        ("国（地）别不详的", "XN"),
        ("Bunkers", "XF"),
        ("USSR", "SU"),
        ("492", "MC"),
    ],
)
def test_a_country_is_read_from_codes_names_and_aliases(word: str, iso2: str) -> None:
    assert countries.country(word) == iso2


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Congo", ["Congo, Rep.", "D.R. Congo"]),
        ("Korea", ["D.P.R. Korea", "Korea Rep."]),
        ("Chnia", ["China"]),
        ("德国国", ["德国"]),
    ],
)
def test_a_word_of_no_one_country_names_the_nearest(word: str, near: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        countries.country(word, "to")
    assert (caught.value.field, caught.value.value) == ("to", word)
    assert all(f"'{each}'" in caught.value.accepted for each in near)


@pytest.mark.parametrize("word", ["", " ", "XX", "999", "false"])
def test_what_is_no_country_is_refused(word: str) -> None:
    with pytest.raises(InputError) as caught:
        countries.country(word)
    assert caught.value.field == "country"


def test_names_in_both_languages() -> None:
    assert (countries.name("NA", "en"), countries.name("NO", "zh")) == ("Namibia", "挪威")
    assert countries.name("HK", "zh") == "中国香港"
    assert countries.name("XO", "en") == "Other Asia, n.e.s."


def test_places_that_statistics_count_otherwise_say_so() -> None:
    assert "M49 490" in countries.describe("Taiwan").note
    assert "not of ISO 3166" in countries.describe("XO").note
    assert not countries.describe("JP").note


@pytest.mark.parametrize("iso3", ["CHN", "TWN", "S19", "XKX", "BLX", "ZA1", "SUN"])
def test_a_partner_that_is_one_place_is_specified(iso3: str) -> None:
    assert iso3 in {each.iso3 for each in countries.countries().values()}
    assert iso3 not in countries.unspecified()


@pytest.mark.parametrize("iso3", ["XNS", "XSC", "XBU", "XFZ", "XEU", "E19", "A79", "R91"])
def test_areas_not_elsewhere_specified_are_not(iso3: str) -> None:
    assert iso3 in countries.unspecified()
