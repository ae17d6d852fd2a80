"""The month of a page: which one is meant, its days, and the span that its charts look back on."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from monazite.errors import InputError
from monazite.trade.monthly.own import PACKAGED, Figures
from monazite.trade.monthly.series import SERIES, WORLD
from monazite.trade.periods import Period, parse

BACK = 24
"""Months that the charts look back from the month of the page."""
_JOINED = 2
_ACCEPTED = "accepted: one month such as 2025-05, or joined months such as 2026-01/02"


@dataclass(frozen=True, slots=True)
class Month:
    """A month or two joined ones, with their first and last day, and whose figures tell of them."""

    period: Period
    first: date
    last: date
    figures: Figures = PACKAGED

    @property
    def text(self) -> str:
        """As people write it: 2025-05 or 2026-01/02."""
        return self.period.text


def of(period: Period, figures: Figures = PACKAGED) -> Month:
    """The days of a period."""
    return Month(period, _day(period.first, 1), _day(period.last, 0), figures)


def month(text: str | None, figures: Figures = PACKAGED) -> Month:
    """The month a text names, the newest one without a text; InputError on "month" otherwise."""
    if text is None:
        return of(newest(figures), figures)
    try:
        period = parse(text, "month")
    except InputError as error:
        _, meant, hint = error.accepted.partition("; did you mean")
        raise InputError("month", text, _ACCEPTED + meant + hint) from None
    if period.months > _JOINED:
        raise InputError("month", text, _ACCEPTED)
    return of(period, figures)


def newest(figures: Figures = PACKAGED) -> Period:
    """The newest month, or joined months, with a published figure of rare-earth exports.

    InputError on "month" where the figures have none.
    """
    points = figures.series("rare-earths").points
    found = [p.period for p in points if p.is_release and p.to == WORLD]
    if not found:
        raise InputError("month", "", f"{_ACCEPTED}; the figures have no month of rare earths")
    return max(found, key=lambda p: (p.last, p.first))


def looking_back(shown: Month) -> Month:
    """The month of the page and the months before it that its charts show, none cut in two."""
    last = shown.period.last
    start = last - BACK
    cut = (
        point.period.first
        for name in SERIES
        for point in shown.figures.series(name).points
        if point.joined and point.period.first < start <= point.period.last
    )
    return of(Period(min(cut, default=start), last), shown.figures)


def _day(index: int, number: int) -> date:
    """A day of the month counted from the year 0; day 0 is its last."""
    year, month_number = index // 12, index % 12 + 1
    return date(year, month_number, number or calendar.monthrange(year, month_number)[1])
