"""The clock of a case: derived of its rows, on the days and the calendar of its regime.

What is kept with the case changes when something happens to it, never by itself: how much is left
is read on a day (`reading`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from monazite.desk.applications.models import Application
from monazite.desk.cases.models import Case
from monazite.desk.cases.models.decisions import STANDING, SUPERSEDED
from monazite.desk.licences.models import Change
from monazite.law.store import load
from monazite.ledger.calendar import UnpublishedYear, WorkingDays
from monazite.ledger.clock import ENDED, NO_LIMIT, NOT_STARTED, RUNNING, STOPPED, Counted, Reading
from monazite.ledger.clock import read as read_clock
from monazite.licensing.calendars import calendar
from monazite.licensing.casework import clock
from monazite.licensing.casework.clock import Step
from monazite.licensing.casework.decisions import DECISION
from monazite.licensing.casework.screening import LISTED, Answer, Screened
from monazite.licensing.regime import Regime, regime
from monazite.licensing.transitions import machine

NONE, AMENDMENT = "none", "amendment"
REOPENED = "reopened"
"""The rule of the task that a reopening opens: from then on no time limit binds."""
AGAIN = "under_reconsideration"
ENDED_STATES = tuple(sorted(machine().final | {"decided", AGAIN}))
"""States of an application in which the clock of its decision has ended."""


def day(at: datetime, regime_name: str) -> date:
    """The day on which something happened where the regime's offices are."""
    return at.astimezone(load().zone(regime_name) or UTC).date()


def clock_of(application: Application, screened: Screened) -> str:
    """The regime's: none where a list says so, an amendment's own, else that of the kind."""
    rules = regime(application.regime)
    if any(_unbinds(rules, answer) for answer in screened.answers):
        return NONE
    if AMENDMENT in rules.clocks and is_change(application):
        return AMENDMENT
    kind = rules.kinds.get(application.kind)
    return kind.clock if kind else NONE


def is_change(application: Application) -> bool:
    """Whether it asks for a licence that stands to be changed."""
    return Change.objects.filter(application=application).exists()


def _unbinds(rules: Regime, answer: Answer) -> bool:
    """Whether a party stands, in a role that matters, on a list whose parties no limit protects."""
    found = rules.lists.get(answer.list) if answer.result == LISTED else None
    return found is not None and found.clock == NONE and answer.role in found.roles


def limit_of(name: str, regime_name: str) -> int | None:
    """Working days of a clock; None where no limit binds."""
    found = regime(regime_name).clocks.get(name)
    return found.days if found else None


def steps_of(case: Case) -> tuple[Step, ...]:
    """What happened to the clock, in its order: of the rows as they stand in the database."""
    if case.accepted_on is None:
        return ()
    name = case.application.regime
    moments = sorted(_moments(case), key=lambda moment: moment[0])
    since = Step(clock.START, case.accepted_on, "accepted")
    return (since, *(Step(kind, day(at, name), why) for at, kind, why in moments))


def _moments(case: Case) -> Iterator[tuple[datetime, str, str]]:
    """What happened after acceptance: when, which step, why; of rows that a page may have read."""
    for decision in (each for each in case.decisions.all() if each.kind == DECISION):
        if decision.signed_at and decision.state in {STANDING, SUPERSEDED}:
            yield decision.signed_at, clock.END, f"decision {decision.number}"
    if case.closed_at and case.application.state != "closed":
        yield case.closed_at, clock.END, case.application.state
    for task in (each for each in case.tasks.all() if each.rule == REOPENED):
        yield task.opened_at, clock.START, REOPENED
        yield task.opened_at, clock.NO_LIMIT, REOPENED
    for routing in case.routings.all():
        if routing.trace.get("no_limit"):
            yield routing.at, clock.NO_LIMIT, f"routing {routing.number}"
    for referral in case.referrals.all():
        yield referral.referred_at, clock.NO_LIMIT, f"referral {referral.number}"
    yield from _stops(case)


def _stops(case: Case) -> Iterator[tuple[datetime, str, str]]:
    for asked in (each for each in case.questions.all() if each.stops_clock):
        yield asked.asked_at, clock.STOP, f"question {asked.number}"
        if answer := getattr(asked, "answer", None):
            yield answer.answered_at, clock.GO, f"question {asked.number}"
    for hold in (each for each in case.holds.all() if each.stops_clock):
        yield hold.placed_at, clock.STOP, f"hold {hold.number}"
        if release := getattr(hold, "release", None):
            yield release.released_at, clock.GO, f"hold {hold.number}"


def started(name: str, regime_name: str, on: date) -> dict[str, object]:
    """The fields of a case that is accepted on that day under that clock."""
    limit = limit_of(name, regime_name)
    steps = (Step(clock.START, on, "accepted"),)
    fields = _fields(steps, limit, calendar(regime_name))
    return {"clock": name, "accepted_on": on, **fields}


def kept(case: Case, *more: Step) -> dict[str, object]:
    """The fields of a case after what its rows tell and `more`, which no row tells yet.

    Where a day lies in a year that is not published nothing is guessed: no day of the end is kept,
    and the worker derives the clock again when the year is published.
    """
    if case.accepted_on is None:
        return {}
    steps = (*steps_of(case), *more)
    return _fields(steps, case.limit_days, calendar(case.application.regime))


def _fields(steps: tuple[Step, ...], limit: int | None, days: WorkingDays) -> dict[str, object]:
    try:
        found = clock.derive(steps, limit, days)
    except UnpublishedYear:
        bare = clock.derive(steps, limit, _WEEKDAYS)
        return {
            "limit_days": bare.limit_days, "counted": 0, "running_since": bare.running_since,
            "due_index": None, "calendar": "",
        }  # fmt: skip
    return {
        "limit_days": found.limit_days, "counted": found.counted,
        "running_since": found.running_since, "due_index": found.due_index, "calendar": days.hash,
    }  # fmt: skip


_WEEKDAYS = WorkingDays("weekdays", {}, "", weekdays_only=True)
"""To learn whether a clock runs where the working days of its years are not known."""


def state_of(case: Case) -> str:
    """Whether the clock runs, by the row and its application's state alone."""
    if case.accepted_on is None:
        return NOT_STARTED
    state = case.application.state
    if state in ENDED_STATES:
        return ENDED
    if case.limit_days is None:
        return NO_LIMIT
    return RUNNING if case.running_since else STOPPED


def reading(case: Case, today: date) -> Reading:
    """What the clock shows on a day, without another look at the database."""
    state, days = state_of(case), calendar(case.application.regime)
    if case.accepted_on and not case.calendar:
        year = _unpublished(case.accepted_on, days)
        return Reading(state, None, case.limit_days, None, None, True, 0, year)
    counted = Counted(case.counted, case.running_since, case.due_index)
    return read_clock(counted, state, case.limit_days, today, days)


def _unpublished(accepted: date, days: WorkingDays) -> int:
    """The year for want of which nothing could be counted."""
    return accepted.year if accepted.year < min(days.years) else max(days.years) + 1


def today(case: Case) -> date:
    """Today where the offices of the case's regime are."""
    return load().today(case.application.regime)
