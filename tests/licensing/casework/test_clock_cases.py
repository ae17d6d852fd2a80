"""The cases of tests/cases/licensing/clocks.yaml: what an official counts, and what is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.licensing.calendars import calendar
from monazite.licensing.casework.clock import Step, read_steps

_FILE = Path(__file__).parents[2] / "cases" / "licensing" / "clocks.yaml"
CASES = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
READINGS = [(case, day) for case in CASES for day in case["reads"]]


def as_step(said: str) -> Step:
    """A step as a case writes it: `2026-03-09 stop question 1`."""
    on, kind, *why = said.split(" ", 2)
    return Step(kind, date.fromisoformat(on), "".join(why))


@pytest.mark.parametrize(
    ("case", "on"), READINGS, ids=[f"{case['case'][:40]}: {day}" for case, day in READINGS]
)
def test_a_clock_shows_what_an_official_counts(case: dict[str, Any], on: str) -> None:
    assert case.keys() == {"case", "limit", "steps", "reads"}
    limit = None if case["limit"] == "none" else case["limit"]
    said = case["reads"][on]
    assert said.keys() <= {"state", "counted", "left", "due", "over", "unpublished"}
    steps = [as_step(step) for step in case["steps"]]
    reading = read_steps(steps, limit, date.fromisoformat(on), calendar("CN"))
    unpublished = said.get("due") == "unpublished"
    due = None if unpublished or "due" not in said else date.fromisoformat(said["due"])
    assert reading.state == said["state"]
    assert (reading.counted, reading.left) == (said.get("counted"), said.get("left"))
    assert (reading.due, reading.due_in_unpublished_year) == (due, unpublished)
    assert (reading.over, reading.unpublished) == (said.get("over", 0), said.get("unpublished"))
    assert reading.limit == (None if reading.state == "no_limit" else limit)


def test_each_case_says_something_of_its_own() -> None:
    names = [case["case"] for case in CASES]
    assert len(set(names)) == len(names)
