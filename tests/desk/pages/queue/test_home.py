"""What an officer sees first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest.mock import patch

from monazite.desk.cases.queue.left import Days
from monazite.licensing.calendars import calendar
from support.offices import law_today
from support.pages import official
from support.queues import case, due_in, standing_still, task, unlimited

if TYPE_CHECKING:
    from django.test import Client

    from support.cases import Offices


def home(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return answer.content.decode()


def tiles(page: str) -> dict[str, int]:
    found = re.findall(r'<b class="[^"]*">(\d+)</b> <span>([^<]+)</span>', page)
    return {words: int(count) for count, words in found}


def test_an_empty_desk_says_what_will_come(w: Offices) -> None:
    page = home(official(w.officer))
    assert "Nothing waits for your office" in page
    assert '<svg class="chart"' not in page


def test_mine_nobodys_and_what_is_over(w: Offices) -> None:
    late, soon, rested, free = (
        due_in(case(w), -2), due_in(case(w), 3), standing_still(case(w), 9), unlimited(case(w)),
    )  # fmt: skip
    for one, assignee in ((late, w.officer), (soon, w.officer), (rested, None), (free, None)):
        task(one, w.licensing, assignee=assignee)
    page = home(official(w.officer))
    assert tiles(page) == {"mine": 2, "nobody’s yet": 2, "over time": 1, "notes name me": 0}
    assert page.index(str(late.application.reference)) < page.index(str(soon.application.reference))
    chart = page.partition('<svg class="chart"')[2].partition("</svg>")[0]
    values = re.findall(r'<text class="value"[^>]*>(\d+)</text>', chart)
    assert values == ["1", "1", "0", "0", "0", "1", "1"]


def test_in_a_year_that_is_not_published_home_has_no_picture_and_still_its_rows(
    w: Offices,
) -> None:
    one = unlimited(case(w))
    task(one, w.licensing, assignee=w.officer)
    table = calendar("CN")
    beyond = Days(law_today().replace(year=max(table.years) + 1, month=2, day=1), table)
    with patch("monazite.desk.pages.home.officer.days", return_value=beyond):
        page = home(official(w.officer))
    assert str(one.application.reference) in page
    assert '<svg class="chart"' not in page


def test_a_reviewer_reads_that_the_tasks_of_the_office_are_for_others(w: Offices) -> None:
    task(case(w), w.licensing)
    page = home(official(w.reviewer))
    assert "Nothing waits for your office" not in page
    assert "1 open task of your office is for another role" in page


def test_what_an_auditor_sees_as_open_is_not_decided(w: Offices) -> None:
    case(w, state="decided")
    waits = case(w)
    page = home(official(w.auditor))
    assert "1 open application" in page
    assert str(waits.application.reference) in page
    assert page.count("You see the applications that name your office") == 1
