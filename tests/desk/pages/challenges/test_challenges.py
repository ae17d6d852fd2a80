from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse

from monazite.desk.gate.models import Challenge, GatePaper
from support.challenges import (
    WHY,
    analysed,
    answered,
    challenged,
    handed_in,
    identified,
    judged,
    lodged,
    now,
)
from support.desk_people import signed_in
from support.offices import law_today
from support.pages import Upload
from support.papers import PDF

if TYPE_CHECKING:
    from django.http import HttpResponse

    from monazite.desk.people.models import Person
    from support.challenges import Court

SMCO = "Sm=0.226,Co=0.5,Fe=0.274"


def browser(who: Person) -> Client:
    return signed_in(Client(), who)


def page(who: Person, challenge: Challenge, act: str = "") -> str:
    answer = browser(who).get(reverse("challenge", args=[challenge.pk]), {"act": act})
    assert answer.status_code == 200
    return answer.content.decode()


def sent(who: Person, challenge: Challenge, act: str, **values: Any) -> HttpResponse:
    """The form of an act as the page has it, filled in and sent."""
    shown = page(who, challenge, act)
    form = shown.partition(f'id="act-{act}"')[2].partition("</form>")[0]
    assert form, act
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    hidden.pop("csrfmiddlewaretoken", None)
    address = reverse("challenge_act", args=[challenge.pk, act])
    return browser(who).post(address, hidden | values)  # type: ignore[return-value]


def test_the_whole_way_by_pages(c: Court) -> None:
    declaration = lodged(c)
    officer = browser(c.g.officer)
    address = reverse("challenge_issue", args=[declaration.pk])
    form = officer.get(address).content.decode()
    assert "composition_in_doubt" in form
    values = {
        "items": "1", "grounds": "composition_in_doubt", "text": WHY,
        "key": "a" * 24, "seen": str(declaration.event_seq),
    }  # fmt: skip
    for _ in range(2):  # sent twice, done once
        assert officer.post(address, values).status_code == 302
    challenge = Challenge.objects.get()

    told = page(c.g.declarant, challenge)
    assert WHY in told
    assert str(challenge.answer_by) in told
    upload = reverse("challenge_upload", args=[challenge.pk])
    file = Upload("contract.pdf", PDF)
    added = browser(c.g.declarant).post(upload, {"kind": "contract", "file": file})
    assert added.status_code == 302
    paper = GatePaper.objects.get()
    done = sent(c.g.declarant, challenge, "answer", text="See it.", papers=str(paper.pk))
    assert done.status_code == 302

    taken_on = law_today().isoformat()
    report = {"item": "1", "laboratory": "Lab", "method": "XRF", "taken_on": taken_on,
              "form": "magnet", "contains": c.g.line.contains}  # fmt: skip
    assert sent(c.laboratory, challenge, "sample", **report).status_code == 302
    verdict = {"finding": "not_controlled", "disposal": "", "text": "They are as declared."}
    assert sent(c.g.officer, challenge, "judge", **verdict).status_code == 302
    assert 'id="act-sign"' not in page(c.g.officer, challenge, "sign")
    assert sent(c.g.second_officer, challenge, "sign").status_code == 302
    assert now(declaration).state == "cleared"
    assert "Not controlled" in page(c.g.declarant, challenge)


