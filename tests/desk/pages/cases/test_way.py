"""A case goes its way by its page alone: each act by its form, by whom it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desk.pages.cases.conftest import browser
from monazite.desk.applications.models import Application
from monazite.desk.cases.models import Case
from support.cases import accepted, in_review
from support.offices import filed

if TYPE_CHECKING:
    from support.cases import Offices

pytestmark = pytest.mark.usefixtures("w")


def test_intake_takes_in_returns_and_accepts(w: Offices) -> None:
    application = filed(w)
    intake = browser(w.intake_officer, application.pk)
    assert intake.offered() == {"take_in", "note", "assign"}
    assert intake.send("take_in").status_code == 302
    assert intake.offered() == {"accept", "return", "note", "assign"}
    assert intake.send("accept").status_code == 302
    assert "45 working days" in intake.page()
    assert Application.objects.get(pk=application.pk).state == "accepted"


def test_a_review_begins_and_says_whom_the_rules_ask_and_why(w: Offices) -> None:
    application = accepted(w)
    officer = browser(w.officer, application.pk)
    assert "begin_review" in officer.offered()
    assert officer.send("begin_review").status_code == 302
    page = officer.page(done="begin_review")
    assert "The review has begun" in page
    assert "Rare earths are under industry management" in page
    assert "no exact match by name" in page


def test_the_page_names_every_section_in_both_languages(w: Offices) -> None:
    application = in_review(w)
    officer = browser(w.officer, application.pk)
    for title in (
        "What is asked",
        "What the offices say",
        "Why it is here",
        "Notes among officials",
    ):
        assert title in officer.page()
    assert Case.objects.get(application=application).officer == w.officer
