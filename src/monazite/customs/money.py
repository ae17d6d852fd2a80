"""Values across currencies, for thresholds alone: never for what is written on a licence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

_MONTHS_BACK = 24


def converted(value: Decimal, currency: str, to: str, on: date) -> Decimal | None:
    """The value in another currency at the last known month's average rate; None without one."""
    if currency == to:
        return value
    ours, theirs = _usd(currency, on.year, on.month), _usd(to, on.year, on.month)
    return None if ours is None or theirs is None else value * ours / theirs


@lru_cache(maxsize=1024)
def _usd(currency: str, year: int, month: int) -> Decimal | None:
    """US dollars for one unit in the month, or in the nearest one before it that is known."""
    from monazite.trade.packaged.rates import usd_per  # noqa: PLC0415 - only where values differ

    for back in range(_MONTHS_BACK):
        before = year * 12 + month - 1 - back
        if (rate := usd_per(currency, f"{before // 12}-{before % 12 + 1:02d}")) is not None:
            return rate
    return None