def test_what_is_internal_is_not_shown_to_the_declarant(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    analysed(c, declaration, SMCO)
    handed_in(declaration, c.laboratory, "laboratory_report")
    mine, theirs = page(c.g.declarant, challenge), page(c.g.officer, challenge)
    for internal in (SMCO, "ICP-OES", "contract.pdf", "may not leave"):
        assert internal in theirs, internal
        assert internal not in mine, internal


def test_a_proposal_is_not_shown_to_the_declarant(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    values = {"finding": "controlled", "disposal": "returned", "text": "Nobody knows yet."}
    assert sent(c.g.officer, challenge, "judge", **values).status_code == 302
    assert "Nobody knows yet." not in page(c.g.declarant, challenge)
    assert "Nobody knows yet." in page(c.g.second_officer, challenge)


def test_every_point_against_a_judgement_is_shown_and_nothing_typed_is_lost(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    analysed(c, declaration, SMCO)
    values = {"finding": "not_controlled", "disposal": "returned", "text": "I think so."}
    answer = sent(c.g.officer, challenge, "judge", **values)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "may not leave" in shown
    assert "Nothing follows for goods" in shown
    assert "I think so." in shown


def test_an_older_page_is_told_so(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    address = reverse("challenge_act", args=[challenge.pk, "judge"])
    values = {
        "finding": "not_controlled",
        "disposal": "",
        "text": "x",
        "key": "b" * 24,
        "seen": "1",
    }
    answer = browser(c.g.officer).post(address, values)
    assert answer.status_code == 409
    assert "acted meanwhile" in answer.content.decode()


def test_a_file_that_is_not_taken_is_told_on_the_page(c: Court) -> None:
    challenge = challenged(c, lodged(c))
    upload = reverse("challenge_upload", args=[challenge.pk])
    for values in ({}, {"kind": "contract", "file": Upload("a.exe", b"MZ")}):
        answer = browser(c.g.declarant).post(upload, values)
        assert answer.status_code == 422
        assert 'role="alert"' in answer.content.decode()


def test_the_licensing_office_identifies_and_others_see_nothing(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    address = reverse("challenge", args=[challenge.pk])
    assert browser(c.licensing_officer).get(address).status_code == 404
    licensing = str(c.g.w.licensing.pk)
    asked = sent(c.g.officer, challenge, "ask", office=licensing, text="What are they?")
    assert asked.status_code == 302
    values = {"finding": "controlled", "text": "By their composition."}
    assert sent(c.licensing_officer, challenge, "judge", **values).status_code == 302
    assert sent(c.chief, challenge, "sign").status_code == 302
    assert Challenge.objects.get().state == "identified"
    assert browser(c.g.stranger).get(address).status_code == 404


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_both_notices_are_given_out(c: Court, lang: str) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    notice = reverse("challenge_notice", args=[challenge.pk, lang])
    result = reverse("challenge_result", args=[challenge.pk, lang])
    client = browser(c.g.declarant)
    assert client.get(notice).content.startswith(b"%PDF-")
    assert client.get(result).status_code == 404
    identified(c, declaration, "controlled")
    judged(c, declaration, "controlled", "returned")
    assert client.get(result).content.startswith(b"%PDF-")
    assert browser(c.g.stranger).get(notice).status_code == 404


def test_a_paper_is_opened_by_whom_it_is_for(c: Court) -> None:
    declaration = lodged(c)
    challenge = challenged(c, declaration)
    report = handed_in(declaration, c.laboratory, "laboratory_report")
    address = reverse("challenge_paper", args=[challenge.pk, report.pk])
    given = browser(c.g.officer).get(address)
    assert b"".join(given) == PDF
    assert browser(c.g.declarant).get(address).status_code == 404
    odd = reverse("challenge_paper", args=[challenge.pk, uuid.uuid4()])
    assert browser(c.g.officer).get(odd).status_code == 404


def test_the_list_has_the_open_ones_and_all(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    number = f"{declaration.number}/{challenge.number}"
    address = reverse("challenges")
    for who in (c.g.declarant, c.g.officer):
        assert number in browser(who).get(address).content.decode()
    judged(c, declaration, "not_controlled")
    assert number not in browser(c.g.officer).get(address).content.decode()
    assert number in browser(c.g.officer).get(address, {"all": "1"}).content.decode()
    assert number not in browser(c.g.stranger).get(address, {"all": "1"}).content.decode()


def test_pages_read_in_chinese(c: Court) -> None:
    declaration = lodged(c)
    challenge = answered(c, declaration)
    c.g.officer.language = "zh"
    c.g.officer.save()
    shown = page(c.g.officer, challenge, "judge")
    assert "质疑" in shown
    assert "提出认定" in shown


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("contains", "unobtainium", "Composition as found"),
        ("taken_on", "2999-01-01", "Sample taken on"),
        ("form", "cheese", "Form as found"),
        ("item", "9", "none of the choices"),
    ],
)
def test_a_report_that_cannot_be_read_names_the_field(
    c: Court, field: str, value: str, told: str
) -> None:
    challenge = challenged(c, lodged(c))
    report = {"item": "1", "laboratory": "Lab", "method": "XRF", "taken_on": "2026-01-05",
              "form": "magnet", "contains": "Dy"}  # fmt: skip
    answer = sent(c.laboratory, challenge, "sample", **(report | {field: value}))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert told in shown.partition('id="refused"')[2].partition("</div>")[0]
    assert value in shown


def test_the_report_of_the_laboratory_is_handed_in_by_officials_alone(c: Court) -> None:
    challenge = challenged(c, lodged(c))
    upload = reverse("challenge_upload", args=[challenge.pk])
    file = {"file": Upload("report.pdf", PDF)}
    answer = browser(c.g.declarant).post(upload, {"kind": "laboratory_report", **file})
    assert answer.status_code == 422
    assert not GatePaper.objects.exists()
    mine, theirs = page(c.g.declarant, challenge), page(c.laboratory, challenge)
    assert 'value="laboratory_report"' not in mine
    assert 'value="laboratory_report"' in theirs
    assert 'value="reply_letter"' in mine
    file = {"file": Upload("report.pdf", PDF)}
    browser(c.laboratory).post(upload, {"kind": "laboratory_report", **file})
    assert GatePaper.objects.get().kind == "laboratory_report"
