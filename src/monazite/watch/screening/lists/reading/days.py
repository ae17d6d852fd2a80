"""Days as lists write them: whole or in part, exact or about."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})")
_RANGE = re.compile(r"(\d{4})\s*(?:to|-|–|and)\s*(\d{4})")
_ABOUT = re.compile(r"^(?:circa|c\.|ca\.?|approximately|approx\.?|about|between)\s+", re.IGNORECASE)
_WIDEST = 6
_FIRST, _LAST = 1000, 2999


def parts(text: str) -> tuple[str, ...]:
    """A date as `1950`, `1950-03` or `1950-03-01`; a span of up to 6 years as each of its years.

    Nothing where it is not understood: a date of birth that is wrong speaks against a match.
    """
    bare = _ABOUT.sub("", text.strip())
    if span := _RANGE.fullmatch(bare):
        first, last = int(span[1]), int(span[2])
        return tuple(map(str, range(first, last + 1))) if 0 <= last - first < _WIDEST else ()
    one = _partial(bare)
    return () if one is None else (one,)


@lru_cache(maxsize=4096)
def day(text: str) -> date | None:
    """A whole day, or None."""
    found = _partial(text.strip())
    try:
        return None if found is None else date.fromisoformat(found)
    except ValueError:
        return None


def _partial(text: str) -> str | None:
    if found := _ISO.fullmatch(text):
        return _joined(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    found = _WORDS.fullmatch(text)
    if found is None or found[2].casefold() not in _MONTHS:
        return None
    return _joined(int(found[3]), _MONTHS[found[2].casefold()], int(found[1] or 0))


def _joined(year: int, month: int, of_month: int) -> str | None:
    """What is known of it; None where there is no such day."""
    try:
        date(year, month or 1, of_month or 1)
    except ValueError:
        return None
    if not _FIRST <= year <= _LAST:
        return None
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{of_month:02}" if of_month else f"{year:04}-{month:02}"
