"""A packaged event that is run stands beside what happened, and no other run does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from monazite.shock.scenarios.reading import packaged
from monazite.shock.validation.beside import beside
from monazite.shock.validation.cases import CASES
from support.shock_outcomes import outcome

MADE = replace(outcome(), notes=())


def said(name: str, **changes: object) -> list[str]:
    """What is added in words to a run of a packaged scenario that is changed so."""
    return [note["en"] for note in beside(MADE, packaged(name).model_copy(update=changes)).notes]


@pytest.mark.parametrize("event", CASES, ids=lambda event: event.year)
def test_every_event_is_told_how_many_marks_were_missed(event: object) -> None:
    assert isinstance(event, type(CASES[0]))
    (line,) = said(event.scenario)
    assert "marks" in line
    assert line.endswith("monazite shock validate")
    assert said(event.scenario, weeks=30) == [line]


def test_months_that_statistics_know_stand_beside_those_of_the_event() -> None:
    found = beside(MADE, packaged("seven-rare-earths-2025-04"))
    seen = {one.month: one.observed_t for one in found.months if one.meter == "magnets/WORLD"}
    assert seen["2025-05"] == 1238
    assert [one.flow_t for one in found.months] == [one.flow_t for one in MADE.months]


def test_another_scope_is_another_run() -> None:
    (line,) = said("us-ban-2024-12", scope=("Ge",))
    assert "of Sb alone" in line


@pytest.mark.parametrize("name", ["full-stop", "geneva-pause", "us-ban-2024-12-ga-ge"])
def test_what_is_no_event_of_the_validation_is_left_alone(name: str) -> None:
    asked = packaged(name)
    assert beside(MADE, asked) == MADE


def test_an_event_that_is_changed_did_not_happen() -> None:
    asked = packaged("seven-rare-earths-2025-04")
    assert beside(MADE, asked.model_copy(update={"friction": asked.friction[1:]})) == MADE
    assert beside(MADE, asked.model_copy(update={"id": "mine"})) == MADE
