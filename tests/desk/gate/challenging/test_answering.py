from __future__ import annotations

import io
import os
import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from monazite.customs.challenge import last_day
from monazite.customs.findings import OFFICE_ONLY
from monazite.customs.regime import names, rules
from monazite.desk.applications.errors import PaperRefused, Refused
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.models import Event
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.gate.models import Challenge, GatePaper
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Given, Verdict
from monazite.desk.gate.services.challenging.running_out import last_day_of
from monazite.desk.papers import unnamed
from monazite.desk.papers.store import path_of
from monazite.desk.people.may import Forbidden
from monazite.desk.running import worker
from monazite.errors import InputError
from monazite.law.store import load
from monazite.licensing.calendars import calendar
from support.challenges import (
    VIA,
    WHY,
    analysed,
    answered,
    challenged,
    handed_in,
    judged,
    lodged,
    now,
)
from support.flushing import without_triggers
from support.offices import law_today
from support.papers import PDF, png

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from support.challenges import Court


def test_a_challenge_says_what_is_asked_and_by_when(c: Court) -> None:
    declaration = lodged(c)
    challenge = challenged(c, declaration)
    assert now(declaration).state == "challenged"
    assert challenge.answer_by == last_day(law_today(), 7, calendar("CN"))
    told = challenge.notice
    assert [each["number"] for each in told["goods"]] == [1]
    assert (told["grounds"], told["text"]) == (["composition_in_doubt"], WHY)
    assert told["papers"][:3] == ["paper_declaration", "contract", "statement"]
    assert told["law"] == ["CN-2025-GACC-123", "CN-DECREE-792 art. 22"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Given((9,), ("other",), WHY), "items"),
        (Given((1,), ("a whim",), WHY), "grounds"),
        (Given((1,), ("other",), "  "), "text"),
    ],
)
def test_a_challenge_names_what_is_there(c: Court, given: Given, field: str) -> None:
    declaration = lodged(c)
    with pytest.raises(InputError) as refused:
        challenging.issue_challenge(c.g.officer, declaration.pk, given, VIA)
    assert refused.value.field == field
    assert now(declaration).state == "cleared"


@pytest.mark.parametrize("given", [Given((), ("other",), WHY), Given((1,), (), WHY)])
def test_a_challenge_of_nothing_or_without_a_ground_is_refused(c: Court, given: Given) -> None:
    with pytest.raises(Refused, match="at least one"):
        challenging.issue_challenge(c.g.officer, lodged(c).pk, given, VIA)


@pytest.mark.parametrize("code", sorted(OFFICE_ONLY))
def test_how_the_office_aims_is_no_ground_for_the_declarant_reads_it(c: Court, code: str) -> None:
    declaration = lodged(c)
    given = Given((1,), ("other", code), WHY)
    with pytest.raises(Refused, match="how the office chooses"):
        challenging.issue_challenge(c.g.officer, declaration.pk, given, VIA)
    answered(c, declaration)
    verdict = Verdict("controlled", "returned", ("other", code), WHY)
    with pytest.raises(Refused, match="how the office chooses"):
        challenging.judge(c.g.officer, declaration.pk, verdict, VIA)
    assert not any(OFFICE_ONLY & set(rules(regime).challenge.grounds) for regime in names())


def test_who_looked_at_an_older_page_looks_again(c: Court) -> None:
    declaration = lodged(c)
    with pytest.raises(ChangedMeanwhile):
        challenging.issue_challenge(
            c.g.officer, declaration.pk, Given((1,), ("other",), WHY), VIA, seen=99
        )


