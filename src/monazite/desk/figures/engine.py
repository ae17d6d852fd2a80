"""What the two engines say differently: seconds, days, joined texts, times, memory for sorting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta, tzinfo

from django.db import connection, transaction

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

_MEMORY = "64MB"
"""For one sort or hash of a statement over a year's cases: with less they go through files."""


@contextmanager
def in_memory() -> Iterator[None]:
    """One state of the record for several statements that join, group and sort very many rows."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL work_mem = '{_MEMORY}'")
        yield


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
