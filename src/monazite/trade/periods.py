"""Periods of statistics: months, joined months, quarters, halves, years and spans to date.

A period is the months it covers and nothing else: `2025-H1`, `2025-01..06` and the sum of the two
quarters are one period. A release that joins months ("2025-01/02") is a period of two months; its
halves are other periods, of which it says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monazite.errors import InputError

_FORM = re.compile(
    r"""(?P<year>[0-9]{4})
        (?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])
              |(?P<first>[0-9]{2})(?:(?:/|\.\.)(?:(?P<year2>[0-9]{4})-)?(?P<last>[0-9]{2}))?
        ))?""",
    re.VERBOSE,
)
_NEAR = re.compile(r"(?P<year>[12][0-9]{3})[-/. 年]*(?P<month>[0-9]{1,2})月?")
_ACCEPTED = (
    "a month such as 2025-05, joined months 2025-01/02, a span 2025-01..05, "
    "a quarter 2025-Q2, a half-year 2025-H1 or a year 2025"
)
_YEARS = range(1900, 2101)
_YEAR, _HALF, _QUARTER = 12, 6, 3


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months from first to last, both included, each counted from the year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many months the period covers."""
        return self.last - self.first + 1

    @property
    def is_month(self) -> bool:
        """Whether it is one month."""
        return self.first == self.last

    @property
    def text(self) -> str:
        """The period as people write it: 2025-05, 2025-01/02, 2025-01..05, 2025."""
        if self.first % _YEAR == 0 and self.months == _YEAR:
            return _month_text(self.first)[:4]
        joins = self.months == 2 and self.last % _YEAR != 0  # noqa: PLR2004 - two months join
        return self.span_text.replace("..", "/") if joins else self.span_text

    @property
    def span_text(self) -> str:
        """The period from its first to its last month, with nothing said of joining them."""
        start, end = _month_text(self.first), _month_text(self.last)
        if self.is_month:
            return start
        return f"{start}..{end[5:] if start[:4] == end[:4] else end}"

    def year_earlier(self) -> Period:
        """The same months of the year before."""
        return Period(self.first - _YEAR, self.last - _YEAR)

    def previous(self) -> Period:
        """The period of the same length that ends just before this one."""
        return Period(self.first - self.months, self.first - 1)

    def to_date(self) -> Period:
        """From January of its last month's year to its last month."""
        return Period(self.last - self.last % _YEAR, self.last)

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a month."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: Period) -> bool:
        """Whether every month of the other is one of this period's."""
        return self.first <= other.first and other.last <= self.last


def month(year: int, number: int) -> Period:
    """One month by its year and number (1 to 12)."""
    first = year * _YEAR + number - 1
    return Period(first, first)


def parse(text: str, field: str = "period") -> Period:
    """The period a text names; InputError on the field for an impossible or unreadable one."""
    stripped = text.strip()
    match = _FORM.fullmatch(stripped)
    period = _period(match.groupdict()) if match else None
    if period is None:
        raise InputError(field, text, _ACCEPTED + _hint(stripped))
    return period


def parse_month(text: str, field: str = "month") -> Period:
    """One month; InputError on the field for anything else."""
    period = parse(text, field)
    if not period.is_month:
        raise InputError(field, text, "one month, such as 2025-05")
    return period


def _period(part: dict[str, str | None]) -> Period | None:
    year = int(part["year"] or 0)
    year2 = int(part["year2"] or year)
    first, last = _months(part)
    possible = 1 <= first <= _YEAR and 1 <= last <= _YEAR and {year, year2} <= set(_YEARS)
    start, end = year * _YEAR + first - 1, year2 * _YEAR + last - 1
    return Period(start, end) if possible and start <= end else None


def _months(part: dict[str, str | None]) -> tuple[int, int]:
    """Numbers of the first and the last month that the parts of a text name."""
    for name, length in (("half", _HALF), ("quarter", _QUARTER)):
        if number := part[name]:
            return (int(number) - 1) * length + 1, int(number) * length
    if first := part["first"]:
        return int(first), int(part["last"] or first)
    return 1, _YEAR


def _month_text(index: int) -> str:
    return f"{index // _YEAR:04d}-{index % _YEAR + 1:02d}"


def _hint(text: str) -> str:
    """What a month written another way may have meant."""
    match = _NEAR.fullmatch(text)
    if match is None or not 1 <= int(match["month"]) <= _YEAR:
        return ""
    return f"; did you mean '{match['year']}-{int(match['month']):02d}'?"
