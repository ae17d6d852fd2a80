"""Levels of a period: as published, else the sum of published parts, else unknown and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.trade.monthly.figures import (
    UNITS,
    Basis,
    Figure,
    Measure,
    change,
    total,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.trade.monthly.series import Point, Series
    from monazite.trade.periods import Period


def published(series: Series, period: Period, to: str, measure: Measure) -> Figure | None:
    """The figure that was published for exactly that period, or none."""
    figures = (point.figures[measure] for point in series.at(period, to))
    return next((figure for figure in figures if figure.value is not None), None)


def level(series: Series, period: Period, to: str, measure: Measure) -> Figure:
    """What moved in a period: published, else the sum of published parts, else unknown.

    A month inside a joined release is unknown for the reason "joined", with the release as source.
    """
    found = published(series, period, to, measure)
    if found is not None:
        return found
    parts = _parts(series, period, to, measure, lambda _: True)
    if parts:
        return total(parts)
    return _unknown_level(series, period, to, measure)


def sum_of_releases(series: Series, period: Period, to: str, measure: Measure) -> Figure | None:
    """The sum of months and joined months over a period, or none where one is missing."""
    parts = _parts(series, period, to, measure, lambda point: point.is_release)
    return total(parts) if parts else None


def level_change(series: Series, period: Period, to: str, measure: Measure, basis: Basis) -> Figure:
    """The change of a period in per cent, against the year before or the month before.

    Only a single month has a month before: joined months are "joined", anything else "not_a_month".
    """
    now = level(series, period, to, measure)
    if basis == "mom" and not period.is_month:
        return unknown("%", _no_month(series, period, to), now.sources)
    base = level(series, base_period(period, basis), to, measure)
    return change(now, base, series.change(period, to, measure, basis))


def base_period(period: Period, basis: Basis) -> Period:
    """What a period is compared with: the same months a year earlier, or those just before."""
    return period.year_earlier() if basis == "yoy" else period.previous()


def releases_across(series: Series, period: Period, to: str) -> tuple[Point, ...]:
    """Joined releases that the period would have to split."""
    return tuple(
        point
        for point in series.points
        if point.joined
        and point.to == to
        and point.period.overlaps(period)
        and not period.contains(point.period)
    )


def _unknown_level(series: Series, period: Period, to: str, measure: Measure) -> Figure:
    across = releases_across(series, period, to)
    # A month that has a row of its own is not hidden in a release, unless the measure is.
    own = series.at(period, to)
    if across and (not own or any(point.figures[measure].value is not None for point in across)):
        return unknown(UNITS[measure], "joined", tuple(point.row for point in across))
    return unknown(UNITS[measure], "not_published_here")


def _no_month(series: Series, period: Period, to: str) -> str:
    joined = any(point.joined for point in series.at(period, to))
    return "joined" if joined else "not_a_month"


def _parts(
    series: Series, period: Period, to: str, measure: Measure, fits: Callable[[Point], bool]
) -> list[Figure]:
    """Known figures that cover the period once, the longest first; empty where none do."""
    known = [
        (point.period, point.figures[measure])
        for point in series.points
        if point.to == to
        and period.contains(point.period)
        and point.figures[measure].value is not None
        and fits(point)
    ]
    # Stable: of two prints of one period the first row, the one to use, stays first.
    known.sort(key=lambda one: -one[0].months)
    return _cover(known, period.first, period.last)


def _cover(known: list[tuple[Period, Figure]], first: int, last: int) -> list[Figure]:
    for period, figure in known:
        if period.first != first:
            continue
        if period.last == last:
            return [figure]
        if rest := _cover(known, period.last + 1, last):
            return [figure, *rest]
    return []
