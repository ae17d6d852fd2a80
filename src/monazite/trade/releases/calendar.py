"""The next and the last release of a series on a day, from the publisher's rule.

Where a publisher names a day it is that day; where only a window is known it is the window; where
nothing is known, both ends are none. A day inside the window may lie before or after the release.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.trade.periods import Period
from monazite.trade.releases.rules import DEFAULT, Rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR, _SATURDAY = 12, 5
_LAST = 31
_BACK, _AHEAD = 8, 6
"""Months around a day that are looked through: no rule waits longer."""
ANNOUNCED = "found"
"""The confidence of a day that the publisher announced."""


@dataclass(frozen=True, slots=True)
class Release:
    """What comes out, for which period, between which two days (both included), and who says so.

    `earliest`, `latest` and `period_covered` are none where the publisher follows no calendar.
    """

    series: str
    publisher: str
    what: str
    what_zh: str
    period_covered: str | None
    earliest: date | None
    latest: date | None
    confidence: str
    source: str
    note: str
    note_zh: str


def next_release(publisher: str, today: date) -> Release:
    """The release of a series, or the soonest of a publisher's, that need not be out before today.

    Args:
        publisher: a series (gacc-query) or the word before its first dash, or a name (Eurostat).
        today: the day that is asked about.

    Raises:
        InputError: field "publisher", where none is known by that word.
    """
    return min((_next(rule, today) for rule in _asked(publisher)), key=_order)


def last_release(series: str, today: date) -> Release | None:
    """The newest release of a series that is out for certain by its rule; none of a rolling one.

    Raises:
        InputError: field "series", where there is no such series.
    """
    if series not in rules():
        raise InputError("series", series, f"one of {', '.join(rules())}")
    over = [one for one in _around(rules()[series], today) if one.latest and one.latest < today]
    return over[-1] if over else None


def due(today: date) -> list[Release]:
    """The next release of every series, the soonest first, rolling ones at the end."""
    return sorted((_next(rule, today) for rule in rules().values()), key=_order)


def _asked(word: str) -> list[Rule]:
    folded = word.strip().casefold()
    found = [
        rule for rule in rules().values()
        if folded in {rule.series, rule.series.partition("-")[0], rule.publisher.casefold()}
    ]  # fmt: skip
    if not found:
        raise InputError("publisher", word, f"a publisher or a series: {', '.join(rules())}")
    return found


def _order(release: Release) -> tuple[date, date, str]:
    return (release.earliest or date.max, release.latest or date.max, release.series)


def _next(rule: Rule, today: date) -> Release:
    to_come = (one for one in _around(rule, today) if one.latest is None or one.latest >= today)
    return next(to_come)


def _around(rule: Rule, today: date) -> Iterator[Release]:
    """The releases of a rule around a day, in their order."""
    if rule.every == "none":
        yield _release(rule, None, None, None)
    elif rule.window is not None:
        for year in (today.year - 1, today.year, today.year + 1):
            (month, day), (last_month, last_day) = rule.window
            covered = Period((year - rule.covers) * _YEAR, (year - rule.covers) * _YEAR + 11)
            yield _release(rule, covered, date(year, month, day), date(year, last_month, last_day))
    else:
        now = today.year * _YEAR + today.month - 1
        for month in range(now - _BACK, now + _AHEAD):
            if month % _YEAR + 1 not in rule.joined:
                together = (month - 1) % _YEAR + 1 in rule.joined
                covered = Period(month - together, month)
                yield _release(rule, covered, *_month_window(rule, month))


def _month_window(rule: Rule, month: int) -> tuple[date, date]:
    """The window of the release that covers a month and perhaps the one before."""
    if rule.days_after is not None:
        end = _day(month, _LAST)
        return end + timedelta(rule.days_after[0]), end + timedelta(rule.days_after[1])
    out = month + rule.months_after
    first, last = rule.days.get(out % _YEAR + 1, rule.days[DEFAULT])
    return _day(out, first), _day(out, last)


def _day(month: int, day: int) -> date:
    """A day of a month counted from the year 0; a day after its end is its last."""
    year, number = divmod(month, _YEAR)
    return date(year, number + 1, min(day, monthrange(year, number + 1)[1]))


def _release(
    rule: Rule, covered: Period | None, earliest: date | None, latest: date | None
) -> Release:
    announced = rule.calendar.get(covered.text) if covered else None
    if announced is not None:
        earliest = latest = announced
    elif rule.working_days and earliest is not None and latest is not None:
        earliest, latest = _working(earliest), _working(latest)
    return Release(
        series=rule.series,
        publisher=rule.publisher,
        what=rule.what,
        what_zh=rule.what_zh,
        period_covered=covered.text if covered else None,
        earliest=earliest,
        latest=latest,
        confidence=ANNOUNCED if announced else rule.confidence,
        source=rule.source,
        note=rule.note,
        note_zh=rule.note_zh,
    )


def _working(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(max(0, 7 - day.weekday()) if day.weekday() >= _SATURDAY else 0)
