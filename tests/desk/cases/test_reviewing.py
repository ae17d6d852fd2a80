from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import NamedOffice
from monazite.desk.cases import services
from monazite.desk.cases.models import Task
from monazite.desk.cases.why import why
from monazite.desk.events.models import Event
from monazite.desk.people import visible
from monazite.desk.people.may import Forbidden
from monazite.desk.people.services import end_organisation
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from monazite.licensing.casework.routing import route
from support.cases import accepted, case_of, in_review
from support.deciding import CONSENT, advised, office, open_tasks
from support.other_law import TOMORROW, in_force

if TYPE_CHECKING:
    from monazite.licensing.casework.facts import Facts
    from monazite.licensing.casework.regime import Casework
    from monazite.licensing.casework.routing import Routed
    from support.cases import Offices


def test_the_rules_name_the_office_and_it_is_asked(w: Offices) -> None:
    application = in_review(w)
    case = case_of(application)
    assert application.state == "in_review"
    assert case.officer == w.officer
    asked = case.tasks.get(kind="review")
    assert (asked.agency, asked.rule, asked.state) == (w.miit, "rare_earth_traceability", "open")
    assert case.tasks.get(kind="consolidate").assignee == w.officer
    assert NamedOffice.objects.filter(application=application, duty="reviewing").count() == 1


def test_an_office_that_is_asked_may_read_and_one_that_is_not_may_not(w: Offices) -> None:
    application = in_review(w)
    assert visible.applications(w.miit_reviewer).filter(pk=application.pk).exists()
    assert not visible.applications(w.customs_reviewer).filter(pk=application.pk).exists()


def test_every_rule_is_kept_with_its_answer_and_every_party_with_what_was_compared(
    w: Offices,
) -> None:
    case = case_of(in_review(w))
    routing, screening = case.routings.get(), case.screenings.latest("number")
    answers = {each["rule"]: each["answer"] for each in routing.trace["trace"]}
    assert answers["rare_earth_traceability"] == "yes"
    assert answers["watch_listed"] == "no"
    assert routing.facts["known"]["destination"] == ["JP"]
    assert {each["result"] for each in screening.answers} == {"no_exact_match"}


def test_an_office_that_does_not_work_here_is_said_and_not_forgotten(w: Offices) -> None:
    end_organisation(None, "cli", w.miit)
    application = in_review(w)
    found = why(case_of(application), "en")
    assert [each.code for each in found.findings] == ["review.office_absent"]
    assert "does not work on this site" in found.findings[0].message("en")
    assert case_of(application).routings.get().trace["absent"] == ["miit"]
    assert open_tasks(application) == [("decide", "nobody_asked")]


def test_a_review_begins_on_the_law_of_the_day(w: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    application = accepted(w)
    in_force(monkeypatch)
    services.begin_review(w.officer, application.pk, "page")
    assert case_of(application).routings.get().law_hash == TOMORROW


def test_who_is_watched_has_no_time_limit(w: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    application = accepted(w)
    assert case_of(application).limit_days == 45
    monkeypatch.setattr("monazite.desk.cases.services.routing.route", _without_limit)
    services.begin_review(w.officer, application.pk, "page")
    assert case_of(application).limit_days is None


def _without_limit(facts: Facts, rules: Casework) -> Routed:
    return replace(route(facts, rules), no_limit=True)


def test_the_applicant_reads_that_the_review_began_and_not_why(w: Offices) -> None:
    application = in_review(w)
    event = Event.objects.filter(aggregate_id=application.pk).latest("seq")
    assert event.kind == "review_begun"
    assert event.payload == "{}"
    security = office("security")
    services.consult(w.officer, application.pk, security.organisation_id, "a view", "page")
    assert Event.objects.filter(aggregate_id=application.pk).latest("seq").seq == event.seq
    events = Event.objects.filter(aggregate_id=application.pk)
    told = "".join(each.payload for each in events)
    for asked in (w.miit.pk, security.organisation_id):
        assert str(asked) not in told


def test_only_the_deciding_office_begins_and_only_once_accepted(w: Offices) -> None:
    application = accepted(w)
    for who in (w.intake_officer, w.reviewer, w.auditor, w.miit_reviewer, w.signatory):
        with pytest.raises(Forbidden):
            services.begin_review(who, application.pk, "page")
    services.begin_review(w.chief, application.pk, "page")
    with pytest.raises(NotAllowed):
        services.begin_review(w.chief, application.pk, "page")


def test_one_more_office_is_asked_by_hand(w: Offices) -> None:
    application = advised(w)
    assert open_tasks(application) == [("decide", "advice_agreed")]
    security = office("security")
    services.consult(w.officer, application.pk, security.organisation_id, "the end user", "page")
    assert open_tasks(application) == [("review", "by_hand"), ("consolidate", "advice_awaited")]
    assert visible.applications(security).filter(pk=application.pk).exists()
    services.advise(security, application.pk, CONSENT, "page")
    assert open_tasks(application) == [("decide", "advice_agreed")]


def test_an_office_is_not_asked_twice_at_once_and_none_without_a_reason(w: Offices) -> None:
    application = in_review(w)
    with pytest.raises(Refused, match="has not answered"):
        services.consult(w.officer, application.pk, w.miit.pk, "again", "page")
    with pytest.raises(Refused, match="none of those that the regime names"):
        services.consult(w.officer, application.pk, w.customs.pk, "customs", "page")
    with pytest.raises(InputError):
        services.consult(w.officer, application.pk, w.miit.pk, " ", "page")


def test_nobody_is_asked_outside_of_a_review(w: Offices) -> None:
    application = accepted(w)
    with pytest.raises(Refused, match="not in review"):
        services.consult(w.officer, application.pk, w.miit.pk, "early", "page")


def test_every_task_says_why_it_is_there(w: Offices) -> None:
    case = case_of(advised(w))
    assert Task.objects.filter(case=case).count() == 4
    for lang in ("en", "zh"):
        told = why(case, lang)
        assert all(each.why for each in told.tasks)
        assert told.routing is not None
        assert all(each.why(lang) for each in told.routing.trace)
    assert not told.outdated
