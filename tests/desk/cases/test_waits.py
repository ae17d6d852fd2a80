from __future__ import annotations

import io
import json
import uuid
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from monazite.desk.applications import services as applications
from monazite.desk.applications.errors import Refused
from monazite.desk.cases import services
from monazite.desk.cases.clocks import reading, today
from monazite.desk.cases.waits import open_holds, open_question
from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from monazite.licensing.casework.regime import casework
from support.cases import accepted, case_of, in_review, taken_in
from support.deciding import again
from support.papers import PDF

if TYPE_CHECKING:
    from monazite.desk.applications.models import Application
    from support.cases import Offices


def state(application: Application) -> str:
    application.refresh_from_db()
    return application.state


def clock(application: Application) -> str:
    case = case_of(application)
    return reading(case, today(case)).state


def told(application: Application) -> list[str]:
    return [e.payload for e in Event.objects.filter(aggregate_id=application.pk)]


def test_what_is_wrong_is_said_point_by_point_and_comes_again(w: Offices) -> None:
    application = taken_in(w)
    points = ["The seal is missing.", " Line 1 names no port. "]
    question = services.send_back_for_correction(w.intake_officer, application.pk, points, "page")
    assert question.text == "1. The seal is missing.\n2. Line 1 names no port."
    assert state(application) == "returned_for_correction"
    paper = applications.upload(
        w.preparer, application.pk, "seal.pdf", io.BytesIO(PDF), False, "page"  # noqa: FBT003
    )  # fmt: skip
    given = services.complete(
        w.signatory, application.pk, 1, "Sealed.", [paper.pk, paper.pk], "page"
    )
    assert given.papers == [str(paper.pk)]
    assert state(application) == "intake"
    assert open_question(case_of(application)) is None
    services.accept(w.intake_officer, application.pk, "page")
    assert clock(application) == "running"


def test_points_are_named_and_not_too_many(w: Offices) -> None:
    application = taken_in(w)
    for points in ([], ["x"] * 51, [" "]):
        with pytest.raises(InputError), transaction.atomic():
            services.send_back_for_correction(w.intake_officer, application.pk, points, "page")
    assert state(application) == "intake"


@pytest.mark.usefixtures("today_published")
def test_a_question_stops_the_clock_until_it_is_answered(w: Offices) -> None:
    application = in_review(w)
    by = today(case_of(application)) + timedelta(days=14)
    services.ask(w.officer, application.pk, "Which motor?", by, "page")
    assert (state(application), clock(application)) == ("awaiting_applicant", "stopped")
    assert case_of(application).due_index is None
    services.answer(w.preparer, application.pk, 1, "The HM-40.", [], "page")
    assert (state(application), clock(application)) == ("in_review", "running")
    assert case_of(application).due_index is not None


