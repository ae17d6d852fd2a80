"""Days and months of a term."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta

_YEAR = 12
_WORKING = 5


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that is too short."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def weekdays_after(day: date, count: int) -> date:
    """The day after so many days from Monday to Friday: holidays are not known here."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < _WORKING
    return day
