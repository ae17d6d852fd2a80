"""An act that cannot be done says why beside its form, and keeps what was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desk.pages.cases.conftest import Browser, browser, forms
from monazite.desk.cases import services
from monazite.desk.cases.given import Given
from monazite.desk.cases.models import Decision, Note, Question
from monazite.law.store import load
from support.cases import in_review

if TYPE_CHECKING:
    from django.http import HttpResponse

    from monazite.desk.applications.models import Application
    from support.cases import Offices

REASONS = "The end use is civil and proven."


@pytest.fixture
def agreed(w: Offices) -> Application:
    """A case on which the ministry has no objection: a decision can be proposed."""
    application = in_review(w)
    given = Given("no_objection", text="Nothing against it.")
    services.advise(w.miit_reviewer, application.pk, given, "page")
    return application


def test_what_was_typed_stands_in_the_form_with_the_fault(w: Offices) -> None:
    application = in_review(w)
    officer = browser(w.officer, application.pk)
    answer = officer.send("ask", text="Which plant?", answer_by="2020-01-01")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Which plant?" in page
    assert 'value="2020-01-01"' in page
    assert 'id="refused"' in page
    assert not Question.objects.exists()


def test_every_finding_of_a_proposal_is_told(w: Offices, agreed: Application) -> None:
    officer = browser(w.officer, agreed.pk)
    answer = _proposed(officer, outcome="refused", text="", grounds=[])
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "ground" in page
    assert page.count("<li>") >= 2
    assert not Decision.objects.exists()


def test_more_than_was_asked_is_not_granted(w: Offices, agreed: Application) -> None:
    officer = browser(w.officer, agreed.pk)
    answer = _proposed(officer, **{"line0.quantity": "999999999"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="999999999"' in page, "what was typed stays"
    assert REASONS in page
    assert not Decision.objects.exists()


def test_who_acted_meanwhile_is_named_and_nothing_is_lost(w: Offices, agreed: Application) -> None:
    officer = browser(w.officer, agreed.pk)
    page = officer.page()
    services.write_note(w.second_officer, agreed.pk, "Wait a moment.", True, (), "page")  # noqa: FBT003
    answer = _proposed(officer, seen=forms(page)["propose"]["seen"])
    told = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody else acted on this case" in told
    assert w.second_officer.name in told
    assert REASONS in told
    assert _proposed(officer).status_code == 302, "after another look it goes through"


def test_an_act_that_is_past_shows_what_was_typed(w: Offices, agreed: Application) -> None:
    officer = browser(w.officer, agreed.pk)
    hidden = forms(officer.page(act="ask"))["ask"]
    _proposed(browser(w.second_officer, agreed.pk))
    answer = officer.post("ask", **hidden | {"text": "Which plant makes them?"})
    assert answer.status_code == 409
    assert "Which plant makes them?" in answer.content.decode()


def test_a_law_that_changed_is_shown_by_line_before_anything_is_proposed(
    w: Offices, agreed: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = replace(load(), hash="b" * 64)
    monkeypatch.setattr("monazite.desk.applications.services.renewing.load", lambda: other)
    officer = browser(w.officer, agreed.pk)
    first = _proposed(officer)
    page = first.content.decode()
    assert first.status_code == 422
    assert "Line 1: the law changed" in page
    assert REASONS in page
    assert not Decision.objects.exists()
    assert "Line 1: the law changed" in officer.page(), "it stays in sight"
    assert _proposed(officer).status_code == 302


def test_a_form_that_is_sent_twice_acts_once(w: Offices) -> None:
    application = in_review(w)
    officer = browser(w.officer, application.pk)
    hidden = forms(officer.page(act="note"))["note"]
    for _ in range(2):
        assert officer.post("note", **hidden | {"text": "Once."}).status_code == 302
    assert Note.objects.count() == 1


def test_nothing_is_sent_to_an_act_that_there_is_not(w: Offices) -> None:
    application = in_review(w)
    assert browser(w.officer, application.pk).post("delete").status_code == 404
    assert browser(w.stranger, application.pk).post("note", text="x").status_code == 404


def _proposed(officer: Browser, **values: object) -> HttpResponse:
    """A proposal with the terms as the page suggests them, but for what is said otherwise."""
    given: dict[str, object] = {"outcome": "approved", "text": REASONS}
    given |= officer.filled("propose")
    return officer.send("propose", **given | values)
