"""Many ticked rows at once: each case by itself, and what came of each is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from monazite.desk.applications.models import Application
from monazite.desk.cases.models import Advice, Task
from support.cases import case_of, in_review
from support.offices import filed, person
from support.pages import official
from support.queues import case, named, task

if TYPE_CHECKING:
    from django.test import Client

    from support.cases import Offices

ADVICE = {"act": "advise_now", "position": "no_objection", "text": "Looked at.", "sure": "1"}


def post(client: Client, tasks: list[Task], status: int = 200, /, **sent: Any) -> str:
    answer = client.post(reverse("queue_bulk"), {"pick": [each.pk for each in tasks], **sent})
    assert answer.status_code == status
    return answer.content.decode()


def reviews(w: Offices, count: int) -> list[Task]:
    """Cases under review, and the task of one ministry about each."""
    return [case_of(in_review(w)).tasks.get(kind="review", agency=w.miit) for _ in range(count)]


def test_tasks_are_assigned_to_me_and_to_a_colleague(w: Offices) -> None:
    tasks = [task(case(w), w.licensing) for _ in range(3)]
    officer = official(w.officer)
    assert "Done for 3 of 3 cases" in post(officer, tasks, act="assign_me")
    assert {each.assignee for each in Task.objects.all()} == {w.officer}
    post(officer, tasks[:2], act="assign", to=str(w.second_officer.pk))
    assert Task.objects.filter(assignee=w.second_officer).count() == 2


def test_a_colleague_is_of_the_office_and_able(w: Offices) -> None:
    tasks = [task(case(w), w.licensing)]
    officer = official(w.officer)
    for wrong in (w.miit_reviewer, w.reviewer, w.auditor):
        post(officer, tasks, 422, act="assign", to=str(wrong.pk))
    post(officer, tasks, 422, act="assign", to="")
    assert Task.objects.get().assignee is None


def test_nothing_is_done_to_tasks_of_others_or_done_ones(w: Offices) -> None:
    theirs = case(w)
    named(theirs, w.miit)
    done = task(case(w), w.licensing)
    Task.objects.filter(pk=done.pk).update(state="done", closed_at=done.opened_at)
    page = post(official(w.officer), [task(theirs, w.miit, "review"), done], act="assign_me")
    assert "2 ticked tasks were done meanwhile" in page
    assert not Task.objects.filter(assignee__isnull=False).exists()


def test_what_cannot_be_picked_or_done_is_refused(w: Offices) -> None:
    one, officer = task(case(w), w.licensing), official(w.officer)
    post(officer, [], 422, act="assign_me")
    post(officer, [one], 422, act="dance")
    answer = officer.post(reverse("queue_bulk"), {"pick": "1; DROP", "act": "assign_me"})
    assert answer.status_code == 422
    many = {"pick": [str(n) for n in range(1, 202)], "act": "assign_me"}
    assert officer.post(reverse("queue_bulk"), many).status_code == 422
    assert officer.get(reverse("queue_bulk")).headers["Location"] == reverse("queue")


def test_many_are_taken_in_and_one_that_was_is_told(w: Offices) -> None:
    applications = [filed(w), filed(w)]
    tasks = [case_of(each).tasks.get() for each in applications]
    intake = official(w.intake_officer)
    post(intake, tasks[:1], act="take_in")
    page = post(intake, tasks, act="take_in")
    assert "Done for 1 of 2 cases" in page
    assert "this cannot be done to it now" in page
    assert set(Application.objects.values_list("state", flat=True)) == {"intake"}


def test_advice_is_shown_before_it_is_given(w: Offices) -> None:
    tasks, reviewer = reviews(w, 2), official(w.miit_reviewer)
    page = post(reviewer, tasks, act="advise")
    for one in tasks:
        assert str(one.case.application.reference) in page
    assert Advice.objects.count() == 0
    assert "About 2 cases" in page
    for missing in ("position", "text", "sure"):
        post(reviewer, tasks, 422, **ADVICE | {missing: ""})
    refusal = post(reviewer, tasks, 422, **ADVICE | {"position": "refuse"})
    assert Advice.objects.count() == 0
    assert 'role="alert"' in refusal
    assert "Looked at." in refusal, "what was typed stays"


def test_advice_is_given_on_each_case_by_itself_and_once(w: Offices) -> None:
    tasks, reviewer = reviews(w, 2), official(w.miit_reviewer)
    assert "Done for 2 of 2 cases" in post(reviewer, tasks, **ADVICE)
    assert {(each.case_id, each.text) for each in Advice.objects.all()} == {
        (one.case_id, "Looked at.") for one in tasks
    }
    again = post(reviewer, tasks, **ADVICE)
    assert "2 ticked tasks were done meanwhile" in again
    assert Advice.objects.count() == 2


def test_one_that_is_refused_hinders_no_other(w: Offices) -> None:
    good = reviews(w, 1)
    wrong = case(w, state="accepted")
    named(wrong, w.miit)
    tasks = [task(wrong, w.miit, "review"), *good]
    page = post(official(w.miit_reviewer), tasks, **ADVICE)
    assert "Done for 1 of 2 cases" in page
    assert "left as it was" in page
    assert Advice.objects.get().case == good[0].case


def test_who_gives_no_advice_is_told_so(w: Offices) -> None:
    tasks = [task(case(w), w.licensing)]
    assert "None of the ticked cases waits for advice" in post(
        official(w.officer), tasks, act="advise"
    )
    page = official(person(w.miit, "licensing_officer")).get(reverse("queue")).content.decode()
    assert "Give advice" not in page


def test_nothing_ticked_brings_the_queue_back_with_its_filters(w: Offices) -> None:
    found = task(case(w, destination="JP"), w.licensing)
    task(case(w, destination="DE"), w.licensing)
    page = post(official(w.officer), [], 422, act="assign_me", query="destination=JP")
    assert "Nothing is ticked" in page
    assert str(found.case.application.reference) in page
    assert page.count("<tr data-row>") == 1
    assert 'value="/queue/?destination=JP"' in page  # where the other language is read
