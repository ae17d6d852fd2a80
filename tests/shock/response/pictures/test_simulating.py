from __future__ import annotations

from monazite.shock.response.pictures.simulating import simulated
from support.shock_responses import nothing, response


def test_each_future_has_a_panel_with_what_is_lost_and_what_is_saved() -> None:
    found = simulated(response(), "en").chart.to_dict()
    assert [one["title"] for one in found["vconcat"]] == [
        "Seven rare earths, April 2025", "Full stop",
    ]  # fmt: skip
    rows = [row for rows in found["datasets"].values() for row in rows]
    assert [(row["lane"], row["middle"], row["observed"]) for row in rows[:3]] == [
        ("Without the plan", 1100, 900.0), ("With the plan", 310, 220.0), ("Saved", 790, 680.0),
    ]  # fmt: skip


def test_the_words_hold_what_was_planned_against_what_is_simulated() -> None:
    text = simulated(response(), "en").behind.text
    assert text[1] == (
        "Full stop: the plan saves US$ 5,800 (3,480 to 8,700) million simulated, US$ 6,080 million "
        "as planned."
    )


def test_it_is_drawn_also_where_nothing_was_simulated() -> None:
    assert b"<svg" in simulated(response(), "zh").file(".svg", "zh")
    assert b"<svg" in simulated(nothing(), "en").file(".svg", "en")