def test_where_the_regime_says_so_a_question_stops_nothing(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = casework("CN")
    query = replace(rules.stops["query"], stops_clock=False)
    changed = replace(rules, stops={"query": query})
    monkeypatch.setattr("monazite.desk.cases.services.asking.casework", lambda _: changed)
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    assert (state(application), clock(application)) == ("awaiting_applicant", "running")
    services.answer(w.preparer, application.pk, 1, "The HM-40.", [], "page")
    assert clock(application) == "running"


def test_one_question_after_the_other(w: Offices) -> None:
    application = in_review(w)
    for number in (1, 2, 3):
        asked = services.ask(w.officer, application.pk, f"Question {number}?", None, "page")
        assert asked.number == number
        with pytest.raises(NotAllowed), transaction.atomic():
            services.ask(w.officer, application.pk, "And this?", None, "page")
        services.answer(w.preparer, application.pk, number, f"Answer {number}.", [], "page")
    texts = case_of(application).questions.order_by("number").values_list("answer__text", flat=True)
    assert list(texts) == ["Answer 1.", "Answer 2.", "Answer 3."]


def test_an_answer_to_a_question_that_was_answered_goes_to_no_other(w: Offices) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    with pytest.raises(Refused, match="no longer open"):
        services.answer(w.preparer, application.pk, 2, "Of none.", [], "page")
    services.answer(w.signatory, application.pk, 1, "The HM-40.", [], "page")
    for _ in range(2):  # nothing is asked, then something else
        with pytest.raises(Refused) as stale:
            services.answer(w.preparer, application.pk, 1, "The HM-41.", [], "page")
        assert stale.value.code == "question_stale"
        if state(application) == "in_review":
            services.ask(w.officer, application.pk, "Who assembles it?", None, "page")
    assert case_of(application).questions.filter(answer__isnull=True).count() == 1


def test_a_correction_answers_what_was_sent_back(w: Offices) -> None:
    application = taken_in(w)
    for number in (1, 2):
        services.send_back_for_correction(w.intake_officer, application.pk, ["A seal."], "page")
        if number == 2:
            with pytest.raises(Refused, match="no longer open"):
                services.complete(w.preparer, application.pk, 1, "Sealed.", [], "page")
        services.complete(w.preparer, application.pk, number, "Sealed.", [], "page")


def test_what_ends_one_hold_ends_no_other(w: Offices) -> None:
    application = in_review(w)
    for text in ("One.", "Another."):
        services.hold(w.officer, application.pk, "policy", text, None, "page")
        if text == "One.":
            services.release(w.officer, application.pk, 1, "Over.", "page")
    with pytest.raises(Refused, match="ended already"):
        services.release(w.officer, application.pk, 1, "Over.", "page")
    assert services.release(w.officer, application.pk, 2, "Over.", "page").hold.number == 2


def test_an_answer_is_asked_for_by_a_day_to_come(w: Offices) -> None:
    application = in_review(w)
    with pytest.raises(InputError) as refused:
        services.ask(w.officer, application.pk, "?", today(case_of(application)), "page")
    assert refused.value.code == "coming"


def test_only_papers_of_the_application_come_with_an_answer(w: Offices) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    other = accepted(w).papers.first()
    for stray in (uuid.uuid4(), other.pk if other else uuid.uuid4()):
        with pytest.raises(InputError), transaction.atomic():
            services.answer(w.preparer, application.pk, 1, "See paper.", [stray], "page")


def test_papers_come_while_the_applicant_is_asked_and_at_no_other_time(w: Offices) -> None:
    application = in_review(w)

    def upload() -> object:
        file = io.BytesIO(PDF + str(state(application)).encode())
        return applications.upload(w.preparer, application.pk, "a.pdf", file, True, "page")  # noqa: FBT003

    with pytest.raises(NotAllowed):
        upload()
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    since = again(application).changed_at
    assert upload()
    assert again(application).changed_at == since
    paper = application.papers.get(name="a.pdf")
    with pytest.raises(NotAllowed), transaction.atomic():
        applications.take_away(w.preparer, paper.pk, "page")
    with pytest.raises(Forbidden):  # a secret is opened by named reviewers alone
        applications.open_paper(w.officer, paper.pk, "page")
    services.answer(w.preparer, application.pk, 1, "See a.pdf.", [paper.pk], "page")
    with pytest.raises(NotAllowed):
        upload()


def test_officials_do_not_answer_and_applicants_do_not_ask(w: Offices) -> None:
    application = in_review(w)
    with pytest.raises(Forbidden):
        services.ask(w.signatory, application.pk, "Why?", None, "page")
    with pytest.raises(Forbidden):
        services.ask(w.miit_reviewer, application.pk, "Why?", None, "page")
    services.ask(w.officer, application.pk, "Why?", None, "page")
    for who in (w.officer, w.stranger, w.intake_officer):
        with pytest.raises(Forbidden):
            services.answer(who, application.pk, 1, "Because.", [], "page")


@pytest.mark.parametrize(("reason", "stops"), [("expert_opinion", True), ("policy", False)])
def test_a_hold_is_dated_reasoned_and_stops_the_clock_only_by_law(
    w: Offices, reason: str, stops: bool
) -> None:
    application = in_review(w)
    services.hold(w.officer, application.pk, reason, "We wait for an expert.", None, "page")
    assert state(application) == "in_review"
    assert clock(application) == ("stopped" if stops else "running")
    (hold,) = open_holds(case_of(application))
    assert (hold.reason, hold.stops_clock) == (reason, stops)
    services.release(w.chief, application.pk, 1, "The expert has answered.", "page")
    assert not open_holds(case_of(application))
    assert clock(application) == "running"


def test_a_hold_runs_on_beside_a_question(w: Offices) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    services.hold(w.officer, application.pk, "site_verification", "We visit.", None, "page")
    services.answer(w.preparer, application.pk, 1, "The HM-40.", [], "page")
    assert clock(application) == "stopped"
    services.release(w.officer, application.pk, 1, "Visited.", "page")
    assert clock(application) == "running"


def test_what_cannot_be_held_is_refused(w: Offices) -> None:
    application = in_review(w)
    with pytest.raises(InputError):
        services.hold(w.officer, application.pk, "no such reason", "x", None, "page")
    day = today(case_of(application))
    with pytest.raises(InputError):
        services.hold(w.officer, application.pk, "policy", "x", day, "page")
    with pytest.raises(Refused):
        services.release(w.officer, application.pk, 1, "x", "page")
    services.hold(w.officer, application.pk, "policy", "x", None, "page")
    with pytest.raises(Refused) as refused:
        services.hold(w.officer, application.pk, "policy", "x", None, "page")
    assert refused.value.message("en") != refused.value.message("zh")
    early = taken_in(w)
    with pytest.raises(NotAllowed):
        services.hold(w.officer, early.pk, "policy", "x", None, "page")


def test_the_applicant_reads_of_a_hold_on_the_applications_chain(w: Offices) -> None:
    application = in_review(w)
    services.hold(w.officer, application.pk, "policy", "Said to the applicant.", None, "page")
    payload = json.loads(told(application)[-1])
    assert payload == {"hold": 1, "reason": "policy", "stops_clock": False, "until": None}


def test_laid_before_those_above_no_limit_binds_for_good(w: Offices) -> None:
    application = in_review(w)
    services.refer_up(w.officer, application.pk, "state_council", "Major security.", "page")
    assert (state(application), clock(application)) == ("referred_up", "no_limit")
    assert case_of(application).limit_days is None
    with pytest.raises(Forbidden):
        services.hand_back(w.officer, application.pk, "Approved.", "page")
    services.hand_back(w.chief, application.pk, "Approved by letter 7.", "page")
    assert (state(application), clock(application)) == ("in_review", "no_limit")
    assert case_of(application).due_index is None


def test_those_above_are_of_the_regime(w: Offices) -> None:
    application = in_review(w)
    with pytest.raises(InputError):
        services.refer_up(w.officer, application.pk, "the_moon", "x", "page")


def test_withdrawn_while_asked_ends_everything(w: Offices) -> None:
    application = in_review(w)
    services.ask(w.officer, application.pk, "Which motor?", None, "page")
    applications.withdraw(w.signatory, application.pk, "cancelled", "page")
    assert clock(application) == "ended"
    with pytest.raises(NotAllowed):
        services.answer(w.preparer, application.pk, 1, "Too late.", [], "page")
