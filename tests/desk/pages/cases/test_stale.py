"""A page that others have left behind: what it says, and what its address shows when it is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from desk.pages.cases.conftest import browser, forms
from monazite.desk.cases import services
from monazite.desk.cases.models import Question
from monazite.desk.events.models import Event
from monazite.desk.pages.cases.acts.refusal import event_words
from support.cases import in_review, taken_in, waited
from support.deciding import advised, approval, decided
from support.pages import official

if TYPE_CHECKING:
    from support.cases import Offices


def test_two_tabs_in_which_one_returned_what_the_other_accepts(w: Offices) -> None:
    application = taken_in(w)
    intake = browser(w.intake_officer, application.pk)
    hidden = forms(intake.page(act="accept"))["accept"]
    assert intake.send("return", points="A seal is missing.").status_code == 302
    answer = intake.post("accept", **hidden)
    assert answer.status_code == 409
    assert "Returned to the applicant for correction" in answer.content.decode()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_everything_that_happens_to_a_case_is_told_in_words(w: Offices, lang: str) -> None:
    waited(w)
    application = decided(w)
    services.reopen(w.chief, application.pk, "A mistake.", "page")
    events = Event.objects.filter(aggregate_kind="case")
    kinds = {event.kind for event in events}
    assert {"returned", "asked", "answered", "accepted", "held", "referred_up"} <= kinds
    for event in events:
        assert event_words(event, lang) != event.kind, json.loads(event.payload)


def test_a_question_is_not_asked_from_a_page_of_before_a_hold(w: Offices) -> None:
    application = in_review(w)
    officer = browser(w.officer, application.pk)
    hidden = forms(officer.page(act="ask"))["ask"]
    services.hold(w.second_officer, application.pk, "policy", "A rule.", None, "page")
    answer = officer.post("ask", **hidden | {"text": "Which plant?"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Which plant?" in page
    assert "send it again" in page
    assert not Question.objects.exists()


def test_whoever_signs_what_was_answered_is_not_told_to_send_it_again(w: Offices) -> None:
    application = advised(w)
    decision = services.propose(w.officer, application.pk, approval(application), None, "page")
    signer = browser(w.second_officer, application.pk)
    hidden = forms(signer.page(act="sign"))["sign"]
    services.sign(w.chief, decision.pk, None, "page")
    answer = signer.post("sign", **hidden)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "not open to you any more" in page
    assert "send it again" not in page
    assert "What you had typed" not in page


@pytest.mark.parametrize("act", ["ask", "settle", "note"])
def test_the_address_of_a_form_shows_the_case_when_it_is_read(w: Offices, act: str) -> None:
    application = in_review(w)
    address = reverse("case_act", args=[application.pk, act])
    client = official(w.officer)
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("case", args=[application.pk]))
    assert client.get(address, follow=True).status_code == 200
    assert client.put(address).status_code == 405


@pytest.mark.parametrize("name", ["answer", "reconsider"])
def test_the_address_of_an_answer_shows_the_application(w: Offices, name: str) -> None:
    application = in_review(w)
    client = official(w.signatory)
    answer = client.get(reverse(name, args=[application.pk]))
    assert answer["Location"].startswith(reverse("detail", args=[application.pk]))


def test_the_address_of_many_acts_shows_the_queue(w: Offices) -> None:
    assert official(w.officer).get(reverse("queue_bulk"))["Location"] == reverse("queue")
