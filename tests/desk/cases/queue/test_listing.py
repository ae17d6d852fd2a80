"""What lies in a queue, in which order, page by page, and who finds it there."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.queue.left import days
from monazite.desk.cases.queue.listing import Page, listed
from monazite.desk.cases.queue.wanted import Wanted, read
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from support.offices import firm, person
from support.queues import case, due_in, named, standing_still, task, unlimited

if TYPE_CHECKING:
    from monazite.desk.people.models import Person
    from support.cases import Offices


def page(who: Person, cursor: str = "", size: int = 50, /, **wanted: str) -> Page:
    return listed(who, read(wanted), days("CN"), cursor, size)


def cases(who: Person, **wanted: str) -> list[Case]:
    return [row.case if isinstance(row, Task) else row for row in page(who, **wanted).items]


def put(w: Offices, of: Case) -> Case:
    task(of, w.licensing)
    return of


def test_what_ends_first_comes_first_then_what_stands_still_then_what_has_no_limit(
    w: Offices,
) -> None:
    free, fresh = put(w, unlimited(case(w))), put(w, case(w, state="accepted"))
    rested, resting = put(w, standing_still(case(w), 30)), put(w, standing_still(case(w), 3))
    late, soon, later = (put(w, due_in(case(w), left)) for left in (-4, 2, 40))
    again = put(w, standing_still(case(w, state="under_reconsideration"), 1))
    expected = [late, soon, later, resting, rested, free, fresh, again]
    assert cases(w.officer) == expected
    assert cases(w.officer, order="oldest") == sorted(expected, key=lambda one: one.opened_at)
    assert cases(w.officer, order="newest") == cases(w.officer, order="oldest")[::-1]


def test_ended_cases_lie_behind_all_open_ones_newest_first(w: Offices) -> None:
    closed, decided = (standing_still(case(w, state=state), 9) for state in ("closed", "decided"))
    running = due_in(case(w), 40)
    assert cases(w.officer, scope="cases") == [running, decided, closed]


@pytest.mark.parametrize("order", ["due", "oldest", "newest"])
@pytest.mark.parametrize("scope", ["tasks", "cases"])
def test_pages_follow_one_another_without_gap_or_double(w: Offices, order: str, scope: str) -> None:
    for left in (3, 3, 3, 8):
        task(put(w, due_in(case(w), left)), w.licensing, "consolidate")
    for _ in range(3):
        put(w, standing_still(case(w), 10))
        put(w, unlimited(case(w)))
        case(w, state="closed")
    whole = page(w.officer, order=order, scope=scope)
    assert whole.following == ""
    assert len(whole.items) == {"tasks": 14, "cases": 13}[scope]
    seen: list[Task | Case] = []
    cursor = ""
    while True:
        part = page(w.officer, cursor, 2, order=order, scope=scope)
        seen += part.items
        if not (cursor := part.following):
            break
    assert seen == list(whole.items)


def test_rows_that_come_meanwhile_neither_repeat_nor_hide_others(w: Offices) -> None:
    first = [put(w, due_in(case(w), left)) for left in (1, 5, 9)]
    part = page(w.officer, "", 2)
    put(w, due_in(case(w), 2))
    rest = page(w.officer, part.following, 2)
    assert [row.case for row in (*part.items, *rest.items)] == first  # type: ignore[union-attr]


def test_an_office_finds_its_own_tasks_of_kinds_that_its_people_do(w: Offices) -> None:
    one = case(w)
    named(one, w.miit)
    decide, review = task(one, w.licensing), task(one, w.miit, "review")
    assert page(w.officer).items == (decide,)
    assert page(w.miit_reviewer).items == (review,)
    assert page(w.customs_reviewer).items == ()
    assert page(w.intake_officer).items == ()
    assert page(w.reviewer).items == (), "a reviewer of the deciding office decides nothing"


def test_nobody_finds_a_case_that_does_not_name_their_office(w: Offices) -> None:
    one = case(w)
    task(one, w.miit, "review")
    assert page(w.miit_reviewer).items == ()
    assert page(w.miit_reviewer, scope="cases").items == ()
    named(one, w.miit)
    assert len(page(w.miit_reviewer).items) == len(page(w.miit_reviewer, scope="cases").items) == 1


def test_done_tasks_are_in_no_queue(w: Offices) -> None:
    one = task(case(w), w.licensing)
    Task.objects.filter(pk=one.pk).update(state="done", closed_at=one.opened_at)
    assert page(w.officer).items == ()


def test_people_who_work_on_no_cases_have_no_queue(w: Offices) -> None:
    task(case(w), w.licensing)
    for who in (w.auditor, w.preparer, person(firm("foreign", "Importer"), "partner")):
        with pytest.raises(Forbidden):
            page(who)
    w.officer.otp_device = None
    with pytest.raises(Forbidden):
        page(w.officer)


@pytest.mark.parametrize(
    "cursor",
    ["x", "é", *(base64.urlsafe_b64encode(text.encode()).decode() for text in (
        "[]", "[0, 1]", '[9, 1, "00000000000000000000000000000000", 1]', '{"a": 1}',
        '[0, "2026-01-01T00:00:00+00:00", "00000000000000000000000000000000", 1]',
        '[2, 5, "00000000000000000000000000000000", 1]',
        '[2, "2026-01-01T00:00:00", "00000000000000000000000000000000", 1]',
        '[2, "9999-12-31T23:59:59-23:00", "00000000000000000000000000000000", 1]',
    ))],
)  # fmt: skip
def test_a_cursor_of_ones_own_is_refused(w: Offices, cursor: str) -> None:
    with pytest.raises(InputError, match="cursor"):
        page(w.officer, cursor)


def test_sizes_have_their_limits(w: Offices) -> None:
    for size in (0, 501):
        with pytest.raises(InputError, match="size"):
            page(w.officer, "", size)


def test_a_page_takes_the_same_few_queries_whatever_its_length(w: Offices) -> None:
    counts, wanted = [], Wanted()
    assert w.officer.held_roles  # read once a request
    for _ in range(2):
        for left in range(5):
            put(w, due_in(case(w), left))
        with CaptureQueriesContext(connection) as asked:
            rows = listed(w.officer, wanted, days("CN")).items
            assert all(row.case.application.organisation.name for row in rows)  # type: ignore[union-attr]
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 4
