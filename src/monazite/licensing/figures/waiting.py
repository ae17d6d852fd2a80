"""How long a decision takes, by Kaplan and Meier: cases that still wait count as long as they do.

The mean of decided cases alone would be too short: the slow ones are not decided yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from monazite.licensing.figures.shares import Z

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.licensing.figures.facts import Columns, Numbers

_EVEN = 1e-9
"""A share of one half stays one when it was computed in steps."""
QUARTILES = (25, 50, 75)
DECILES = (10, 20, 30, 40, 50, 60, 70, 80, 90)
MEASURES = {
    "filed_to_decision": "days",
    "accepted_to_decision": "days",
    "accepted_to_decision_working": "working_days",
}
"""What is measured, each with its unit."""


@dataclass(frozen=True, slots=True)
class Point:
    """A day of waiting on which cases were decided.

    at_risk: those that waited so long; censored: those of which nothing later is known from here
    to the next point; waiting: the share that waits longer, in a band of 95 %.
    """

    day: int
    at_risk: int
    decided: int
    censored: int
    waiting: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """The share that still waits after so many days; quartiles: None where not reached.

    reason: why there are no points, "" where there are.
    """

    measure: str
    unit: str
    cases: int
    decided: int
    censored: int
    points: tuple[Point, ...]
    quartiles: tuple[int | None, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Times:
    """How long each case waited, and whether it was decided then or was last seen waiting."""

    days: Numbers
    decided: Numbers


def times(cases: Columns, begun: Numbers, on: int) -> Times:
    """From the days on which they began to the first decision, or as far as is known on a day.

    A case that left is known to have waited until then, and no more.
    """
    there = begun <= on
    decided = (cases.decided <= on)[there]
    ended = np.where(decided, cases.decided[there], np.minimum(cases.left[there], on))
    return Times(np.maximum(ended - begun[there], 0), decided)


def curve(measure: str, waited: Times) -> Curve:
    """The curve of so many cases; ties: decisions of a day come before what is last seen on it."""
    unit, cases = MEASURES[measure], len(waited.days)
    if not waited.decided.any():
        reason = "nobody_decided" if cases else "no_cases"
        nobody: tuple[int | None, ...] = (None,) * len(QUARTILES)
        return Curve(measure, unit, cases, 0, cases, (), nobody, reason)
    days, at_risk, decided, left = steps(waited)
    still = np.cumprod(1 - decided / at_risk)
    low, high = _band(still, at_risk, decided)
    points = tuple(
        Point(int(t), int(n), int(d), int(c), float(s), *band)
        for t, n, d, c, s, *band in zip(days, at_risk, decided, left, still, low, high, strict=True)
    )
    total = int(decided.sum())
    reached = quantiles(days, still, QUARTILES)
    return Curve(measure, unit, cases, total, cases - total, points, reached, "")


def steps(waited: Times) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Days on which some were decided; at risk, decided, and censored until the next such day."""
    size = int(waited.days.max()) + 1
    decided = np.bincount(waited.days[waited.decided], minlength=size)
    censored = np.bincount(waited.days[~waited.decided], minlength=size)
    gone = np.cumsum(decided + censored)
    days = np.flatnonzero(decided)
    at_risk = len(waited.days) - (gone[days] - decided[days] - censored[days])
    seen = np.cumsum(censored)
    before = seen[days] - censored[days]
    return days, at_risk, decided[days], np.append(before[1:], seen[-1]) - before


def quantiles(days: Numbers, still: Numbers, percents: Sequence[int]) -> tuple[int | None, ...]:
    """The first day by which so many percent are decided; None where that is not reached."""
    found = (days[still <= 1 - percent / 100 + _EVEN] for percent in percents)
    return tuple(int(each[0]) if len(each) else None for each in found)


def reached(waited: Times, percents: Sequence[int]) -> tuple[int | None, ...]:
    """The days by which so many percent are decided, without the curve."""
    if not waited.decided.any():
        return (None,) * len(percents)
    days, at_risk, decided, _ = steps(waited)
    return quantiles(days, np.cumprod(1 - decided / at_risk), percents)


def _band(
    still: Numbers, at_risk: Numbers, decided: Numbers
) -> tuple[list[float | None], list[float | None]]:
    """Greenwood's variance on the scale log(-log S); None where S is 0 or 1."""
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.cumsum(decided / (at_risk * (at_risk - decided))) / np.log(still) ** 2
        middle, half = np.log(-np.log(still)), Z * np.sqrt(variance)
        low, high = np.exp(-np.exp(middle + half)), np.exp(-np.exp(middle - half))
    known = (still > 0) & (still < 1)
    return _or_none(low, known), _or_none(high, known)


def _or_none(values: Numbers, known: Numbers) -> list[float | None]:
    return [
        float(value) if is_known else None for value, is_known in zip(values, known, strict=True)
    ]
