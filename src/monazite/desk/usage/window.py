"""Which days a usage map is of: any that a reader asks for, or a quarter that is over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from monazite.desk.figures.period import Asked, possible, year_until
from monazite.errors import InputError
from monazite.law.store import load

_QUARTER = re.compile(r"(2[0-9]{3})-Q([1-4])")


@dataclass(frozen=True, slots=True)
class Window:
    """From the first to the last day, under a regime."""

    regime: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1

    @property
    def begin(self) -> datetime:
        """The moment at which it begins there."""
        return self._at(self.first)

    @property
    def end(self) -> datetime:
        """The moment at which it is over."""
        return self._at(self.last + timedelta(days=1))

    def _at(self, day: date) -> datetime:
        return datetime.combine(day, time(), load().zone(self.regime) or UTC)


def window(regime: str, first: date | None, last: date | None) -> Window:
    """The days asked for, the year until today where nothing is; InputError for impossible ones."""
    today = load().today(regime)
    until = last or today
    found = Window(regime, first or year_until(until), until)
    possible(Asked(found.first, found.last, found.last), today)
    return found


def quarter(regime: str, text: str) -> Window:
    """A quarter such as 2026-Q3, the last that is over for ""; InputError for one that is not.

    Sums are of whole quarters alone: two windows that differ by a day would tell that day's trade.
    """
    today = load().today(regime)
    last = _first(today.year, (today.month - 1) // 3) - timedelta(days=1)
    if not text:
        return Window(regime, _first(last.year, (last.month - 1) // 3), last)
    match = _QUARTER.fullmatch(text)
    if match is None:
        raise InputError("quarter", text[:20], "a quarter such as 2026-Q3", "quarter_odd")
    year, number = int(match[1]), int(match[2])
    until = _first(year + number // 4, number % 4) - timedelta(days=1)
    if until > last:
        raise InputError("quarter", text, f"one that ended by {last}", "quarter_open", last=last)
    return Window(regime, _first(year, number - 1), until)


def named(asked: Window) -> str:
    """A quarter's name."""
    return f"{asked.first.year}-Q{(asked.first.month + 2) // 3}"


def _first(year: int, number: int) -> date:
    """The first day of a quarter, counted from 0."""
    return date(year, 3 * number + 1, 1)
