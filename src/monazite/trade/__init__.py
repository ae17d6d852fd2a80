"""Trade statistics: packaged monthly figures, what they add up to, and claims held against them."""

from __future__ import annotations

from monazite.trade.claims import check_claim, check_run
from monazite.trade.month import MonthReport, month_report
from monazite.trade.periods import Period, parse
from monazite.trade.series import SERIES, WORLD, Series, load

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
