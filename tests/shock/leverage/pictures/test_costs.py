from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from monazite.charts.matrix import GAIN
from monazite.shock.leverage.grounds import WORLD
from monazite.shock.leverage.pictures.costs import costs, heaviest, unknown
from support.leverage_results import DUTY, GALLIUM, LISTS, RARE, leverage


def cells(chart: Any) -> list[dict[str, Any]]:
    found = chart.to_dict()["datasets"].values()
    return [row for values in found for row in values]


def groups(chart: Any) -> list[str]:
    return [group["title"]["text"] for group in chart.to_dict()["vconcat"]]


def test_what_either_side_loses_stands_by_holder() -> None:
    assert groups(costs(leverage(), "en").chart) == [
        "Held by China: value added that the other side loses",
        "Held by China: its own sales there that it loses",
        "Held by United States: value added that the other side loses",
        "Held by United States: sales to it that the other side loses",
        "Held by United States: its own sales there that it loses",
    ]


def test_the_heaviest_lever_of_each_holder_is_said_with_its_band_and_never_on_all_others() -> None:
    china, america = heaviest(leverage(), "en")
    assert "“Seven rare earths and magnets” weighs most on Japan" in china
    assert "China: of the countries shown one by one" in china
    assert "value added lost in all others together 3,000 (1,200 to 4,800)." in china
    assert "value added lost in Japan 2,400 (960 to 3,840)" in china
    assert "sales lost from China to Japan 60 (24 to 96)" in china
    assert "sales lost from China to United States 600 (240 to 960)*" in america


def test_a_holder_whose_levers_cost_nothing_is_said_to_have_none_that_weighs() -> None:
    (said,) = heaviest(leverage(RARE, scale=0.0), "en")
    assert said.startswith("China: nothing of what it holds")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "value added gained in United States 900"), ("zh", "美国增加值反增900")],
)
def test_a_gain_is_said_to_be_gained_without_a_sign(lang: str, words: str) -> None:
    (said,) = heaviest(leverage(GALLIUM, scale=-1.0), lang)
    assert words in said
    assert "−" not in said


def test_what_the_holder_earns_by_its_lever_is_a_gain() -> None:
    found = cells(costs(leverage(GALLIUM), "en").chart)
    gains = [row for row in found if row["step"] == "a gain (+)"]
    assert [row["text"] for row in gains] == ["+9.3"]
    assert GAIN not in {row["step"] for row in found}


def test_levers_without_a_figure_are_named_and_have_no_cell() -> None:
    drawn = costs(leverage(), "en")
    assert "Lists of American parties" not in {row["lane"] for row in cells(drawn.chart)}
    assert "Lists of American parties" in unknown(leverage(), "en")
    assert any("Lists of American parties" in line for line in drawn.behind.text)
    assert unknown(leverage(RARE), "en") == ""
    assert len(leverage(LISTS).rows) == 0


def test_all_others_stand_last() -> None:
    panels = costs(leverage(RARE), "en").chart.to_dict()["vconcat"][0]["hconcat"]
    titles = [panel["title"]["text"] for panel in panels]
    assert titles == ["Japan", "Germany", "United States", "All others together"]


def test_an_answer_is_no_lever_on_anybody() -> None:
    found = leverage(RARE, DUTY)
    answer = replace(found.levers[0], kind="answer")
    drawn = costs(replace(found, levers=(answer, found.levers[1])), "en")
    assert not any(group.startswith("Held by China") for group in groups(drawn.chart))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_behind_has_every_destination_and_horizon(lang: str) -> None:
    found = leverage()
    drawn = costs(found, lang)
    assert len(drawn.behind.rows) == len(found.rows)
    assert any(row.other.country == WORLD for row in found.rows)
    assert b"<svg" in drawn.file(".svg", lang)
