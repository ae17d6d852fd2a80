"""What the two engines say differently: seconds, days, joined texts, times as they keep them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from django.db import connection

_SQLITE = {
    "seconds": "CAST(strftime('%%s', {0}) AS INTEGER)",
    "day": "CAST(julianday({0}) - 2440587.5 AS INTEGER)",
    "joined": "group_concat({0}, ';')",
}
_POSTGRESQL = {
    "seconds": "floor(date_part('epoch', {0}))::bigint",
    "day": "({0} - DATE '1970-01-01')",
    "joined": "string_agg({0}, ';')",
}


def say(what: str, column: str) -> str:
    """The expression on this engine: seconds or day since 1970 in UTC, or texts joined by `;`."""
    said = _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL
    return said[what].format(column)


def or_less(what: str, column: str) -> str:
    """The same number, -1 where there is none."""
    return f"COALESCE({say(what, column)}, -1)"


def begins(day: date, zone: tzinfo) -> object:
    """The moment at which a day begins there, as the engine compares it."""
    return kept(datetime.combine(day, time(), zone))


def ends(day: date, zone: tzinfo) -> object:
    """The moment at which a day is over."""
    return begins(day + timedelta(days=1), zone)


def kept(at: datetime) -> object:
    """A time as the engine keeps it."""
    return connection.ops.adapt_datetimefield_value(at)
