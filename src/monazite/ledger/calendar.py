"""Working days by a dated table: which days are worked, and how many lie between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = timedelta(days=1)
_WEEK = 5
"""Working days of a week without holidays, Monday to Friday."""


class UnpublishedYear(MonaziteError):  # noqa: N818 - it says what is so, as the table does
    """A day in a year whose working days nobody has published; never guessed."""

    def __init__(self, name: str, year: int) -> None:
        self.name = name
        self.year = year
        super().__init__(f"the working days of {year} are not in the table of {name}")


@dataclass(frozen=True, slots=True)
class Year:
    """What differs in a year from Monday to Friday: weekdays that are off, weekends worked."""

    off: frozenset[date]
    worked: frozenset[date]


@dataclass(frozen=True, eq=False)
class WorkingDays:
    """The working days of the years in a table; hash: of the file that says so.

    years: without a gap. weekdays_only: Monday to Friday of every year, with no holidays known.
    """

    name: str
    years: Mapping[int, Year]
    hash: str
    weekdays_only: bool

    def is_working(self, day: date) -> bool:
        """Whether people work on that day; UnpublishedYear where its year is not in the table."""
        if self.weekdays_only:
            return day.weekday() < _WEEK
        year = self.years.get(day.year)
        if year is None:
            raise UnpublishedYear(self.name, day.year)
        return day in year.worked if day.weekday() >= _WEEK else day not in year.off

    def number(self, day: date) -> int:
        """How many working days there are from the table's first day up to and including `day`.

        Of a calendar of weekdays alone the first day is the first Monday that dates know.
        """
        if self.weekdays_only:
            weeks, rest = divmod((day - date.min).days + 1, 7)
            return weeks * _WEEK + min(rest, _WEEK)
        if day.year not in self.years:
            raise UnpublishedYear(self.name, day.year)
        return self._numbers[(day - self._first).days]

    def day(self, number: int) -> date:
        """The working day of that number; UnpublishedYear where the table does not reach it."""
        if self.weekdays_only:
            weeks, rest = divmod(number - 1, _WEEK)
            return date.min + timedelta(days=weeks * 7 + rest)
        if 1 <= number <= len(self._days):
            return self._days[number - 1]
        raise UnpublishedYear(self.name, min(self.years) - 1 if number < 1 else max(self.years) + 1)

    def between(self, after: date, upto: date) -> int:
        """Working days in (after, upto]: the first day is not counted, the last one is."""
        return self.number(upto) - self.number(after)

    def after(self, day: date, count: int) -> date:
        """The working day that is `count` working days after `day`, on which none is counted."""
        return self.day(self.number(day) + count)

    @cached_property
    def _first(self) -> date:
        return date(min(self.years), 1, 1)

    @cached_property
    def _all(self) -> tuple[date, ...]:
        days = (date(max(self.years), 12, 31) - self._first).days + 1
        return tuple(self._first + _DAY * n for n in range(days))

    @cached_property
    def _days(self) -> tuple[date, ...]:
        return tuple(day for day in self._all if self.is_working(day))

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        worked, numbers = 0, []
        for day in self._all:
            worked += self.is_working(day)
            numbers.append(worked)
        return tuple(numbers)
