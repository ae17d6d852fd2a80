from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from monazite.desk.applications import services as applications
from monazite.desk.applications.models import Application
from monazite.desk.cases import services
from monazite.desk.cases.clocks import clock_of, day, kept, reading, started, steps_of
from monazite.desk.cases.models import Answer, Case, Hold, Question, Release
from monazite.desk.cases.services.moving import noted
from monazite.desk.events.models import Event
from monazite.ledger.calendar import WorkingDays, Year
from monazite.ledger.clock import ENDED, NOT_STARTED, RUNNING, STOPPED
from monazite.licensing import calendars
from monazite.licensing.calendars import calendar
from monazite.licensing.casework.clock import END, STOP, Step
from monazite.licensing.casework.screening import LISTED, Screened
from monazite.licensing.casework.screening import Answer as Found
from support.cases import accepted, case_of, in_review
from support.offices import NOBODY, filed

if TYPE_CHECKING:
    from support.cases import Offices


def at(month: int, on: int, year: int = 2026, hour: int = 4) -> datetime:
    """A moment; four o'clock in UTC is noon in Beijing."""
    return datetime(year, month, on, hour, tzinfo=UTC)


def since(w: Offices, on: date) -> Case:
    """A case under review that was accepted on that day."""
    case = case_of(in_review(w))
    changed(case, accepted_on=on, limit_days=45)
    changed(case, **kept(case))
    return case


def changed(case: Case, **fields: Any) -> None:
    with transaction.atomic():
        noted(case, "changed", NOBODY, {}, **fields)


def asked(case: Case, w: Offices, on: datetime, answered: datetime | None = None) -> None:
    question = Question.objects.create(
        case=case, number=case.questions.count() + 1, kind="question", text="?",
        stops_clock=True, asked_by=w.officer, asked_at=on,
    )  # fmt: skip
    if answered:
        Answer.objects.create(
            question=question, text="!", answered_by=w.preparer, answered_at=answered
        )


def held(case: Case, w: Offices, on: datetime, until: datetime | None, *, stops: bool) -> None:
    hold = Hold.objects.create(
        case=case, number=case.holds.count() + 1, reason="x", text="x", stops_clock=stops,
        placed_by=w.officer, placed_at=on,
    )  # fmt: skip
    if until:
        Release.objects.create(hold=hold, text="x", released_by=w.officer, released_at=until)


def left(case: Case, on: date) -> int | None:
    changed(case, **kept(case))
    return reading(case, on).left


def test_a_day_is_that_of_the_offices(w: Offices) -> None:
    assert day(at(3, 2, hour=17), "CN") == date(2026, 3, 3)
    assert day(at(3, 2, hour=17), "") == date(2026, 3, 2)
    assert case_of(filed(w)).accepted_on is None


def test_before_acceptance_no_clock_runs(w: Offices) -> None:
    case = case_of(filed(w))
    assert reading(case, date(2026, 3, 2)).state == NOT_STARTED
    assert (steps_of(case), kept(case)) == ((), {})


def test_working_days_count_down_from_acceptance(w: Offices) -> None:
    case = since(w, date(2026, 3, 2))  # a Monday; Qingming is on 6 April
    assert reading(case, date(2026, 3, 2)).left == 45
    assert reading(case, date(2026, 3, 9)).left == 40
    assert reading(case, date(2026, 3, 2)).due == calendar("CN").after(date(2026, 3, 2), 45)
    assert reading(case, date(2026, 9, 1)).over > 0


def test_a_question_and_a_hold_stop_it_and_may_overlap(w: Offices) -> None:
    case = since(w, date(2026, 3, 2))
    asked(case, w, at(3, 4), at(3, 11))  # 2 days run until then
    held(case, w, at(3, 6), at(3, 13), stops=True)
    held(case, w, at(3, 16), None, stops=False)
    assert left(case, date(2026, 3, 13)) == 43
    assert left(case, date(2026, 3, 20)) == 38
    assert [step.kind for step in steps_of(case)] == ["start", "stop", "stop", "go", "go"]


def test_while_it_stands_still_nothing_is_due(w: Offices) -> None:
    case = since(w, date(2026, 3, 2))
    asked(case, w, at(3, 4))
    assert left(case, date(2026, 12, 31)) == 43
    shown = reading(case, date(2026, 12, 31))
    assert (shown.state, shown.due) == (STOPPED, None)


def test_a_step_that_no_row_tells_yet_counts(w: Offices) -> None:
    case = since(w, date(2026, 3, 2))
    fields = kept(case, Step(STOP, date(2026, 3, 4), "question 1"))
    assert (fields["running_since"], fields["counted"]) == (None, 2)
    fields = kept(case, Step(END, date(2026, 3, 6), "decision 1"))
    assert (fields["running_since"], fields["counted"]) == (None, 4)


