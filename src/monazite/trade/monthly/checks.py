"""Checks of one period: printed changes, sums to date, and sources that cannot all be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.trade.monthly.claims import State, Verdict, check_change
from monazite.trade.monthly.figures import Figure, change
from monazite.trade.monthly.levels import base_period, level, sum_of_releases

if TYPE_CHECKING:
    from monazite.trade.monthly.figures import Measure
    from monazite.trade.monthly.series import PublishedChange, Series
    from monazite.trade.periods import Period

MEASURES: tuple[Measure, ...] = ("tonnes", "usd_million")


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """A printed change, the levels it speaks of, and whether it follows from them."""

    claim: PublishedChange
    now: Figure
    base_period: Period
    base: Figure
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SumCheck:
    """A published figure to date beside the sum of the releases that it should equal."""

    period: Period
    published: Figure
    computed: Figure
    state: State


@dataclass(frozen=True, slots=True)
class Conflict:
    """Readings of one thing that cannot all be right, each with its rows; the one used first.

    `kind` is "printed_twice", "sum" (to date, against its releases) or "change" (as printed,
    against its levels).
    """

    kind: str
    period: Period
    readings: tuple[Figure, ...]


def claim_checks(series: Series, period: Period, to: str) -> tuple[ClaimCheck, ...]:
    """Every change that was printed for the period or for its year to date, checked."""
    spans = _spans(period)
    return tuple(
        _claim_check(series, one) for one in series.changes if one.to == to and one.period in spans
    )


def sum_checks(series: Series, period: Period, to: str) -> tuple[SumCheck, ...]:
    """Published figures to date or of a span against the sum of months, where both are known."""
    found = (
        _sum_check(series, span, to, measure) for span in _spans(period) for measure in MEASURES
    )
    return tuple(check for check in found if check is not None)


def conflicts(
    series: Series,
    period: Period,
    to: str,
    claims: tuple[ClaimCheck, ...],
    sums: tuple[SumCheck, ...],
) -> tuple[Conflict, ...]:
    """Every disagreement beyond rounding: shown, never settled silently."""
    twice = [
        Conflict("printed_twice", span, readings)
        for span in _spans(period)
        for measure in MEASURES
        if (readings := _readings(series, span, to, measure))
    ]
    off = [
        Conflict("sum", check.period, (check.published, check.computed))
        for check in sums
        if check.state == "inconsistent"
    ]
    refuted = [
        Conflict("change", one.claim.period, (change(one.now, one.base, None), one.claim.figure))
        for one in claims
        if one.verdict.state == "inconsistent"
    ]
    return (*twice, *off, *refuted)


def _spans(period: Period) -> tuple[Period, ...]:
    """The period and its year to date, once each."""
    return tuple(dict.fromkeys((period, period.to_date())))


def _claim_check(series: Series, claim: PublishedChange) -> ClaimCheck:
    before = base_period(claim.period, claim.basis)
    now = level(series, claim.period, claim.to, claim.measure)
    base = level(series, before, claim.to, claim.measure)
    return ClaimCheck(claim, now, before, base, check_change(now, claim.pct, base))


def _sum_check(series: Series, span: Period, to: str, measure: Measure) -> SumCheck | None:
    totals = (p.figures[measure] for p in series.at(span, to) if not p.is_release)
    published = next((figure for figure in totals if figure.value is not None), None)
    computed = sum_of_releases(series, span, to, measure)
    if published is None or computed is None:
        return None
    return SumCheck(span, published, computed, _same(published, computed))


def _same(one: Figure, other: Figure) -> State:
    """Whether two figures can be one, as far as printed digits can tell."""
    if one.interval is None or other.interval is None:
        return "consistent" if one.value == other.value else "cannot_be_said"
    return "consistent" if one.interval.overlaps(other.interval) else "inconsistent"


def _readings(series: Series, span: Period, to: str, measure: Measure) -> tuple[Figure, ...]:
    """The prints of one figure if two of them differ beyond rounding, else none."""
    printed = [p.figures[measure] for p in series.at(span, to)]
    known = tuple(figure for figure in printed if figure.value is not None)
    differ = any(_same(known[0], other) == "inconsistent" for other in known[1:])
    return known if differ else ()
