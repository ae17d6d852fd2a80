"""The report of one period of one series: levels, changes, streaks, checks and conflicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.trade.monthly.checks import (
    ClaimCheck,
    Conflict,
    SumCheck,
    claim_checks,
    conflicts,
    sum_checks,
)
from monazite.trade.monthly.figures import Basis, Figure, ratio
from monazite.trade.monthly.implied import Implied, implied_base
from monazite.trade.monthly.levels import level, level_change, published
from monazite.trade.monthly.series import WORLD, Series, load
from monazite.trade.monthly.streaks import Streak, streak
from monazite.trade.periods import Period, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

_KUSD_A_TONNE = 1000
BASES: tuple[Basis, ...] = ("yoy", "mom")
FIGURES = (
    "tonnes", "usd_million", "mom_pct", "yoy_pct", "ytd_tonnes", "ytd_yoy_pct", "usd_per_kg",
    "usd_mom_pct", "usd_yoy_pct",
)  # fmt: skip
"""Names of the figures of a report, in the order of its table."""


@dataclass(frozen=True, slots=True)
class MonthReport:
    """Everything the packaged figures say of one period, destination and series."""

    series: str
    period: Period
    to: str
    figures: Mapping[str, Figure]
    streaks: tuple[Streak, ...]
    implied: tuple[Implied, ...]
    claims: tuple[ClaimCheck, ...]
    sums: tuple[SumCheck, ...]
    conflicts: tuple[Conflict, ...]
    notes: tuple[tuple[str, str], ...]


def month_report(series: str | Series, period: Period | str, to: str = WORLD) -> MonthReport:
    """The report of a month, or of any other period; InputError for a bad series or period.

    `series`: the name of a packaged one, or a series of one's own. `to` is an ISO 3166 two-letter
    code or WORLD. What no row says is unknown, with its reason.
    """
    data = load(series) if isinstance(series, str) else series
    span = parse(period, "month") if isinstance(period, str) else period
    claims, sums = claim_checks(data, span, to), sum_checks(data, span, to)
    return MonthReport(
        series=data.name,
        period=span,
        to=to,
        figures=_figures(data, span, to),
        streaks=_streaks(data, span, to),
        implied=_implied(data, claims),
        claims=claims,
        sums=sums,
        conflicts=conflicts(data, span, to, claims, sums),
        notes=tuple((point.row, point.note) for point in data.at(span, to) if point.note),
    )


def _figures(data: Series, period: Period, to: str) -> dict[str, Figure]:
    """The nine figures: exact levels, per cent and USD/kg to two decimals."""
    tonnes = level(data, period, to, "tonnes")
    usd = level(data, period, to, "usd_million")
    to_date = period.to_date()
    return {
        "tonnes": tonnes,
        "usd_million": usd,
        "mom_pct": level_change(data, period, to, "tonnes", "mom"),
        "yoy_pct": level_change(data, period, to, "tonnes", "yoy"),
        "ytd_tonnes": level(data, to_date, to, "tonnes"),
        "ytd_yoy_pct": level_change(data, to_date, to, "tonnes", "yoy"),
        "usd_per_kg": ratio(usd, tonnes, "USD/kg", _KUSD_A_TONNE),
        "usd_mom_pct": level_change(data, period, to, "usd_million", "mom"),
        "usd_yoy_pct": level_change(data, period, to, "usd_million", "yoy"),
    }


def _streaks(data: Series, period: Period, to: str) -> tuple[Streak, ...]:
    """The streaks by year and by month that the period ends; only a month can end one."""
    if not period.is_month:
        return ()
    found = (streak(data, period, to, basis) for basis in BASES)
    return tuple(one for one in found if one is not None)


def _implied(data: Series, claims: tuple[ClaimCheck, ...]) -> tuple[Implied, ...]:
    """What each printed change says about the level before, beside what was published of it."""
    return tuple(
        Implied(
            one.claim.measure,
            one.claim.basis,
            one.base_period,
            figure,
            published(data, one.base_period, one.claim.to, one.claim.measure),
        )
        for one in claims
        if (figure := implied_base(one.now, one.claim.figure)) is not None
    )