def test_what_is_withdrawn_on_the_day_of_its_acceptance_has_ended(w: Offices) -> None:
    application = accepted(w)
    applications.withdraw(w.signatory, application.pk, "cancelled", "page")
    case = case_of(application)
    assert reading(case, date(2026, 12, 1)).state == ENDED
    assert case.running_since is None
    assert kept(case)["running_since"] is None


def test_a_year_that_is_not_published_is_said_and_never_guessed(w: Offices) -> None:
    last = max(calendar("CN").years)
    case = since(w, date(last, 12, 24))
    shown = reading(case, date(last, 12, 31))
    assert (shown.due, shown.due_in_unpublished_year) == (None, True)
    assert shown.left is not None
    assert reading(case, date(last + 1, 1, 5)).unpublished == last + 1
    late = since(w, date(last + 1, 1, 5))
    assert (late.calendar, late.due_index, late.counted) == ("", None, 0)
    shown = reading(late, date(last + 1, 2, 1))
    assert (shown.state, shown.left, shown.unpublished) == (RUNNING, None, last + 1)
    asked(late, w, at(2, 2, last + 1))
    assert left(late, date(last + 1, 3, 1)) is None
    assert reading(late, date(last + 1, 3, 1)).state == STOPPED


def test_the_worker_counts_anew_when_the_calendar_changed(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = since(w, date(2026, 3, 2))
    ended = accepted(w)
    applications.withdraw(w.signatory, ended.pk, "cancelled", "page")
    assert services.renew_clocks() == 0
    due, events = case.due_index, Event.objects.count()
    monkeypatch.setattr(
        "monazite.desk.cases.clocks.calendar", lambda _: calendars.calendar("generic")
    )
    monkeypatch.setattr(
        "monazite.desk.cases.services.renewing.calendar", lambda _: calendars.calendar("generic")
    )
    assert services.renew_clocks() == 1
    assert services.renew_clocks() == 0
    case.refresh_from_db()
    assert case.calendar == calendars.calendar("generic").hash
    assert case.due_index != due
    assert Event.objects.count() == events + 1


def test_what_waits_for_a_year_is_left_until_it_is_published(w: Offices) -> None:
    last = max(calendar("CN").years)
    case = since(w, date(last + 1, 1, 5))
    events = Event.objects.count()
    for _ in range(2):
        services.renew_clocks()
        case.refresh_from_db()
        assert case.calendar == ""
    assert Event.objects.count() == events


def test_what_was_decided_in_a_year_that_was_not_published_is_counted_when_it_is(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = max(calendar("CN").years)
    case = since(w, date(last + 1, 1, 5))
    applications.withdraw(w.signatory, case.application_id, "cancelled", "page")
    case.refresh_from_db()
    changed(case, closed_at=at(1, 20, last + 1))
    changed(case, **kept(case))
    assert case.calendar == ""
    assert services.renew_clocks() == 0
    known = calendars.calendar("CN")
    years = {**known.years, last + 1: Year(frozenset(), frozenset())}
    published = WorkingDays("CN", years, "published", weekdays_only=False)
    for module in ("clocks", "services.renewing"):
        monkeypatch.setattr(f"monazite.desk.cases.{module}.calendar", lambda _: published)
    assert services.renew_clocks() == 1
    assert services.renew_clocks() == 0
    case.refresh_from_db()
    assert case.calendar == "published"
    assert reading(case, date(last + 1, 3, 1)).unpublished is None


def test_what_was_filed_before_there_were_cases_gets_one(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monazite.desk.applications.services.filing.followed", lambda *_: None)
    application = filed(w)
    assert not Case.objects.exists()
    assert services.open_missing() == 1
    assert services.open_missing() == 0
    assert case_of(application).tasks.get().agency == w.intake


def test_an_amendment_of_a_licence_has_a_clock_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monazite.desk.cases.clocks.is_change", lambda _: True)
    application, nobody = Application(regime="CN", kind="single"), Screened("exact", "0", ())
    assert clock_of(application, nobody) == "amendment"
    assert started("amendment", "CN", date(2026, 3, 2))["limit_days"] == 20
    assert clock_of(Application(regime="generic", kind="single"), nobody) == "none"


@pytest.mark.parametrize(
    ("kind", "listed", "role", "clock"),
    [
        ("single", "", "", "decision"),
        ("voucher", "", "", "none"),
        ("single", "watch_list", "end_user", "none"),
        ("single", "watch_list", "exporter", "decision"),
        ("single", "control_list", "end_user", "decision"),
        ("unheard of", "", "", "none"),
    ],
)
def test_which_clock_runs(kind: str, listed: str, role: str, clock: str) -> None:
    found = Found(0, role, "A", ("A",), LISTED, listed, "A", "", "") if listed else None
    screened = Screened("exact", "0", (found,) if found else ())
    application = Application(regime="generic" if kind == "unheard of" else "CN", kind=kind)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("monazite.desk.cases.clocks.is_change", lambda _: False)
        assert clock_of(application, screened) == clock
