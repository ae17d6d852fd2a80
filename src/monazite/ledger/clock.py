"""A clock in working days: it runs in spans, and a reading of it is a function of the day.

The day on which something happens is not counted: a span is half open, (since, until].
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.ledger.calendar import UnpublishedYear

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.ledger.calendar import WorkingDays

NOT_STARTED, RUNNING, STOPPED, NO_LIMIT, ENDED = (
    "not_started", "running", "stopped", "no_limit", "ended",
)  # fmt: skip
STATES = (NOT_STARTED, RUNNING, STOPPED, NO_LIMIT, ENDED)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch in which a clock runs: (since, until], until None while it still runs."""

    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What the spans come to: all that is kept of a clock between two events.

    counted: working days in the spans that are over; running_since: of the span that is not, None
    where it stands still; due_index: the number of the working day at which the limit ends or
    ended, None where it stands still before its limit or has none.
    """

    counted: int
    running_since: date | None
    due_index: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock shows on a day.

    counted: working days; left: of the limit, never below zero; over: those beyond it, 0 where
    there are none; due: the day on which the limit ends as the clock runs now, None where it stands
    still before its limit, has none or ends in a year that is not published
    (`due_in_unpublished_year`). unpublished: the year of the day itself where that is not in the
    table; then neither counted nor left is known.
    """

    state: str
    counted: int | None
    limit: int | None
    left: int | None
    due: date | None
    due_in_unpublished_year: bool
    over: int
    unpublished: int | None


def count(spans: Sequence[Span], limit: int | None, calendar: WorkingDays) -> Counted:
    """Add up the spans, earliest first; UnpublishedYear where one reaches out of the table."""
    counted, running, due = 0, None, None
    for span in spans:
        if limit is not None and due is None:
            due = _due(span, limit - counted, calendar)
        if span.until is None:
            running = span.since
        else:
            counted += calendar.between(span.since, span.until)
    return Counted(counted, running, due)


def _due(span: Span, left: int, calendar: WorkingDays) -> int | None:
    number = calendar.number(span.since) + left
    reached = span.until is None or number <= calendar.number(span.until)
    return number if reached else None


def read(kept: Counted, state: str, limit: int | None, on: date, calendar: WorkingDays) -> Reading:
    """What the clock shows at the end of that day, which is not before what was kept."""
    due, beyond = _day(kept.due_index, calendar)
    try:
        now = 0 if kept.running_since is None else calendar.between(kept.running_since, on)
    except UnpublishedYear as unknown:
        return Reading(state, None, limit, None, due, beyond, 0, unknown.year)
    counted = kept.counted + now
    rest = None if limit is None else limit - counted
    return Reading(
        state=state, counted=counted, limit=limit, left=None if rest is None else max(0, rest),
        due=due, due_in_unpublished_year=beyond, over=max(0, -(rest or 0)), unpublished=None,
    )  # fmt: skip


def _day(number: int | None, calendar: WorkingDays) -> tuple[date | None, bool]:
    """The day of a number, and whether its year is unpublished."""
    try:
        return (None if number is None else calendar.day(number)), False
    except UnpublishedYear:
        return None, True
