"""Days from text: year-month-day, or another way that has only one meaning."""

from __future__ import annotations

import re
from datetime import date

from monazite.licensing.hygiene import Problem, narrow, shown

_YEAR_FIRST = re.compile(
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|\.([0-9]{1,2})\.([0-9]{1,2})"
    r"|\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日)"
)
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_FIRST, _LAST = 1900, 2199


def day(text: str) -> date | Problem:
    """The day that a text says, or why it says none.

    2026-12-01, 2026/12/1, 2026.12.1 and 2026年12月1日 have one meaning; 01/12/2026 has two.
    """
    plain = narrow(text).strip()
    if found := _YEAR_FIRST.fullmatch(plain):
        year, month, of_month = (int(part) for part in found.groups() if part)
        return _day(year, month, of_month) or _none("no_such_day", plain)
    if found := _YEAR_LAST.fullmatch(plain):
        return _year_last(plain, *(int(part) for part in found.groups()))
    return _none("not_a_date", plain)


def _year_last(plain: str, one: int, other: int, year: int) -> Problem:
    """Never a day: which of the two is the month depends on who reads it."""
    meant = [each.isoformat() for each in (_day(year, other, one), _day(year, one, other)) if each]
    values = {"value": shown(plain), "one": meant[0] if meant else ""}
    if not meant:
        return _none("not_a_date", plain)
    if len(set(meant)) == 1:
        return Problem("date_not_iso", values=values)
    return Problem("ambiguous_date", values={**values, "other": meant[1]})


def _day(year: int, month: int, of_month: int) -> date | None:
    if not _FIRST <= year <= _LAST:
        return None
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def _none(code: str, plain: str) -> Problem:
    return Problem(code, values={"value": shown(plain)})
