from __future__ import annotations

from dataclasses import replace
from typing import Any

from monazite.shock.pictures.losing import losses
from monazite.shock.results.outcome import Band
from support.shock_outcomes import outcome


def lanes(chart: Any) -> list[str]:
    found = chart.to_dict()["datasets"].values()
    return [row["lane"] for values in found for row in values]


def test_countries_sectors_and_both_have_panels_and_nothing_lost_has_no_lane() -> None:
    found = losses(outcome(), "A", "en")
    assert len(found.chart.to_dict()["vconcat"]) == 3
    assert "Wind power, Rest of the world" not in lanes(found.chart)
    assert any("Wind power" in row for row in found.behind.rows)


def test_the_title_says_the_whole() -> None:
    title = losses(outcome(), "A", "en").chart.to_dict()["description"]
    assert title == "Value added lost: A, US$ 120 (96 to 144) million"


def test_what_leaks_is_said() -> None:
    (text, *_) = losses(outcome(), "A", "en").behind.text
    assert "of which US$ 20 (16 to 24) million are bought as finished goods" in text


def test_a_run_that_loses_nothing_has_a_picture() -> None:
    run = outcome()
    nothing = Band(0.0, 0.0, 0.0)
    calm = [replace(one, lost_musd=nothing, leaked_musd=nothing) for one in run.losses]
    found = losses(replace(run, losses=tuple(calm)), "A", "en")
    assert lanes(found.chart) == ["World"]
    assert b"<svg" in found.file(".svg", "en")
