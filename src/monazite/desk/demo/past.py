"""The clock that the demo alone may turn: its world has a past, which is made up with it.

Every moment that the desk writes down is `timezone.now()`, every day `Law.today`. Both are replaced
here for one act and put back whatever happens. A site's record is worth nothing if its days can be
chosen: outside a demo's home whose world is still being made this refuses.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from monazite.desk.running.home import DEMO_MARK
from monazite.law.law import Law
from monazite.law.store import load
from monazite.ledger.calendar import UnpublishedYear, WorkingDays
from monazite.licensing.calendars import calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAY, _TICK = timedelta(days=1), timedelta(seconds=1)
_WEEKDAYS = WorkingDays("weekdays", {}, "", weekdays_only=True)
_OPENS = time(9)


class NotTheDemo(RuntimeError):  # noqa: N818 - what is so, as a sentence would say it
    """Days are made up where a demo's world is being made, and nowhere else."""


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything within happen at that moment, a second later each time somebody asks.

    NotTheDemo where this is no home of a demo, or its world is whole.
    """
    _only_where_a_world_is_made()
    now, today = timezone.now, Law.today
    asked = 0

    def then() -> datetime:
        nonlocal asked
        asked += 1
        return moment + _TICK * asked

    def that_day(law: Law, departure: str | None) -> date:
        return moment.astimezone(law.zone(departure) or UTC).date()

    try:
        _turn(then, that_day)
        yield
    finally:
        _turn(now, today)


def _turn(now: Callable[[], datetime], today: Callable[[Law, str | None], date]) -> None:
    timezone.now = now
    Law.today = today  # type: ignore[method-assign,assignment]


def moment(today: date, ago: int, minutes: int, regime: str) -> datetime:
    """So many minutes after the offices opened, so many working days before today (1: the last)."""
    day, left = today, ago
    while left:
        day -= _DAY
        left -= _is_worked(day, regime)
    opened = datetime.combine(day, _OPENS, load().zone(regime) or UTC)
    return (opened + timedelta(minutes=minutes)).astimezone(UTC)


def _is_worked(day: date, regime: str) -> bool:
    """Monday to Friday where the year is not published: the demo outlives its data."""
    try:
        return calendar(regime).is_working(day)
    except UnpublishedYear:
        return _WEEKDAYS.is_working(day)


def _only_where_a_world_is_made() -> None:
    mark = settings.HOME / DEMO_MARK
    if not (settings.DEMO and mark.is_file() and not mark.read_text()):
        raise NotTheDemo(NotTheDemo.__doc__)
