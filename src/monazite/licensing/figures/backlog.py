"""The backlog: how old it is, and where it goes if the coming weeks are like the last ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from monazite.licensing.figures.counts import PENDING, RETURNED, classes
from monazite.licensing.figures.facts import day
from monazite.licensing.figures.weeks import monday

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.licensing.figures.facts import Columns, Numbers
    from monazite.licensing.figures.weeks import Week

HISTORY, LEAST, AHEAD = 26, 8, 12
"""Weeks that a forecast looks back on, at least needs, and looks ahead."""
PATHS, SEED = 4000, 20260101
_BAND = (5, 50, 95)
_AGES = (0, 15, 31, 61, 91, 181)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Age:
    """Cases that have waited since their filing from so many days to so many; None: and more."""

    first: int
    last: int | None
    cases: int


@dataclass(frozen=True, slots=True)
class Band:
    """The backlog at the end of a week: 5, 50 and 95 of 100 drawn courses stay at or below it."""

    week: date
    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """How the backlog may go on; reason: why nothing is said, "" where something is.

    weeks: how many weeks the draws are taken from; came (filed or reopened), closed: their means a
    week.
    """

    pending: int
    weeks: int
    came: float | None
    closed: float | None
    paths: int
    seed: int
    bands: tuple[Band, ...]
    reason: str


def ages(cases: Columns, on: int) -> tuple[Age, ...]:
    """All that wait on a day, by how long they have waited since they were filed."""
    stands = classes(cases, on)
    waited = on - cases.filed[(stands == PENDING) | (stands == RETURNED)]
    found = np.histogram(waited, [*_AGES, np.inf])[0]
    bounds = [*pairwise(_AGES), (_AGES[-1], None)]
    return tuple(
        Age(first, after and after - 1, int(n))
        for (first, after), n in zip(bounds, found, strict=True)
    )


def forecast(pending: int, last: Sequence[Week], on: int) -> Forecast:
    """Drawn from the last full weeks, each with what came in and what went out together.

    Every course first draws as many weeks from the record as it has, so that the band knows how
    little is known, then one of those for each week ahead. There is no trend and no season in it.
    """
    if len(last) < LEAST:
        return Forecast(pending, len(last), None, None, 0, SEED, (), "too_few_weeks")
    came = np.array([week.came for week in last])
    went = np.array([week.closed for week in last])
    draw = np.random.default_rng(SEED)
    record = draw.integers(0, len(last), (PATHS, len(last)))
    drawn = np.take_along_axis(record, draw.integers(0, len(last), (PATHS, AHEAD)), axis=1)
    bands, backlog = [], np.full(PATHS, pending)
    first = monday(on) + _WEEK
    for ahead in range(AHEAD):
        backlog = np.maximum(backlog + came[drawn[:, ahead]] - went[drawn[:, ahead]], 0)
        at = day(first) + timedelta(weeks=ahead)
        bands.append(Band(at, *_percentiles(backlog)))
    means = float(came.mean()), float(went.mean())
    return Forecast(pending, len(last), *means, PATHS, SEED, tuple(bands), "")


def _percentiles(values: Numbers) -> tuple[int, int, int]:
    """Of drawn values themselves, so that they are whole."""
    low, middle, high = np.percentile(values, list(_BAND), method="inverted_cdf")
    return int(low), int(middle), int(high)
