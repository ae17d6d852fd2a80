from __future__ import annotations

from decimal import Decimal

from monazite.trade.monthly.levels import (
    base_period,
    level,
    level_change,
    published,
    releases_across,
    sum_of_releases,
)
from monazite.trade.monthly.series import WORLD, load
from monazite.trade.periods import parse

EARTHS = load("rare-earths")
MAGNETS = load("magnets")


def test_a_published_figure_to_date_beats_the_sum() -> None:
    to_date = parse("2025-01..05")
    assert level(EARTHS, to_date, WORLD, "tonnes").value == 24827
    summed = sum_of_releases(EARTHS, to_date, WORLD, "tonnes")
    assert summed is not None
    assert summed.value == Decimal("24826.7")


def test_a_sum_takes_the_fewest_published_parts() -> None:
    found = level(EARTHS, parse("2023-01..08"), WORLD, "tonnes")
    assert found.value == 31662 + 4775
    assert found.sources == ("rare-earths-ytd/2023-07", "rare-earths/2023-08")


def test_a_sum_with_a_missing_month_is_no_sum() -> None:
    assert sum_of_releases(EARTHS, parse("2022"), WORLD, "tonnes") is None
    assert level(EARTHS, parse("2022-01..05"), WORLD, "tonnes").reason == "not_published_here"


def test_a_part_that_begins_elsewhere_does_not_cover() -> None:
    assert level(EARTHS, parse("2025-02..04"), WORLD, "tonnes").reason == "joined"


def test_half_of_a_release_names_the_release() -> None:
    across = releases_across(EARTHS, parse("2025-01"), WORLD)
    assert [point.row for point in across] == ["rare-earths/2025-01/02"]
    assert releases_across(EARTHS, parse("2025-01/02"), WORLD) == ()


def test_the_level_of_a_value_that_was_not_published() -> None:
    assert published(EARTHS, parse("2025-06"), WORLD, "usd_million") is None
    assert level(EARTHS, parse("2025-06"), WORLD, "usd_million").reason == "not_published_here"


def test_a_value_change_without_levels_is_the_printed_one() -> None:
    found = level_change(EARTHS, parse("2025-06"), WORLD, "usd_million", "yoy")
    assert found.value == -47


def test_only_a_month_has_a_month_before() -> None:
    joined = level_change(EARTHS, parse("2025-01/02"), WORLD, "tonnes", "mom")
    assert joined.reason == "joined"
    quarter = level_change(EARTHS, parse("2025-Q2"), WORLD, "tonnes", "mom")
    assert quarter.reason == "not_a_month"


def test_bases() -> None:
    assert base_period(parse("2025-05"), "yoy") == parse("2024-05")
    assert base_period(parse("2025-05"), "mom") == parse("2025-04")


def test_destinations_do_not_mix() -> None:
    assert level(MAGNETS, parse("2025-05"), "US", "tonnes").value == 46
    assert level(MAGNETS, parse("2025-05"), "DE", "tonnes").reason == "not_published_here"
