"""Implied base values: what a level and its printed change say about the level before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.trade.monthly.figures import Figure, sources_of, weakest
from monazite.trade.monthly.published import CENT, HUNDRED, Interval

if TYPE_CHECKING:
    from decimal import Decimal

    from monazite.trade.monthly.figures import Basis, Measure
    from monazite.trade.periods import Period


@dataclass(frozen=True, slots=True)
class Implied:
    """A level that was not read anywhere but follows from a later one and its printed change."""

    measure: Measure
    basis: Basis
    period: Period
    figure: Figure
    published: Figure | None


def implied_value(figure: Decimal, change_pct: Decimal) -> Decimal:
    """The base that gives the figure after the change; InputError for a fall of 100 % or more."""
    if change_pct <= -HUNDRED:
        raise InputError("change", change_pct, "a change above -100 per cent")
    return figure / (1 + change_pct / HUNDRED)


def implied_interval(figure: Interval, change_pct: Interval) -> Interval | None:
    """Every base that the printed digits allow; none where they allow a fall of 100 %."""
    if change_pct.low <= -HUNDRED:
        return None
    return Interval(
        implied_value(figure.low, change_pct.high), implied_value(figure.high, change_pct.low)
    )


def implied_base(now: Figure, change_pct: Figure) -> Figure | None:
    """The implied level as a figure to two decimals, at best "derived"; none where nothing follows.

    Nothing follows from an unknown figure, nor from a fall of 100 %.
    """
    if now.value is None or change_pct.value is None or change_pct.value <= -HUNDRED:
        return None
    interval = None
    if now.interval and change_pct.interval:
        interval = implied_interval(now.interval, change_pct.interval)
    confidence = weakest(now, change_pct)
    return Figure(
        implied_value(now.value, change_pct.value).quantize(CENT),
        now.unit,
        sources_of(now, change_pct),
        "derived" if confidence == "reported" else confidence,
        None,
        interval,
    )
