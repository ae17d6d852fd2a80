from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services as applications
from monazite.desk.cases import services
from monazite.desk.cases.models import Task
from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden
from monazite.law.procedure import NotAllowed
from support.cases import accepted, case_of, taken_in
from support.offices import filed, person

if TYPE_CHECKING:
    from support.cases import Offices


def test_a_filing_opens_a_case_in_the_queue_of_the_office_that_takes_in(w: Offices) -> None:
    case = case_of(filed(w))
    (task,) = case.tasks.all()
    assert (task.kind, task.agency, task.state, task.assignee) == ("accept", w.intake, "open", None)
    assert case.closed_at is None
    assert case.event_seq == 1


def test_whoever_takes_it_in_has_it(w: Offices) -> None:
    application = taken_in(w)
    assert application.state == "intake"
    assert case_of(application).tasks.get().assignee == w.intake_officer


def test_only_the_office_that_takes_in_takes_it_in(w: Offices) -> None:
    application = filed(w)
    for who in (w.officer, w.chief, w.miit_reviewer, w.signatory, w.stranger):
        with pytest.raises(Forbidden):
            services.take_in(who, application.pk, "page")
    elsewhere = person(w.intake, "reviewer")
    with pytest.raises(Forbidden):
        services.take_in(elsewhere, application.pk, "page")


def test_accepted_it_is_the_licensing_offices_and_its_clock_runs(w: Offices) -> None:
    application = accepted(w)
    case = case_of(application)
    assert application.state == "accepted"
    assert case.agency == w.licensing
    assert (case.clock, case.limit_days) == ("decision", 45)
    assert case.running_since == case.accepted_on
    kinds = case.tasks.order_by("number").values_list("kind", "state", "agency__name")
    assert list(kinds) == [
        ("accept", "done", w.intake.name),
        ("consolidate", "open", w.licensing.name),
    ]


def test_nothing_is_accepted_that_was_not_taken_in(w: Offices) -> None:
    application = filed(w)
    with pytest.raises(NotAllowed):
        services.accept(w.intake_officer, application.pk, "page")


def test_what_is_withdrawn_lies_in_no_queue(w: Offices) -> None:
    application = accepted(w)
    applications.withdraw(w.signatory, application.pk, "cancelled", "page")
    case = case_of(application)
    assert case.closed_at is not None
    assert (case.running_since, case.due_index) == (None, None)
    assert not Task.objects.filter(case=case, state="open").exists()


def test_the_applicant_reads_that_it_was_taken_in_and_accepted(w: Offices) -> None:
    application = accepted(w)
    kinds = Event.objects.filter(aggregate_id=application.pk).order_by("seq")
    assert [each.kind for each in kinds][-3:] == ["filed", "taken_in", "accepted"]