def test_an_answer_comes_with_papers_of_the_firm_alone(c: Court, tmp_path: Path) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    own = handed_in(declaration, c.g.declarant)
    answer = challenging.answer_challenge(
        c.g.declarant, declaration.pk, "See the contract.", (own.pk, own.pk), VIA
    )
    assert (answer.papers, answer.challenge.state) == ([str(own.pk)], "answered")
    with pytest.raises(InputError):
        challenging.answer_challenge(c.g.declarant, declaration.pk, "No.", (uuid.uuid4(),), VIA)
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_letter_of_reply_is_a_paper_and_judges_nothing(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    letter = handed_in(declaration, c.g.declarant, "reply_letter")
    challenging.answer_challenge(c.g.declarant, declaration.pk, "See it.", (letter.pk,), VIA)
    assert now(declaration).state == "challenged"
    assert not Challenge.objects.get().judgements.exists()


def test_papers_of_officials_are_not_the_declarants(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    report = handed_in(declaration, c.laboratory, "laboratory_report")
    with pytest.raises(Forbidden):
        challenging.open_paper(c.g.declarant, report.pk)
    assert challenging.open_paper(c.g.officer, report.pk).path.read_bytes() == PDF
    with pytest.raises(InputError):
        challenging.answer_challenge(c.g.declarant, declaration.pk, "See.", (report.pk,), VIA)
    with pytest.raises(Refused, match="already"):
        handed_in(declaration, c.g.declarant)
    for each in (c.g.stranger, c.licensing_officer):
        with pytest.raises(Forbidden):
            challenging.open_paper(each, report.pk)


def test_the_same_file_twice_is_one_paper(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    first = handed_in(declaration, c.g.declarant)
    assert handed_in(declaration, c.g.declarant).pk == first.pk


def test_what_is_no_paper_is_not_taken(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    for name, content in (("a.exe", b"MZ"), ("a.pdf", b"<html>"), ("a.pdf", b"")):
        with pytest.raises(PaperRefused):
            challenging.upload_paper(
                c.g.declarant, declaration.pk, "contract", name, io.BytesIO(content), VIA
            )
    with pytest.raises(InputError):
        handed_in(declaration, c.g.declarant, "love letter")
    with pytest.raises(Forbidden):
        handed_in(declaration, c.g.stranger)
    assert not GatePaper.objects.exists()


def test_the_sweep_leaves_papers_of_the_gate(c: Court, settings: Settings) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    stream = io.BytesIO(png())
    paper = challenging.upload_paper(
        c.g.declarant, declaration.pk, "other", "site.png", stream, VIA
    )
    path = path_of(settings.PAPERS_ROOT, paper.sha256)
    os.utime(path, (1, 1))
    unnamed.sweep(settings.PAPERS_ROOT)
    assert path.is_file()


def test_no_answer_in_time_decides_nothing(c: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    declaration = lodged(c)
    challenge = challenged(c, declaration)
    last = challenge.answer_by
    assert last is not None
    (job,) = (each for each in worker.JOBS if each.name == "run_out")
    assert job.run() is None
    at(monkeypatch, last)
    assert job.run() is None
    at(monkeypatch, last + timedelta(1))
    assert job.run() == "1 challenges without an answer in time"
    assert job.run() is None
    assert (now(declaration).state, Challenge.objects.get().state) == ("challenged", "no_answer")
    assert c.g.line.reserved_quantity == 100


def test_a_late_answer_is_still_read(c: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    declaration = lodged(c)
    challenge = challenged(c, declaration)
    assert challenge.answer_by is not None
    at(monkeypatch, challenge.answer_by + timedelta(1))
    challenging.unanswered()
    challenging.answer_challenge(c.g.declarant, declaration.pk, "Sorry.", (), VIA)
    assert Challenge.objects.get().state == "answered"
    assert challenging.unanswered() == 0


def test_a_day_in_a_year_that_nobody_published_is_not_guessed(
    c: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert last_day(date(2026, 12, 30), 7, calendar("CN")) is None
    declaration = lodged(c)
    challenge = challenged(c, declaration)
    with without_triggers():
        Challenge.objects.update(answer_by=None)
    kept = Challenge.objects.get()
    assert kept.answer_by is None
    assert last_day_of(kept) == challenge.answer_by  # once its year is published, it is reckoned
    at(monkeypatch, date(2028, 1, 1))
    assert challenging.unanswered() == 1


def at(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Today is that day where the goods leave."""
    monkeypatch.setattr(type(load()), "today", lambda _self, _country: day)


def test_a_report_says_what_the_goods_are(c: Court) -> None:
    declaration = lodged(c)
    challenged(c, declaration)
    analysed(c, declaration, "Sm=0.226,Co,Fe")
    assert Challenge.objects.get().samples.get().contains == "Sm=0.226,Co,Fe"
    for contains in ("", "Sm=3", "unobtainium"):
        with pytest.raises(InputError):
            analysed(c, declaration, contains)
    with pytest.raises(InputError):
        analysed(c, declaration, "Sm", form="cheese")


def test_what_is_internal_is_not_in_the_chain_that_the_declarant_reads(c: Court) -> None:
    declaration = lodged(c)
    answered(c, declaration)
    analysed(c, declaration, c.g.line.contains)
    judged(c, declaration, "not_controlled")
    told = "".join(
        Event.objects.filter(aggregate_id=declaration.pk).values_list("payload", flat=True)
    )
    for word in ("ICP-OES", "Customs laboratory", "By what lies before us."):
        assert word not in told
