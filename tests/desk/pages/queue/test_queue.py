"""The queue's page: rows in words, filters, kept views, in both languages, with few queries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from monazite.desk.applications.models import LineRuling
from monazite.desk.cases.models import Decision, Hold, Question, SavedFilter
from monazite.desk.people.services import end_role
from support.cases import in_review
from support.offices import law_today
from support.pages import official
from support.queues import case, due_in, line, named, standing_still, task, unlimited

if TYPE_CHECKING:
    from django.test import Client

    from support.cases import Offices

MOST_QUERIES = 25
QUEUE = "/queue/"


def read(client: Client, lang: str = "en", **query: str) -> str:
    client.cookies["monazite_language"] = lang
    answer = client.get(QUEUE, query)
    assert answer.status_code == 200
    return answer.content.decode()


def rows(page: str) -> list[str]:
    """The rows of the table, without their tags."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        " ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in body.split("<tr data-row>")[1:]
    ]


def test_a_row_says_how_much_time_is_left(w: Offices) -> None:
    officer = official(w.officer)
    for one in (
        due_in(case(w), -3),
        due_in(case(w), 1),
        due_in(case(w), 12),
        standing_still(case(w), 7),
        unlimited(case(w)),
        case(w, state="intake"),
    ):
        task(one, w.licensing)
    said = rows(read(officer))
    for row, words in zip(said, [
        "over by 3 working days", "1 working day left", "12 working days left",
        "7 working days left stands still", "no limit", "not accepted yet",
    ], strict=True):  # fmt: skip
        assert row.startswith(words), row
    chinese = rows(read(officer, "zh"))
    assert [row.split()[0] for row in chinese] == [
        "已超期3个工作日", "剩余1个工作日", "剩余12个工作日", "剩余7个工作日", "不受时限限制", "尚未受理",
    ]  # fmt: skip


def test_a_row_says_why_it_stands_still_and_since_when(w: Offices) -> None:
    held, asked = standing_still(case(w), 5), standing_still(case(w), 9)
    now, day = timezone.now(), law_today()
    Hold.objects.create(
        case=held, number=1, reason="site_verification", text="?", stops_clock=True,
        placed_by=w.officer, placed_at=now,
    )  # fmt: skip
    Question.objects.create(
        case=asked,
        number=1,
        kind="question",
        text="?",
        stops_clock=True,
        asked_by=w.officer,
        asked_at=now,
    )
    for one in (held, asked):
        task(one, w.licensing)
    first, second = rows(read(official(w.officer)))
    assert f"stands still since {day} (hold)" in first
    assert f"On hold since {day}" in first
    assert f"stands still since {day} (question)" in second


def test_a_limit_that_ends_in_an_unpublished_year_says_so(w: Offices) -> None:
    task(due_in(case(w), 400), w.licensing)
    (row,) = rows(read(official(w.officer)))
    assert row.startswith("400 working days left ends in a year whose working days are not")


def test_a_row_says_what_it_is_about_and_what_is_to_do(w: Offices) -> None:
    application = in_review(w)
    page = read(official(w.officer))
    (row,) = rows(page)
    for words in (
        str(application.reference), application.title[:40], w.exporter.name, "Japan", "Nd",
        "Lead the review", "The application was accepted", "me",
    ):  # fmt: skip
        assert words in row, words
    assert f"{reverse('case', args=[application.pk])}#why" in page
    (of_reviewer,) = rows(read(official(w.miit_reviewer)))
    assert "Advise" in of_reviewer


def test_a_row_is_marked_where_the_law_changed_and_who_proposed_does_not_sign(w: Offices) -> None:
    application = in_review(w)
    assert "Ruling outdated" not in read(official(w.officer))
    old = LineRuling.objects.filter(line__application=application)
    newest = [ruling for ruling in old if not hasattr(ruling, "successor")]
    for ruling in newest:
        LineRuling.objects.create(
            line=ruling.line, ruled_at=timezone.now(), on=ruling.on, law_hash="0" * 64,
            outcome=ruling.outcome, document=ruling.document, supersedes=ruling,
        )  # fmt: skip
    one = case(w, state="deciding")
    task(one, w.licensing, "countersign")
    Decision.objects.create(
        case=one, number=1, kind="decision", outcome="approved", text="-", author=w.officer,
        proposed_at=timezone.now(), state="proposed",
    )  # fmt: skip
    mine, theirs = read(official(w.officer)), read(official(w.second_officer))
    assert ("Ruling outdated" in mine, "You proposed it" in mine) == (True, True)
    assert ("Ruling outdated" in theirs, "You proposed it" in theirs) == (True, False)


def test_tabs_count_whose_tasks_they_are(w: Offices) -> None:
    for assignee in (w.officer, None, None, w.second_officer):
        task(case(w), w.licensing, assignee=assignee)
    tabs = read(official(w.officer)).partition("queue-tabs")[2].partition("</nav>")[0]
    counts = dict(re.findall(r">([^<]+) <span class=\"count missing\">(\d+)</span>", tabs))
    assert counts == {"To do at our office": "4", "Mine": "1", "Nobody’s yet": "2"}


