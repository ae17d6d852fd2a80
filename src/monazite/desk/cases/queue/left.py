"""Today in the working days of a regime, by which limits are near or over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monazite.desk.applications.errors import Refused
from monazite.law.store import load
from monazite.ledger.calendar import UnpublishedYear, WorkingDays
from monazite.licensing.calendars import calendar


@dataclass(frozen=True, slots=True)
class Days:
    """Today, where the goods of a regime leave, and the regime's working days."""

    today: date
    calendar: WorkingDays

    def number(self) -> int:
        """The number of the last working day up to today; Refused where its year is unpublished."""
        try:
            return self.calendar.number(self.today)
        except UnpublishedYear as error:
            raise Refused("year_unpublished", year=error.year) from error

    def over(self) -> int:
        """A limit that ends at a working day below this number is over: no day is left of it."""
        return self.number() + (0 if self.calendar.is_working(self.today) else 1)


def days(regime: str) -> Days:
    """The working days of a regime as they stand today."""
    return Days(load().today(regime), calendar(regime))
