from __future__ import annotations

from dataclasses import replace
from typing import Any

from monazite.shock.pictures.halting import calendar
from monazite.shock.results.outcome import Band
from support.shock_outcomes import outcome

CARS = "Cars (motor vehicles), Germany"


def rows(chart: Any, key: str) -> list[dict[str, Any]]:
    found = chart.to_dict()["datasets"].values()
    return [row for values in found for row in values if key in row]


def test_the_first_to_stop_is_at_the_head_and_rare_halts_are_in_the_table_alone() -> None:
    found = calendar({"A": outcome()}, "en")
    lanes = [row["lane"] for row in rows(found.chart, "day")]
    assert lanes == [CARS]
    assert len(found.behind.rows) == 3


def test_halts_that_cost_nothing_are_shown_where_none_costs_anything() -> None:
    run = outcome()
    nothing = Band(0.0, 0.0, 0.0)
    free = tuple(replace(one, lost_musd=one.lost_musd and nothing) for one in run.losses)
    found = calendar({"A": replace(run, losses=free)}, "en")
    lanes = [row["lane"] for row in rows(found.chart, "day")]
    assert lanes == [CARS, "Other uses (lanthanum, Separation and refining), Rest of the world"]
    assert "No halt costs anything" in str(found.chart.to_dict()["title"])


def test_a_week_is_as_dark_as_the_part_of_the_draws_in_which_plants_stand() -> None:
    run = outcome()
    some = tuple(replace(one, standing=(0.0, 0.3, 1.0, 0.04)) for one in run.halts[:1])
    found = calendar({"A": replace(run, halts=some)}, "en")
    steps = [
        (row["first"], row["step"]) for row in rows(found.chart, "first") if row["lane"] == CARS
    ]
    assert steps == [("2025-04-07", "25% to 50%"), ("2025-04-14", "95% and more")]


def test_several_runs_have_a_lane_each() -> None:
    found = calendar({"One": outcome(), "Two": outcome(2.0)}, "en")
    assert [row["lane"] for row in rows(found.chart, "day")] == [f"{CARS} (A)", f"{CARS} (B)"]
    assert "A: One" in str(found.chart.to_dict()["title"])
    assert {row[0] for row in found.behind.rows} == {"One", "Two"}


def test_weeks_in_which_nothing_is_missing_are_empty() -> None:
    found = rows(calendar({"A": outcome()}, "en").chart, "first")
    weeks = [row["first"] for row in found if row["lane"] != CARS]
    assert min(weeks) == "2025-05-26"
    assert len(weeks) == 9


def test_a_run_without_halts_says_so_and_has_a_picture() -> None:
    found = calendar({"A": outcome(halts=False)}, "en")
    assert found.chart.to_dict()["description"] == "No sector halts: A"
    assert b"<svg" in found.file(".svg", "en")


def test_the_words_say_who_when_and_how_much() -> None:
    text = calendar({"A": outcome()}, "en").behind.text
    assert "Cars (motor vehicles), Germany: plants first stop in the week of 2025-05-26" in text[0]
    assert "at worst 30% (24% to 36%) of them then stand" in text[0]
    assert "with 3% missing" in text[1]
