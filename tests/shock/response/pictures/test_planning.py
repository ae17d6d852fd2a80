from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from monazite.shock.response.pictures.planning import MOST, lanes, plan
from support.shock_responses import nothing, response


def rows_with(chart: Any, key: str) -> list[dict[str, Any]]:
    found = chart.to_dict()["datasets"].values()
    return [row for values in found for row in values if key in row]


def test_each_thing_has_one_lane_however_many_years_it_takes() -> None:
    found = rows_with(plan(response(), "en").chart, "ready")
    assert len(found) == len(lanes(response().plan)) == 7
    (dysprosium,) = (row for row in found if row["lane"] == "Stockpile dysprosium, Japan")
    assert dysprosium["text"] == "85 t, US$ 30 million"


def test_a_bar_is_thin_until_it_helps_and_ends_with_the_plan() -> None:
    rows = rows_with(plan(response(), "en").chart, "ready")
    (plant,) = (row for row in rows if row["lane"] == "New plant: dysprosium, Australia")
    assert (plant["first"], plant["ready"], plant["after"]) == (
        "2025-02-01", "2027-08-01", "2028-01-01",
    )  # fmt: skip
    (stock,) = (row for row in rows if row["lane"] == "Stockpile dysprosium, Japan")
    assert stock["ready"] == stock["first"]


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "less than US$ 0.05 million"), ("zh", "不足0.05百万美元")]
)
def test_what_costs_next_to_nothing_is_not_said_to_cost_nothing(lang: str, words: str) -> None:
    cheap = replace(response().plan[3], cost_musd=0.004)
    (row,) = rows_with(plan(replace(response(), plan=(cheap,)), lang).chart, "ready")
    assert row["text"].endswith(words)


def test_what_helps_after_the_last_month_is_thin_to_the_end() -> None:
    late = replace(response().plan[3], ready="2031-01")
    rows = rows_with(plan(replace(response(), plan=(late,)), "en").chart, "ready")
    assert rows[0]["ready"] == rows[0]["after"] == "2028-01-01"


def test_the_money_of_a_year_is_that_of_its_steps() -> None:
    tops: dict[str, float] = {}
    for row in rows_with(plan(response(), "en").chart, "low"):
        tops[row["first"][:4]] = max(tops.get(row["first"][:4], 0.0), row["high"])
    assert tops == {"2025": pytest.approx(406.0), "2026": pytest.approx(40.0)}


def test_the_table_has_every_step_and_the_picture_the_dearest() -> None:
    one = response().plan[0]
    many = tuple(replace(one, country=f"C{n}", cost_musd=float(n)) for n in range(MOST + 3))
    found = plan(replace(response(), plan=many), "en")
    assert len(rows_with(found.chart, "ready")) == MOST
    assert len(found.behind.rows) == MOST + 3
    assert "Further steps: 3" in str(found.chart.to_dict()["title"]["subtitle"])


def test_a_plan_that_begins_within_a_year_has_a_narrow_first_year() -> None:
    later = replace(response(), first="2025-07", months=6)
    rows = rows_with(plan(later, "en").chart, "low")
    assert min(row["first"] for row in rows) >= "2025-07-01"
    assert max(row["after"] for row in rows) <= "2026-01-01"


def test_nothing_to_do_has_a_picture_that_says_so() -> None:
    found = plan(nothing(), "en")
    assert found.chart.to_dict()["description"] == "Nothing to buy or to build: Japan"
    assert found.file(".png", "en").startswith(b"\x89PNG")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_behind_begin_with_the_first_sentence(lang: str) -> None:
    found = plan(response(), lang)
    assert {"en": "Japan: new plants", "zh": "日本：新建工厂"}[lang] in found.behind.text[0]
    assert b"<svg" in found.file(".svg", lang)
