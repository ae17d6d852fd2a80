from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services as applications
from monazite.desk.applications.errors import Refused
from monazite.desk.cases import services
from monazite.desk.cases.consolidation import consolidation, together
from monazite.desk.cases.errors import Faulty
from monazite.desk.cases.given import Given
from monazite.desk.cases.models import Advice
from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from support.cases import accepted, case_of, in_review
from support.deciding import CONSENT, REFUSAL, advised, consulted, open_tasks, proposed
from support.offices import person

if TYPE_CHECKING:
    from support.cases import Offices


def test_the_last_advice_makes_the_case_ready_to_decide(w: Offices) -> None:
    application = advised(w)
    case = case_of(application)
    assert open_tasks(application) == [("decide", "advice_agreed")]
    assert case.tasks.get(kind="decide").assignee == w.officer
    assert (consolidation(case).state, consolidation(case).position) == ("agreed", "no_objection")


def test_advice_keeps_what_it_was_given_on(w: Offices) -> None:
    application = advised(w)
    (advice,) = case_of(application).advice.all()
    assert (advice.author, advice.agency) == (w.miit_reviewer, w.miit)
    assert advice.form_sha256 == application.form_sha256
    line = application.lines.get()
    assert advice.law_hash == line.rulings.get().law_hash


def test_an_office_supersedes_its_own_advice_while_the_case_is_in_review(w: Offices) -> None:
    application = advised(w)
    second = services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    case = case_of(application)
    assert second.supersedes == case.advice.first()
    assert case.advice.count() == 2
    assert consolidation(case).position == "refuse"


def test_another_reviewer_of_the_same_office_speaks_for_it(w: Offices) -> None:
    application = advised(w)
    colleague = person(w.miit, "reviewer", "second")
    services.advise(colleague, application.pk, REFUSAL, "page")
    assert [each.author for each in together(case_of(application)).advice] == [colleague]


def test_conflict_waits_for_a_person(w: Offices) -> None:
    application = in_review(w)
    (security,) = consulted(w, application, "security")
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    assert open_tasks(application) == [("consolidate", "accepted"), ("review", "by_hand")]
    services.advise(security, application.pk, REFUSAL, "page")
    assert consolidation(case_of(application)).state == "conflict"
    assert open_tasks(application) == [("consolidate", "advice_in_conflict")]


def test_who_was_not_asked_does_not_advise(w: Offices) -> None:
    application = in_review(w)
    with pytest.raises(Refused, match="not asked"):
        services.advise(w.reviewer, application.pk, CONSENT, "page")
    for who in (w.officer, w.chief, w.intake_officer, w.customs_reviewer, w.signatory):
        with pytest.raises(Forbidden):
            services.advise(who, application.pk, CONSENT, "page")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (Given("refuse", text="no"), "advice.refusal_without_grounds"),
        (Given("refuse", grounds=("weather",)), "advice.ground_unknown"),
        (Given("with_conditions"), "advice.conditions_missing"),
        (Given("no_objection", grounds=("end_use",)), "advice.grounds_without_refusal"),
        (Given("perhaps"), "advice.position_unknown"),
    ],
)
def test_advice_that_cannot_stand_is_told_with_its_cure(
    w: Offices, given: Given, code: str
) -> None:
    application = in_review(w)
    with pytest.raises(Faulty) as caught:
        services.advise(w.miit_reviewer, application.pk, given, "page")
    assert code in {each.code for each in caught.value.findings}
    assert all(each.cure("zh") for each in caught.value.findings)
    assert not Advice.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        Given("refuse", ("end_use",), text="x" * 10_001),
        Given("with_conditions", conditions=("x" * 501,)),
        Given("with_conditions", conditions=tuple(f"condition {n}" for n in range(21))),
        Given("no_objection", text="\0"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused(w: Offices, given: Given) -> None:
    application = in_review(w)
    with pytest.raises(InputError):
        services.advise(w.miit_reviewer, application.pk, given, "page")


def test_nobody_advises_before_the_review_or_once_a_decision_is_proposed(w: Offices) -> None:
    decision = proposed(w)
    with pytest.raises(Refused, match="not in review"):
        services.advise(w.miit_reviewer, decision.case.application_id, CONSENT, "page")


def test_nobody_advises_on_what_was_withdrawn(w: Offices) -> None:
    application = in_review(w)
    applications.withdraw(w.signatory, application.pk, "cancelled", "page")
    with pytest.raises(Refused, match="not in review"):
        services.advise(w.miit_reviewer, application.pk, CONSENT, "page")


def test_many_cases_are_each_answered_for_themselves(w: Offices) -> None:
    first, second, early = in_review(w), in_review(w), accepted(w)
    asked = [first.pk, early.pk, second.pk, first.pk]
    answers = services.advise_many(w.miit_reviewer, asked, CONSENT, "page")
    assert [each.ident for each in answers] == [first.pk, early.pk, second.pk]
    assert [type(each.error) for each in answers] == [type(None), Forbidden, type(None)]
    assert Advice.objects.count() == 2


def test_what_offices_say_never_comes_to_the_applicants_chain(w: Offices) -> None:
    application = advised(w)
    before = Event.objects.filter(aggregate_id=application.pk).count()
    services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    assert Event.objects.filter(aggregate_id=application.pk).count() == before
