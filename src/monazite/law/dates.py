"""Days of the law: partial dates, first and last days, both included."""

from __future__ import annotations

import calendar
import re
from datetime import date

from monazite.errors import InputError

_WHOLE = re.compile(r"^\d{4}-\d{2}-\d{2}$", re.ASCII)
_PARTIAL = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def first_day(text: str) -> date:
    """The first day that a partial date names: "2025" → 2025-01-01. ValueError if impossible."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day that a partial date names: "2025-02" → 2025-02-28. ValueError if impossible."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def parse_day(text: str, field: str) -> date:
    """A whole day written YYYY-MM-DD; InputError names the field otherwise."""
    words = text.strip()
    accepted = "accepted: a day of the calendar as YYYY-MM-DD"
    # fromisoformat also reads 20250404 and week dates, which people mistype.
    if not _WHOLE.match(words):
        raise InputError(field, text, accepted)
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise InputError(field, text, accepted) from None


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _PARTIAL.match(text)
    if match is None:
        raise ValueError(f"{text!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None
