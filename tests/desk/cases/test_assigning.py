from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.errors import Refused
from monazite.desk.cases import services
from monazite.desk.cases.colleagues import able, left
from monazite.desk.people.may import Forbidden
from monazite.desk.people.services import end_person, end_role
from support.cases import case_of, in_review
from support.deciding import advised, proposed
from support.offices import person

if TYPE_CHECKING:
    from uuid import UUID

    from monazite.desk.applications.models import Application
    from monazite.desk.cases.models import Task
    from support.cases import Offices


def task(application: Application, kind: str) -> Task:
    return case_of(application).tasks.get(kind=kind, state="open")


def given(w: Offices, application: Application, kind: str, to: UUID | None) -> None:
    (answer,) = services.assign(w.officer, [task(application, kind).pk], to, "page")
    if answer.error:
        raise answer.error


def test_a_task_is_given_to_a_colleague_who_has_the_case_then(w: Offices) -> None:
    application = advised(w)
    given(w, application, "decide", w.second_officer.pk)
    assert task(application, "decide").assignee == w.second_officer
    assert case_of(application).officer == w.second_officer


def test_it_is_given_back_to_nobody(w: Offices) -> None:
    application = advised(w)
    given(w, application, "decide", None)
    assert task(application, "decide").assignee is None


def test_many_tasks_of_many_cases_at_once(w: Offices) -> None:
    cases = [in_review(w), in_review(w)]
    tasks = [task(each, "review").pk for each in cases]
    answers = services.assign(w.miit_reviewer, tasks, w.miit_reviewer.pk, "page")
    assert {each.ident for each in answers} == {each.pk for each in cases}
    assert all(each.error is None for each in answers)
    assert all(task(each, "review").assignee == w.miit_reviewer for each in cases)


def test_another_offices_task_is_not_ours_to_give_and_does_not_stop_the_rest(w: Offices) -> None:
    one, other = in_review(w), in_review(w)
    tasks = [task(one, "review").pk, task(other, "consolidate").pk]
    first, second = services.assign(w.officer, tasks, w.second_officer.pk, "page")
    assert isinstance(first.error, Refused)
    assert first.error.code == "task_elsewhere"
    assert second.error is None


def test_nobody_is_given_what_their_role_does_not_do(w: Offices) -> None:
    application = advised(w)
    with pytest.raises(Refused, match="does not hold the role"):
        given(w, application, "decide", w.reviewer.pk)


def test_a_colleague_of_another_office_is_none(w: Offices) -> None:
    application = advised(w)
    with pytest.raises(Refused, match="does not work in your office"):
        given(w, application, "decide", w.miit_reviewer.pk)


def test_who_left_is_refused_by_name_and_their_tasks_are_to_be_given_anew(w: Offices) -> None:
    application = advised(w)
    given(w, application, "decide", w.second_officer.pk)
    end_person(None, "cli", w.second_officer)
    held = task(application, "decide")
    assert left([held]) == {held.pk}
    with pytest.raises(Refused, match=w.second_officer.name):
        given(w, application, "decide", w.second_officer.pk)
    given(w, application, "decide", w.chief.pk)
    assert left([task(application, "decide")]) == frozenset()


def test_who_lost_the_role_has_the_task_no_more(w: Offices) -> None:
    application = advised(w)
    held = task(application, "decide")
    assert left([held]) == frozenset()
    end_role(None, "cli", w.officer, "licensing_officer")
    assert left([held]) == {held.pk}
    assert w.officer not in able(w.licensing.pk, "decide")


def test_a_countersigner_who_left_is_replaced(w: Offices) -> None:
    decision = proposed(w)
    application = decision.case.application
    given(w, application, "countersign", w.second_officer.pk)
    end_person(None, "cli", w.second_officer)
    w.second_officer.refresh_from_db()
    with pytest.raises(Forbidden):
        services.sign(w.second_officer, decision.pk, None, "page")
    given(w, application, "countersign", w.chief.pk)
    services.sign(w.chief, decision.pk, None, "page")


def test_a_closed_task_is_given_to_nobody(w: Offices) -> None:
    application = advised(w)
    done = case_of(application).tasks.get(kind="review")
    (answer,) = services.assign(w.miit_reviewer, [done.pk], w.miit_reviewer.pk, "page")
    assert isinstance(answer.error, Refused)
    assert answer.error.code == "task_closed"


def test_strangers_give_nothing(w: Offices) -> None:
    application = in_review(w)
    outside = person(w.customs, "chief")
    pk = task(application, "review").pk
    with pytest.raises(Forbidden):
        services.assign(outside, [pk], outside.pk, "page")


def test_a_number_tells_a_stranger_nothing(w: Offices) -> None:
    """Neither whether there is such a task nor at which case."""
    outside = person(w.customs, "chief")
    task_of_others = task(in_review(w), "review").pk
    for number in (task_of_others, task_of_others + 1_000, 0, 2**63):
        with pytest.raises(Forbidden) as refused:
            services.assign(outside, [number], None, "page")
        assert refused.value.status == 404
