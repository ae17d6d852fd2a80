"""Periods as publishers write them, read by formats such as YYYYMM or "MMMM YYYY"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from monazite.trade.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_YEAR, _QUARTER, _JOINED = 12, 3, 2
_YEARS = range(1900, 2101)
_TOKENS = re.compile(r"\\(?P<literal>.)|YYYY|MMMM|MMM|MM|M|q")
_FORMS = {
    "YYYY": r"(?P<year{n}>[0-9]{{4}})",
    "MMMM": rf"(?P<name{{n}}>{'|'.join(_MONTHS)})",
    "MMM": rf"(?P<name{{n}}>{'|'.join(name[:3] for name in _MONTHS)})",
    "MM": r"(?P<month{n}>[0-9]{{2}})",
    "M": r"(?P<month{n}>[0-9]{{1,2}})",
    "q": r"(?P<quarter{n}>[1-4])",
}


def read(text: str, formats: Iterable[str]) -> Period | None:
    """The period that a text names in the first of the formats that fits; None where none does."""
    for form in formats:
        if match := _pattern(form).fullmatch(text.strip()):
            return _period(match)
    return None


def of_parts(year: str, part: int | None, length: int) -> Period | None:
    """The year, or its part number `part` of `length` months; None where there is none such."""
    if not year.strip().isdecimal() or int(year) not in _YEARS:
        return None
    if part is None:
        return Period(int(year) * _YEAR, int(year) * _YEAR + _YEAR - 1)
    if not 1 <= part <= _YEAR // length:
        return None
    first = int(year) * _YEAR + (part - 1) * length
    return Period(first, first + length - 1)


def frequency(period: Period) -> str | None:
    """A for a year, Q for a quarter, M for a month or two joined months of a year; else None."""
    if period.months == 1:
        return "M"
    starts = {_JOINED: 1, _QUARTER: _QUARTER, _YEAR: _YEAR}.get(period.months)
    if starts is None or period.first % starts or period.first // _YEAR != period.last // _YEAR:
        return None
    return {_JOINED: "M", _QUARTER: "Q", _YEAR: "A"}[period.months]


@lru_cache
def _pattern(form: str) -> re.Pattern[str]:
    """The regular expression of a format; the second of two equal tokens ends a span."""
    parts, end, seen = [], 0, [""]
    for token in _TOKENS.finditer(form):
        parts.append(re.escape(form[end : token.start()]))
        end = token.end()
        if token["literal"]:
            parts.append(re.escape(token["literal"]))
            continue
        kind = "Y" if token[0] == "YYYY" else "M"
        parts.append(_FORMS[token[0]].format(n=1 + seen.count(kind)))
        seen.append(kind)
    return re.compile("".join([*parts, re.escape(form[end:])]), re.IGNORECASE)


def _period(match: re.Match[str]) -> Period | None:
    found = {name: text for name, text in match.groupdict().items() if text}
    year = found.get("year1", "")
    if quarter := found.get("quarter1"):
        return of_parts(year, int(quarter), _QUARTER)
    start = of_parts(year, _month(found, 1), 1 if _month(found, 1) else _YEAR)
    if _month(found, 2) is None or start is None:
        return start
    end = of_parts(found.get("year2", year), _month(found, 2), 1)
    return Period(start.first, end.last) if end and start.first <= end.last else None


def _month(found: dict[str, str], which: int) -> int | None:
    if name := found.get(f"name{which}"):
        return next(n for n, whole in enumerate(_MONTHS, 1) if whole.startswith(name.lower()))
    number = found.get(f"month{which}")
    return int(number) if number else None
