from __future__ import annotations

import pytest

from monazite.catalogue import countries
from monazite.catalogue.country_groups import country_groups, find, name

EU, G7 = (country_groups()[code] for code in ("EU", "G7"))


@pytest.mark.parametrize(
    ("year", "count"),
    [(1957, 0), (1960, 6), (1995, 15), (2004, 25), (2012, 27), (2019, 28), (2020, 27), (2024, 27)],
)
def test_the_union_grew_and_lost_one(year: int, count: int) -> None:
    assert len(EU.members(year)) == count


def test_who_joins_or_leaves_counts_with_most_of_the_year() -> None:
    assert "HRV" in EU.members(2013)
    assert "GBR" in EU.members(2019)
    assert "GBR" not in EU.members(2020)
    assert G7.members(2024) == ("CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA")


def test_members_are_countries_and_only_members_leave() -> None:
    known = {one.iso3 for one in countries.countries().values()}
    for each in country_groups().values():
        assert each.since.keys() <= known
        assert all(day > each.since[iso3] for iso3, day in each.until.items())


@pytest.mark.parametrize(
    "word", ["EU", "eu", "European Union", "EU27", "EU-27", "欧盟", "欧洲联盟"]
)
def test_a_group_is_found_by_its_words(word: str) -> None:
    assert find(word) == "EU"
    assert (name("EU", "en"), name("EU", "zh")) == ("European Union", "欧盟")


def test_no_word_means_a_group_and_a_country() -> None:
    for each in country_groups().values():
        for word in (each.code, each.name_en, each.name_zh, *each.aliases):
            assert countries.find(word) is None
    for one in countries.countries().values():
        assert not any(find(word) for word in (one.iso2, one.iso3, one.name_en, *one.aliases))
