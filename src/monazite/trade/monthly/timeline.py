"""A series in time: its releases side by side, none twice, for whoever draws or lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.trade.periods import Period

if TYPE_CHECKING:
    from monazite.trade.monthly.figures import Figure, Measure
    from monazite.trade.monthly.series import Series


def main_measure(series: Series) -> Measure:
    """What a series counts: tonnes, or values where it has no tonnes."""
    has_tonnes = any(point.figures["tonnes"].value is not None for point in series.points)
    return "tonnes" if has_tonnes else "usd_million"


def releases(
    series: Series, to: str, measure: Measure, span: Period
) -> tuple[tuple[Period, Figure], ...]:
    """Months and joined months with a figure that touch the span, in order, none overlapping.

    Joined months of which every single month has a figure too give way to them; otherwise the
    single months give way, for a part of the whole would not say how much the rest is.
    """
    found = {
        point.period: point.figures[measure]
        # Of two prints of one period the first row, the one to use, is written last.
        for point in reversed(series.points)
        if point.is_release
        and point.to == to
        and point.period.overlaps(span)
        and point.figures[measure].value is not None
    }
    whole = {period for period in found if period.is_month or not _all_single(period, found)}
    kept = {p for p in whole if not any(q != p and q.contains(p) for q in whole)}
    return tuple((period, found[period]) for period in sorted(kept))


def _all_single(period: Period, found: dict[Period, Figure]) -> bool:
    return all(Period(i, i) in found for i in range(period.first, period.last + 1))
