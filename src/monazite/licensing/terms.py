"""Days and months of a term."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date

_YEAR = 12


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that is too short."""
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
