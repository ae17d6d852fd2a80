from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.briefing.shares import holder, stages

if TYPE_CHECKING:
    from monazite.briefing.model import Stage


def stage(material: str, name: str) -> Stage:
    return next(one for one in stages("en") if (one.material, one.stage) == (material, name))


def test_the_two_seventies_are_never_one() -> None:
    mining, imports = stage("REE", "mining"), stage("REE compounds and metals", "us_imports")
    assert mining.world
    assert not imports.world
    assert [str(one.figure.value) for one in imports.leader] == ["70"]


def test_every_reading_is_kept_with_its_row() -> None:
    mining = stage("REE", "mining")
    assert [str(one.figure.value) for one in mining.leader] == ["69.2", "67.8", "69", "70", "62"]
    assert all(one.figure.sources[0].startswith("share/") for one in mining.leader)


def test_ranges_stand_where_they_are_known() -> None:
    refining = stage("REE", "refining").leader[1]
    assert refining.low is not None
    assert refining.high is not None
    assert (str(refining.low.value), str(refining.high.value)) == ("85", "92")
    assert stage("Mo", "mining").leader[0].low is None


def test_others_are_those_of_the_year_that_is_told_most_fully() -> None:
    others = stage("REE", "mining").others
    assert {one.year for one in others} == {"2024"}
    assert (others[0].country, str(others[0].figure.value)) == ("US", "11.5")
    assert stage("REE", "refining").others == ()


def test_shares_of_the_world_come_first_and_have_names_in_both_languages() -> None:
    assert [one.world for one in stages("en")][-1] is False
    assert stages("en")[0].name == "Rare earths: mining"
    assert stages("zh")[0].name == "稀土：开采"
    assert stage("Dy", "separation").name == "Dysprosium: separation"


def test_the_rest_together_is_named() -> None:
    assert holder("other", "en") == "others"
    assert holder("MM", "zh") == "缅甸"