def test_filters_stand_in_the_address_and_each_can_be_taken_away(w: Offices) -> None:
    officer = official(w.officer)
    for country in ("JP", "DE"):
        task(case(w, destination=country), w.licensing)
    page = read(officer, destination="DE", who="unassigned")
    assert len(rows(page)) == 1
    assert 'href="?who=unassigned"' in page
    assert "Nothing fits these filters" in read(officer, destination="FR")
    assert (
        officer.get(QUEUE, {"destination": ["DE"], "without": ["destination"]})
        .content.decode()
        .count("data-row")
        == 1
    )
    for wrong in ({"state": "nowhere"}, {"cursor": "x"}, {"within": "soon"}):
        assert officer.get(QUEUE, wrong).status_code == 422


def test_a_queue_is_paged(w: Offices) -> None:
    officer = official(w.officer)
    for left in range(60):
        task(due_in(case(w), left), w.licensing)
    first = read(officer, who="unassigned")
    following = first.partition('rel="next" href="?')[2].partition('"')[0].replace("&amp;", "&")
    second = officer.get(f"{QUEUE}?{following}").content.decode()
    assert (len(rows(first)), len(rows(second))) == (50, 10)
    assert rows(second)[0].startswith("50 working days left")


def test_views_are_kept_by_name_for_oneself(w: Offices) -> None:
    officer, other = official(w.officer), official(w.second_officer)
    keep, drop = reverse("queue_filter_keep"), reverse("queue_filter_drop")
    officer.post(keep, {"name": "Late ones", "query": "overdue=1"})
    answer = officer.post(keep, {"name": "Late ones", "query": "overdue=1&destination=JP"})
    assert answer["Location"] == f"{QUEUE}?destination=JP&overdue=1"
    (kept,) = SavedFilter.objects.filter(person=w.officer)
    assert "Late ones" in read(officer)
    assert "Late ones" not in read(other)
    other.post(drop, {"name": kept.name})
    assert SavedFilter.objects.count() == 1
    officer.post(drop, {"name": kept.name})
    assert SavedFilter.objects.count() == 0
    for wrong in ({"name": " ", "query": ""}, {"name": "x", "query": "state=nowhere"}):
        assert officer.post(keep, wrong).status_code == 422
    SavedFilter.objects.bulk_create(
        SavedFilter(person=w.officer, name=str(n), query="who=gone") for n in range(30)
    )
    assert officer.post(keep, {"name": "one more", "query": ""}).status_code == 422
    assert officer.post(keep, {"name": "7", "query": "who=mine"}).status_code == 302
    assert "who=gone" not in read(officer)


def test_nobody_without_casework_has_a_queue(w: Offices) -> None:
    task(case(w), w.licensing)
    for person in (w.auditor, w.preparer):
        client = official(person)
        for name in ("queue", "queue_csv", "queue_xlsx", "mentions"):
            assert client.get(reverse(name)).status_code == 403, (person, name)
        for name in ("queue_bulk", "queue_filter_keep", "mentions_read"):
            answer = client.post(reverse(name), {"pick": "1", "act": "assign_me", "name": "x"})
            assert answer.status_code == 403, (person, name)


@pytest.mark.parametrize("many", [1, 40])
def test_pages_ask_the_database_rarely_however_much_there_is(w: Offices, many: int) -> None:
    for left in range(many):
        one = due_in(case(w), left)
        line(one, "1C905.a.4", "Nd,Fe,B")
        named(one, w.miit)
        task(one, w.licensing, assignee=w.officer if left % 2 else None)
        task(one, w.miit, "review")
    task(due_in(case(w), 0), w.licensing, assignee=w.second_officer)
    end_role(None, "cli", w.second_officer, "licensing_officer")
    for person in (w.officer, w.miit_reviewer):
        client = official(person)
        for address in ("/", QUEUE, f"{QUEUE}?scope=cases", reverse("mentions")):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            assert len(asked) <= MOST_QUERIES, (address, [each["sql"] for each in asked])


def test_what_was_filed_is_in_the_queue_of_the_office_that_takes_in(w: Offices) -> None:
    application = in_review(w)
    intake = official(w.intake_officer)
    assert rows(read(intake)) == []
    (row,) = rows(read(intake, scope="cases"))
    assert str(application.reference) in row


@pytest.mark.parametrize(
    ("wrong", "field"),
    [("destination=JAPAN", "Destination"), ("within=-3", "Ends soon"), ("task=dance", "To do")],
)
def test_a_filter_that_cannot_be_used_is_named_and_undoes_no_other(
    wrong: str, field: str, w: Offices
) -> None:
    task(case(w), w.licensing)
    mine = task(case(w), w.licensing, assignee=w.officer)
    answer = official(w.officer).get(f"{QUEUE}?who=mine&{wrong}")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"{field}: “{wrong.partition('=')[2]}” cannot be used" in page
    assert page.count("<tr data-row>") == 1
    assert str(mine.case.application.reference) in page


def test_a_task_of_one_who_cannot_do_it_is_nobodys(w: Offices) -> None:
    lost, kept = (
        task(case(w), w.licensing, assignee=each) for each in (w.second_officer, w.officer)
    )
    chief = official(w.chief)
    assert rows(read(chief, who="unassigned")) == []
    end_role(None, "cli", w.second_officer, "licensing_officer")
    (row,) = rows(read(chief, who="unassigned"))
    assert str(lost.case.application.reference) in row
    assert f"{w.second_officer.name} had it and cannot do it any more" in row
    assert "cannot do it any more" not in rows(read(official(kept.assignee), who="mine"))[0]  # type: ignore[arg-type]
    tabs = read(chief).partition("Nobody’s yet")[2]
    assert '<span class="count missing">1</span>' in tabs[:80]
    assert '<b class="">1</b> <span>nobody’s yet</span>' in chief.get("/").content.decode()
