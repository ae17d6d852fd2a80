from __future__ import annotations

from typing import Any

import pytest

from monazite.shock.leverage.pictures.packages import more, packages, spoken, uncounted
from support.leverage_results import comparison


def panels(chart: Any) -> list[str]:
    return [panel["title"]["text"] for panel in chart.to_dict()["vconcat"]]


def test_packages_stand_one_below_the_other_on_one_scale() -> None:
    chart = packages(comparison(), "en").chart
    assert panels(chart) == ["In the narrow reading", "In the wide reading"]
    assert chart.to_dict()["resolve"]["scale"]["x"] == "shared"


def test_what_does_not_change_for_a_side_has_no_lane() -> None:
    found = packages(comparison(), "en").chart.to_dict()["datasets"].values()
    lanes = [row["lane"] for values in found for row in values if "lane" in row]
    assert "China: value added" not in lanes
    assert {"China: sales", "United States: value added", "United States: sales"} <= set(lanes)


def test_a_package_is_said_for_both_sides_and_for_how_often_both_gain() -> None:
    narrow, _ = comparison().packages
    first, second = spoken(narrow, 12, "en")
    assert "China: value added 0, sales +400 (+160 to +640)" in first
    assert "United States: value added −20 (−32 to −8)" in first
    assert "both sides gain in 80% of the draws" in second


def test_the_difference_of_two_readings_is_said_draw_by_draw() -> None:
    (said,) = more(comparison(), 12, "en")
    assert said.startswith("“In the wide reading” less “In the narrow reading”, draw by draw")
    assert "United States: value added +540 (+216 to +864)" in said


def test_what_is_given_and_cannot_be_counted_is_named() -> None:
    (said,) = uncounted(comparison().packages, "en")
    assert said.count("China: Lists of American parties") == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_behind_has_every_giver_and_horizon(lang: str) -> None:
    drawn = packages(comparison(), lang)
    assert len(drawn.behind.rows) == 2 * 3 * 4 * 2
    assert b"<svg" in drawn.file(".svg", lang)
