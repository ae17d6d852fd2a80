from __future__ import annotations

from typing import Any

from monazite.shock.pictures.halting import calendar
from support.shock_outcomes import outcome


def rows(chart: Any, key: str) -> list[dict[str, Any]]:
    found = chart.to_dict()["datasets"].values()
    return [row for values in found for row in values if key in row]


def test_the_first_to_stop_is_at_the_head_and_rare_halts_are_in_the_table_alone() -> None:
    found = calendar(outcome(), "A", "en")
    lanes = [row["lane"] for row in rows(found.chart, "high")]
    assert lanes == ["Electric vehicles, Germany", "Wind power, Rest of the world"]
    assert len(found.behind.rows) == 3


def test_a_bar_is_as_dark_as_the_part_that_stands() -> None:
    steps = {row["lane"]: row["step"] for row in rows(calendar(outcome(), "A", "en").chart, "high")}
    assert steps["Electric vehicles, Germany"] == "25% and more"
    assert steps["Wind power, Rest of the world"] == "2% to 5%"


def test_weeks_in_which_nothing_is_missing_are_empty() -> None:
    weeks = [row["first"] for row in rows(calendar(outcome(), "A", "en").chart, "first")]
    assert min(weeks) == "2025-05-26"
    assert len(weeks) == 9


def test_a_run_without_halts_says_so_and_has_a_picture() -> None:
    found = calendar(outcome(halts=False), "A", "en")
    assert found.chart.to_dict()["description"] == "No sector halts: A"
    assert b"<svg" in found.file(".svg", "en")


def test_the_words_say_who_when_and_how_much() -> None:
    text = calendar(outcome(), "A", "en").behind.text
    assert "Electric vehicles, Germany: plants first stop in the week of 2025-05-26" in text[0]
    assert "at worst 30% (24% to 36%) of them stand" in text[0]
    assert "with 3% missing" in text[2]
