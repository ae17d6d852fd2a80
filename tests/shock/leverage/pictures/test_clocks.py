from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from monazite.shock.leverage.pictures.clocks import clocks, spoken
from monazite.shock.leverage.results import Freedom, Number
from support.leverage_results import DUTY, RARE, leverage


def lanes(chart: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """Bars by destination and what they say."""
    found = [row for values in chart.to_dict()["datasets"].values() for row in values]
    return {(row["lane"], row["what"]): row for row in found if "what" in row}


def test_a_lane_runs_from_the_week_in_which_it_bites_to_the_month_of_freedom() -> None:
    held = lanes(clocks(leverage(RARE), "en").chart)[("United States", "It holds")]
    assert held["a"] == pytest.approx(11 / 4.348, rel=0.01)
    assert held["b"] == 14


def test_of_whom_nobody_knows_when_he_is_free_the_lane_ends_with_the_axis() -> None:
    held = lanes(clocks(leverage(RARE), "en").chart)[("Germany", "It holds")]
    assert held["b"] == 30  # months to mid 2029, the latest that is known, rounded up


def test_the_words_say_draws_month_and_the_good_that_is_last() -> None:
    japan, germany, *_ = leverage(RARE).clocks
    assert spoken(japan, "en") == (
        "bites after 11 (8 to 14) weeks; free from 2029-06 (dysprosium, Separation and refining)"
    )
    assert "in 80% of the draws; free: by no plant that is known" in spoken(germany, "en")


def test_a_lever_that_neither_bites_nor_holds_goods_has_no_panel() -> None:
    drawn = clocks(leverage(RARE, DUTY), "en")
    titles = [panel["title"]["text"] for panel in drawn.chart.to_dict()["vconcat"]]
    assert titles == ["China: Seven rare earths and magnets"]
    assert any("A duty of 100 %" in row[0] for row in drawn.behind.rows)


def test_on_whom_it_does_not_bite_there_is_no_lane_where_it_bites_another() -> None:
    found = leverage(RARE)
    spared = replace(found.clocks[0], bites=Number(None, "no_draw"), bites_draws=0.0)
    drawn = clocks(replace(found, clocks=(spared, *found.clocks[1:])), "en")
    assert not any(lane == "Japan" for lane, _ in lanes(drawn.chart))
    assert any("in none of the draws" in cell for row in drawn.behind.rows for cell in row)


def test_who_is_free_before_it_bites_has_a_lane_of_no_length() -> None:
    found = leverage(RARE)
    free = replace(found.clocks[0], free=Freedom("2027-01", None, "Dy/refining", (), ()))
    held = lanes(clocks(replace(found, clocks=(free,)), "en").chart)[("Japan", "It holds")]
    assert held["a"] == held["b"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_can_be_drawn_where_nothing_bites(lang: str) -> None:
    assert b"<svg" in clocks(leverage(RARE), lang).file(".svg", lang)
    assert b"<svg" in clocks(leverage(DUTY), lang).file(".svg", lang)
