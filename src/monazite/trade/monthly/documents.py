"""The JSON form of reports and verdicts: one object each, numbers as numbers, unknown as null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from monazite.trade.monthly.figures import plain
from monazite.trade.monthly.published import CENT

if TYPE_CHECKING:
    from decimal import Decimal

    from monazite.trade.monthly.checks import ClaimCheck, Conflict, SumCheck
    from monazite.trade.monthly.claims import RunVerdict, Verdict
    from monazite.trade.monthly.gaps import Coverage
    from monazite.trade.monthly.implied import Implied
    from monazite.trade.monthly.month import MonthReport
    from monazite.trade.monthly.published import Interval
    from monazite.trade.monthly.streaks import Streak

Document = dict[str, Any]


def report_document(report: MonthReport) -> Document:
    """A month report as the JSON object of `monazite trade month --json`."""
    return {
        "series": report.series,
        "period": report.period.text,
        "to": report.to,
        **{name: figure.document() for name, figure in report.figures.items()},
        "streak": {one.basis: _streak(one) for one in report.streaks},
        "implied": [_implied(one) for one in report.implied],
        "claims": [_claim(one) for one in report.claims],
        "checks": [_sum(one) for one in report.sums],
        "conflicts": [_conflict(one) for one in report.conflicts],
        "notes": [{"source": row, "note": note} for row, note in report.notes],
    }


def verdict_document(verdict: Verdict) -> Document:
    """A verdict on a claimed change: what was claimed, what is possible, and the verdict."""
    low, high = _ends(verdict.interval)
    claimed_low, claimed_high = _ends(verdict.claimed_interval, exact=True)
    implied_low, implied_high = _ends(verdict.implied)
    return {
        "verdict": verdict.state,
        "reason": verdict.reason,
        "computed_pct": _cents(verdict.computed),
        "low_pct": low,
        "high_pct": high,
        "claimed_pct": plain(verdict.claimed),
        "claimed_low_pct": claimed_low,
        "claimed_high_pct": claimed_high,
        "implied_before_low": implied_low,
        "implied_before_high": implied_high,
    }


def run_document(run: RunVerdict) -> Document:
    """A verdict on months in a row: every month with its change or the reason why it is unknown."""
    return {
        "verdict": run.state,
        "reason": run.reason,
        "months": [{"period": month.text, **figure.document()} for month, figure in run.months],
        "source": ", ".join(run.sources) or None,
    }


def coverage_document(one: Coverage) -> Document:
    """What a series covers, with every joined period and every gap by name."""
    return {
        "name": one.series,
        "to": one.to,
        "first": one.first,
        "last": one.last,
        "months_known": one.months_known,
        "joined": [period.text for period in one.joined],
        "gaps": [period.span_text for period in one.gaps],
        "destinations": list(one.destinations),
    }


def _streak(one: Streak) -> Document:
    return {
        "direction": one.direction,
        "months": one.months,
        "exact": one.exact,
        "since": one.since.text,
        "stopped_by": one.stopped_by,
        "source": ", ".join(one.sources),
    }


def _implied(one: Implied) -> Document:
    low, high = _ends(one.figure.interval)
    return {
        "measure": one.measure,
        "basis": one.basis,
        "period": one.period.text,
        **one.figure.document(),
        "low": low,
        "high": high,
        "published": one.published.document() if one.published else None,
    }


def _claim(one: ClaimCheck) -> Document:
    return {
        "period": one.claim.period.text,
        "measure": one.claim.measure,
        "basis": one.claim.basis,
        "before": one.base_period.text,
        "source": one.claim.row,
        "confidence": one.claim.confidence,
        **verdict_document(one.verdict),
    }


def _sum(one: SumCheck) -> Document:
    return {
        "period": one.period.text,
        "published": one.published.document(),
        "computed": one.computed.document(),
        "verdict": one.state,
    }


def _conflict(one: Conflict) -> Document:
    return {
        "kind": one.kind,
        "period": one.period.text,
        "readings": [figure.document() for figure in one.readings],
    }


def _ends(interval: Interval | None, *, exact: bool = False) -> tuple[Any, Any]:
    """The two ends as JSON numbers, to two decimals or exact; nulls for no interval."""
    if interval is None:
        return None, None
    if exact:
        return plain(interval.low), plain(interval.high)
    return _cents(interval.low), _cents(interval.high)


def _cents(value: Decimal | None) -> float | int | None:
    return None if value is None else plain(value.quantize(CENT))
