"""Each filter of a queue finds its rows, and the other way round all others."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pytest
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.cases.models import Decision, Hold, Mention, Note, Task
from monazite.desk.cases.queue.left import Days, days
from monazite.desk.cases.queue.listing import listed
from monazite.desk.cases.queue.wanted import read
from monazite.errors import InputError
from monazite.licensing.calendars import calendar
from support.offices import firm, law_today
from support.queues import case, due_in, line, standing_still, task, unlimited

if TYPE_CHECKING:
    from monazite.desk.cases.models import Case
    from monazite.desk.people.models import Person
    from support.cases import Offices


def found(reader: Person, /, **wanted: str) -> set[Case]:
    rows = listed(reader, read(wanted), days("CN")).items
    return {row.case if isinstance(row, Task) else row for row in rows}


def both(reader: Person, /, **wanted: str) -> tuple[set[Case], set[Case]]:
    """What a filter finds, and what it finds when it excludes."""
    return found(reader, **wanted), found(reader, **wanted, without=next(iter(wanted)))


def test_by_whose_it_is(w: Offices) -> None:
    mine, nobodys, others = case(w), case(w), case(w)
    task(mine, w.licensing, assignee=w.officer)
    task(nobodys, w.licensing)
    task(others, w.licensing, assignee=w.second_officer)
    assert found(w.officer) == {mine, nobodys, others}
    assert found(w.officer, who="mine") == {mine}
    assert found(w.officer, who="unassigned") == {nobodys}
    assert found(w.officer, who="mine", scope="cases") == {mine}


def test_by_what_is_to_do_and_where_it_is(w: Offices) -> None:
    one, other = case(w), case(w, state="deciding", destination="DE")
    task(one, w.licensing, "consolidate")
    task(other, w.licensing, "countersign")
    assert both(w.officer, task="countersign") == ({other}, {one})
    assert both(w.officer, state="deciding") == ({other}, {one})
    assert both(w.officer, destination="de, fr") == ({other}, {one})
    assert both(w.officer, task="consolidate", scope="cases")[0] == {one}


def test_by_exporter_and_words(w: Offices) -> None:
    other = firm("exporter", "Gadolinium Works", name_native="钆业示例有限公司")
    one, theirs = case(w), case(w, organisation=other, title="Targets", words="targets")
    task(one, w.licensing)
    task(theirs, w.licensing)
    assert both(w.officer, exporter="gadolin") == ({theirs}, {one})
    assert found(w.officer, exporter="示例有限") == {theirs}
    assert found(w.officer, text="targ") == {theirs}
    assert found(w.officer, text=str(one.application.reference).lower()) == {one}
    assert found(w.officer, text="ferrite") == set()


def test_by_control_code_and_material(w: Offices) -> None:
    magnets, gallium, other = case(w), case(w), case(w)
    line(magnets, "1C905.a.4", "Nd=0.27,Fe=0.68,Dy=0.03")
    line(gallium, "3C901", "Ga=0.9999")
    line(other, "", "D, Yb")
    for one in (magnets, gallium, other):
        task(one, w.licensing)
    assert both(w.officer, code="Dy") == ({magnets}, {gallium, other})
    assert found(w.officer, code="1c905") == {magnets}
    assert found(w.officer, code="Ga") == {gallium}
    assert found(w.officer, code="Y") == set()
    assert found(w.officer, code=".*") == set()


def test_by_time_left(w: Offices) -> None:
    late, today, soon, later = (due_in(case(w), left) for left in (-1, 0, 4, 5))
    still, free = standing_still(case(w), 1), unlimited(case(w))
    for one in (late, today, soon, later, still, free):
        task(one, w.licensing)
    table, on = calendar("CN"), law_today()
    working = table.is_working(on)
    assert found(w.officer, overdue="1") == ({late} if working else {late, today})
    assert found(w.officer, within="4") == ({today, soon} if working else {soon})


def test_on_a_day_off_a_limit_of_the_day_before_is_over(w: Offices) -> None:
    table = calendar("CN")
    days_of_table = (table.day(n) for n in range(100, 200))
    friday = next(day for day in days_of_table if not table.is_working(day + timedelta(days=1)))
    one = due_in(case(w), table.number(friday) - table.number(law_today()))
    task(one, w.licensing)
    for day, over in ((friday, False), (friday + timedelta(days=1), True)):
        rows = listed(w.officer, read({"overdue": "1"}), Days(day, table)).items
        assert bool(rows) is over, day


def test_of_a_year_that_is_not_published_nobody_says_what_is_over(w: Offices) -> None:
    task(due_in(case(w), 3), w.licensing)
    table = calendar("CN")
    beyond = Days(law_today().replace(year=max(table.years) + 1, day=1), table)
    for wanted in ({"overdue": "1"}, {"within": "5"}):
        with pytest.raises(Refused, match=str(max(table.years) + 1)):
            listed(w.officer, read(wanted), beyond)
    assert len(listed(w.officer, read({}), beyond).items) == 1


def test_by_hold_mention_and_late_decision(w: Offices) -> None:
    held, noted, decided, plain = (case(w) for _ in range(4))
    for one in (held, noted, decided, plain):
        task(one, w.licensing)
    now = timezone.now()
    Hold.objects.create(
        case=held, number=1, reason="policy", text="?", stops_clock=False, placed_by=w.officer,
        placed_at=now,
    )  # fmt: skip
    note = Note.objects.create(
        case=noted, number=1, author=w.second_officer, agency=w.licensing, at=now, text="Look"
    )
    mention = Mention.objects.create(note=note, person=w.officer)
    Decision.objects.create(
        case=decided, number=1, kind="decision", outcome="approved", text="-", author=w.officer,
        proposed_at=now, state="standing", signer=w.chief, signed_at=now - timedelta(days=3),
    )  # fmt: skip
    assert both(w.officer, hold="1") == ({held}, {noted, decided, plain})
    assert found(w.officer, mentions="1") == {noted}
    assert found(w.second_officer, mentions="1") == set()
    Mention.objects.filter(pk=mention.pk).update(seen_at=now)
    assert found(w.officer, mentions="1") == set()
    assert found(w.officer, decided="4", scope="cases") == {decided}
    assert found(w.officer, decided="2", scope="cases") == set()


@pytest.mark.parametrize(
    "wanted",
    [{"scope": "world"}, {"order": "luck"}, {"who": "they"}, {"task": "sing"}, {"state": "lost"},
     {"destination": "Japan"}, {"within": "-1"}, {"within": "soon"}, {"decided": "1000"},
     {"without": "state,who"}],
)  # fmt: skip
def test_what_no_filter_knows_is_refused_by_name(wanted: dict[str, str]) -> None:
    with pytest.raises(InputError, match=next(iter(wanted))):
        read(wanted)


def test_an_address_says_what_it_was_read_from() -> None:
    said = {
        "scope": "cases", "who": "mine", "state": "in_review", "destination": "JP,DE",
        "text": "N42 磁体", "overdue": "1", "within": "7", "without": "destination,state",
    }  # fmt: skip
    assert dict(parse_qsl(read(said).query())) == said
    assert read({"scope": "tasks", "order": "due", "hold": "0"}).query() == ""
