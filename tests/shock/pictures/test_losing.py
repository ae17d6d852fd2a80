from __future__ import annotations

from dataclasses import replace
from typing import Any

from monazite.shock.pictures.comparing import compared_losses
from monazite.shock.pictures.losing import largest, losses
from monazite.shock.results.outcome import Band
from support.shock_outcomes import comparison, outcome


def lanes(chart: Any) -> list[str]:
    found = chart.to_dict()["datasets"].values()
    return [row["lane"] for values in found for row in values]


def test_countries_sectors_and_both_have_panels_and_nothing_lost_has_no_lane() -> None:
    found = losses(outcome(), "A", "en")
    assert len(found.chart.to_dict()["vconcat"]) == 4
    assert not any(lane.startswith("Other uses") for lane in lanes(found.chart))
    assert any(
        "Other uses (lanthanum, Separation and refining)" in row for row in found.behind.rows
    )


def test_the_title_says_the_whole() -> None:
    title = losses(outcome(), "A", "en").chart.to_dict()["description"]
    assert title == "Value added lost over 17 weeks: A, US$ 120 (96 to 144) million"


def test_what_leaks_is_said() -> None:
    (text, *_) = losses(outcome(), "A", "en").behind.text
    assert "of which US$ 20 (16 to 24) million are bought as finished goods" in text


def test_what_leaks_and_what_would_be_lost_anyway_are_lanes_beside_the_whole() -> None:
    assert lanes(losses(outcome(), "A", "en").chart)[:3] == [
        "Lost in all", "Of it, bought as finished goods from elsewhere", "Without the scenario"
    ]  # fmt: skip


def test_what_is_not_known_is_said_and_is_no_lane() -> None:
    found = losses(outcome(), "A", "en")
    assert "France" not in " ".join(lanes(found.chart))
    assert ("A", "Cars (motor vehicles)", "France", *["not known"] * 4) in found.behind.rows
    assert "Cars (motor vehicles): Germany; plants of other countries" in " ".join(
        found.behind.text
    )


def test_two_runs_have_a_panel_for_each_who_loses_with_the_difference() -> None:
    runs = {"One": outcome(), "Two": outcome(2.0)}
    found = compared_losses(runs, comparison(), "en")
    panels = [panel["title"] for panel in found.chart.to_dict()["vconcat"]]
    assert panels[:2] == ["World", "Cars (motor vehicles), Germany"]
    assert lanes(found.chart)[:3] == ["A", "B", "B less A"]


def test_what_is_less_than_counts_neither_ranks_nor_draws_a_bar() -> None:
    rows = outcome().losses
    chance = replace(rows[0], lost_musd=Band(0.0, 1e-6, 0.2))
    some = replace(rows[1], lost_musd=Band(0.0, 0.0, 90.0))
    assert largest([chance, some], 2) == [some, chance]
    run = outcome()
    tiny = tuple(
        replace(one, lost_musd=one.lost_musd and Band(0.0, 0.0, 2e-5)) for one in run.losses
    )
    found = losses(replace(run, losses=tiny), "A", "en").chart.to_dict()["datasets"].values()
    whole = [row for values in found for row in values if row["lane"] == "Lost in all"]
    assert [(row["middle"], row["high"]) for row in whole] == [(0.0, 0.0)]


def test_a_run_that_loses_nothing_has_a_picture() -> None:
    run = outcome()
    nothing = Band(0.0, 0.0, 0.0)
    calm = [
        replace(one, lost_musd=nothing, leaked_musd=nothing, without_musd=nothing)
        for one in run.losses
    ]
    found = losses(replace(run, losses=tuple(calm)), "A", "en")
    assert lanes(found.chart) == ["Lost in all"]
    assert b"<svg" in found.file(".svg", "en")


def test_who_stands_for_want_of_other_inputs_is_among_those_who_lose_most() -> None:
    rows = outcome().losses
    stands = replace(rows[2], missing_musd=Band(400.0, 500.0, 600.0))
    assert largest([*rows[:2], stands], 1) == [stands]
