"""Figures by program: those of one's own office, in the one form that a simulation reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.licensing.figures.report import read
from support.api_calls import program
from support.offices import filed, law_today

if TYPE_CHECKING:
    from support.offices import World


def test_a_report_is_that_of_the_callers_office(w: World) -> None:
    filed(w)
    answer = program(w.chief).get("/figures")
    assert answer.status_code == 200, answer.content
    report = read(answer.json())
    assert report.counts is not None
    assert (report.counts.applied, report.counts.granted, report.counts.pending) == (1, 0, 1)
    assert (report.scope.office, report.scope.as_of) == (w.licensing.name, law_today())
    elsewhere = read(program(w.chief).get("/figures?destination=FR").json())
    assert elsewhere.counts is not None
    assert elsewhere.counts.applied == 0


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("first=2026-02-30", "first"),
        ("first=2026-03-01&last=2026-02-01", "last"),
        ("first=2001-01-01&last=2026-02-01", "first"),
        ("first=2026-03-01&as_of=2026-02-01", "as_of"),
        ("as_of=yesterday", "as_of"),
        ("office=other", "office"),
        ("first=2026-01-01&as_of=2126-06-01", "as_of"),
        ("first=2026-01-01&last=2126-06-01", "last"),
        ("material=dy", "material"),
    ],
)
def test_what_cannot_be_reported_is_named_as_it_was_asked(w: World, query: str, field: str) -> None:
    answer = program(w.chief).get(f"/figures?{query}")
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)


def test_figures_are_for_those_who_answer_for_casework(w: World) -> None:
    for person in (w.signatory, w.intake_officer, w.reviewer):
        assert program(person).get("/figures").json()["error"]["code"] == "forbidden"
    assert program(w.chief, "cases:read").get("/figures").json()["error"]["code"] == "scope_missing"
