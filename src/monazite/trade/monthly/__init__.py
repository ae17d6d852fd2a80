"""Published monthly headline figures, what they add up to, and claims held against them."""

from __future__ import annotations

from monazite.trade.monthly.claims import check_claim, check_run
from monazite.trade.monthly.month import MonthReport, month_report
from monazite.trade.monthly.series import SERIES, WORLD, Series, load
from monazite.trade.periods import Period, parse

__all__ = [
    "SERIES",
    "WORLD",
    "MonthReport",
    "Period",
    "Series",
    "check_claim",
    "check_run",
    "load",
    "month_report",
    "parse",
]
