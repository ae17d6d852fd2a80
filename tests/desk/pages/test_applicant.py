"""What an applicant can do about a filed application, without scripts: answer, mend, ask again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from monazite.desk.applications.models import Application
from monazite.desk.cases import services
from monazite.desk.cases.given import Given, Proposal
from monazite.desk.cases.models import Answer, Decision, Reconsideration
from support.cases import Offices, in_review, offices, taken_in
from support.forms import paper_files
from support.pages import Upload, official

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpResponse
    from pytest_django import Settings

VIA = "page"
QUESTION = "Which plant makes the magnets?"
_KEY = re.compile(r'name="key" value="([^"]+)"')


@pytest.fixture
def w(db: None, settings: Settings, tmp_path: Path) -> Offices:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path
    return offices()


@pytest.fixture
def holder(w: Offices) -> Client:
    client = Client()
    client.force_login(w.signatory)
    return client


def test_a_question_is_answered_with_papers_and_the_clock_goes_on(
    w: Offices, holder: Client
) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, QUESTION, None, VIA)
    page = _page(holder, application)
    assert QUESTION in page
    assert "stands still" in page
    assert w.officer.name not in page

    for _ in range(2):  # a double click
        answer = _send(holder, "answer", application, page, text="Toyokumo.", file=_register())
        assert answer.status_code == 302
    given = Answer.objects.get()
    assert given.text == "Toyokumo."
    assert [str(p.pk) for p in application.papers.filter(name="register.pdf")] == given.papers
    assert Application.objects.get(pk=application.pk).state == "in_review"
    assert "Send the answer" not in _page(holder, application)


def test_a_state_speaks_to_the_applicant_alone(w: Offices, holder: Client) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, QUESTION, None, VIA)
    for path in ("/", reverse("applications"), reverse("detail", args=[application.pk])):
        page = holder.get(path).content.decode()
        assert "waiting for your answer" in page
        assert "waiting for the applicant" not in page
    office = official(w.officer)
    for path in (reverse("queue"), reverse("case", args=[application.pk]), reverse("applications")):
        page = office.get(path).content.decode()
        assert "waiting for the applicant" in page
        assert "waiting for your answer" not in page


def test_an_empty_answer_keeps_the_papers_that_came_with_it(w: Offices, holder: Client) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, QUESTION, None, VIA)
    answer = _send(holder, "answer", application, _page(holder, application), text=" ",
                   file=_register())  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 paper came in already" in page
    kept = re.findall(r'name="paper" value="([^"]+)"', page)
    assert _send(holder, "answer", application, page, text="Toyokumo.", paper=kept[0])
    assert Answer.objects.get().papers == kept


@pytest.mark.parametrize("asked_again", [False, True])
def test_an_old_page_answers_no_other_question_and_its_text_is_kept(
    w: Offices, holder: Client, asked_again: bool
) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, QUESTION, None, VIA)
    page = _page(holder, application)
    services.answer(w.preparer, application.pk, 1, "Said a colleague.", [], VIA)
    if asked_again:
        services.ask(w.officer, application.pk, "Who drives it?", None, VIA)
    answer = _send(holder, "answer", application, page, text="Toyokumo.")
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "a question that is no longer open" in shown
    assert "Toyokumo." in shown
    assert Answer.objects.get().text == "Said a colleague."
    if asked_again:  # after another look
        again = _send(holder, "answer", application, shown, text="A crew.")
        assert again.status_code == 302


def test_points_are_corrected_and_sent_again(w: Offices, holder: Client) -> None:
    application = taken_in(w)
    points = ("The translation has no date.", "The photograph shows another lens.")
    services.send_back_for_correction(w.intake_officer, application.pk, points, VIA)
    page = _page(holder, application)
    assert all(point in page for point in points)
    assert "No clock runs yet" in page
    assert _send(holder, "answer", application, page, text="Both are mended.").status_code == 302
    assert Application.objects.get(pk=application.pk).state == "intake"


def test_a_hold_says_why_and_since_when(w: Offices, holder: Client) -> None:
    application = in_review(w)
    services.hold(w.officer, application.pk, "policy", "A question of policy is open.", None, VIA)
    page = _page(holder, application)
    assert "A question of policy is open." in page
    assert "Since" in page
    assert "clock stands still" not in page, "a policy hold does not stop it"


def test_a_refusal_is_read_with_its_grounds_and_asked_about_once(
    w: Offices, holder: Client
) -> None:
    application = _refused(w)
    page = _page(holder, application)
    for said in ("Refused", "Beyond the capacity.", "end user and end use"):
        assert said.casefold() in page.casefold()
    assert w.officer.name not in page
    asked = _send(holder, "reconsider", application, page, text=" ")
    assert asked.status_code == 422
    assert _send(holder, "reconsider", application, page, text="We can prove it.")
    assert Reconsideration.objects.get().text == "We can prove it."
    assert "We can prove it." in _page(holder, application)


def test_who_prepares_does_not_ask_for_reconsideration(w: Offices) -> None:
    application = _refused(w)
    client = Client()
    client.force_login(w.preparer)
    page = _page(client, application)
    assert 'id="reconsider"' not in page
    answer = client.post(reverse("reconsider", args=[application.pk]), {"text": "x", "key": "k"})
    assert answer.status_code == 403


def _refused(w: Offices) -> Application:
    application = in_review(w)
    given = Given("refuse", grounds=("end_use",), text="Too much.")
    services.advise(w.miit_reviewer, application.pk, given, VIA)
    proposal = Proposal("refused", grounds=("end_use",), text="Beyond the capacity.")
    services.propose(w.officer, application.pk, proposal, None, VIA)
    services.sign(w.second_officer, Decision.objects.get().pk, None, VIA)
    return application


def _register() -> Upload:
    return Upload("register.pdf", paper_files()["contract.pdf"] + b"% register\n")


def _page(client: Client, application: Application) -> str:
    answer = client.get(reverse("detail", args=[application.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def _send(
    client: Client, name: str, application: Application, page: str, **values: object
) -> HttpResponse:
    key = _KEY.findall(page)[-1]
    asked = re.findall(r'name="question" value="([^"]+)"', page)
    address = reverse(name, args=[application.pk])
    sent = {"key": key, "question": asked[-1] if asked else "", **values}
    return client.post(address, sent)  # type: ignore[return-value]
