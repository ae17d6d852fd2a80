"""What is read off a run: which shipments are summed, and in which months weeks fall."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Floats, Ints

CLEARANCE = 1
"""Weeks from a plant to the statistics: goods at the port when a measure begins still leave."""
HALTED = 0.02
"""The part of a sector's plants that must stand before it counts as a halt."""


class Meters(NamedTuple):
    """Named sums of rows of trade; start has one entry more than there are meters."""

    names: tuple[str, ...]
    start: Ints
    edge: Ints


class Months(NamedTuple):
    """Where weeks fall: month: of a week's first day; part: of the week that lies in it."""

    names: tuple[str, ...]
    month: Ints
    part: Floats


def meters(rows: Mapping[str, Ints]) -> Meters:
    """Meters by name."""
    sizes = [len(row) for row in rows.values()]
    edge = np.concatenate([np.zeros(0, np.int64), *rows.values()])
    return Meters(tuple(rows), np.cumsum([0, *sizes]), edge.astype(np.int64))


def months(first: date, weeks: int, after: int = 0) -> Months:
    """The months of weeks that begin on `first`, `after` weeks later; names as 2025-04."""
    days = [first + timedelta(weeks=week + after) for week in range(weeks)]
    number = np.array([12 * day.year + day.month - 1 for day in days])
    last = first + timedelta(weeks=weeks + after)
    part = [min(7, (_next(day) - day).days) / 7 for day in days]
    start = 12 * first.year + first.month - 1
    end = 12 * last.year + last.month - 1
    names = tuple(f"{m // 12}-{m % 12 + 1:02}" for m in range(start, end + 1))
    return Months(names, number - start, np.array(part))


def _next(day: date) -> date:
    """The first day of the next month."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
