from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.standing import standing
from monazite.desk.cases import services
from monazite.desk.cases.clocks import reading, today
from monazite.desk.cases.standing import clock_words
from monazite.licensing.calendars import calendar
from support.cases import accepted, case_of, in_review
from support.offices import filed

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from support.cases import Offices


def words(application: Application, lang: str = "en") -> str:
    application.refresh_from_db()
    return clock_words(standing(application), application, lang)


def test_before_acceptance_it_is_said_why_no_clock_runs(w: Offices) -> None:
    assert "begin at acceptance" in words(filed(w))


@pytest.mark.usefixtures("today_published")
def test_the_applicant_reads_how_much_is_left_and_when_it_ends(w: Offices) -> None:
    application = accepted(w)
    shown = reading(case_of(application), today(case_of(application)))
    assert words(application).startswith(f"{shown.left} of 45 working days are left")
    assert words(application, "zh") != words(application)


@pytest.mark.usefixtures("today_published")
def test_while_it_stands_still_the_applicant_reads_that(w: Offices) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    assert "stands still" in words(application)


def test_where_no_limit_binds_that_is_said(w: Offices) -> None:
    application = in_review(w)
    services.refer_up(w.officer, application.pk, "state_council", "Major.", "page")
    services.hand_back(w.chief, application.pk, "Approved.", "page")
    assert words(application).startswith("No time limit binds")


def test_a_year_that_is_not_published_is_named(w: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    application = accepted(w)
    year = max(calendar("CN").years) + 1
    monkeypatch.setattr("monazite.desk.cases.standing.today", lambda _: date(year, 2, 1))
    assert str(year) in words(application)
