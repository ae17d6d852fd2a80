"""Which days figures can be asked of: none after today, whose cases nobody can know yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from monazite.errors import InputError

EARLIEST = date(2000, 1, 1)
"""No record of a desk is older."""
_DAYS_MOST = 3700
_YEAR = 364


@dataclass(frozen=True, slots=True)
class Asked:
    """Applications filed from first to last, as they stand on a day; "" for all."""

    first: date
    last: date
    as_of: date
    destination: str = ""
    material: str = ""


def year_until(last: date) -> date:
    """The first day of the year that ends on a day; the first of all days before that."""
    return date.fromordinal(max(last.toordinal() - _YEAR, 1))


def possible(asked: Asked, today: date) -> None:
    """InputError for days that nothing is known of, in the wrong order, or too far apart."""
    for name, day in (("to", asked.last), ("on", asked.as_of)):
        if day > today:
            raise InputError(name, day, f"{today} or earlier", "days_future", today=today)
    if asked.first < EARLIEST:
        raise InputError("from", asked.first, f"{EARLIEST} or later", "days_order", first=EARLIEST)
    accepted = f"{asked.first} or later"
    if asked.last < asked.first:
        raise InputError("to", asked.last, accepted, "days_order", first=asked.first)
    if (asked.last - asked.first).days > _DAYS_MOST:
        most = f"at most {_DAYS_MOST} days until the last one"
        raise InputError("from", asked.first, most, "days_most", days=_DAYS_MOST)
    if asked.as_of < asked.first:
        raise InputError("on", asked.as_of, accepted, "days_order", first=asked.first)
