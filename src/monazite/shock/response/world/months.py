"""From weeks of a run to months of a plan, all of the same length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from datetime import date

    from monazite.shock.model.model import Floats, Ints


def weeks_for(months: int) -> int:
    """Weeks of a run that reaches to the end of the months."""
    return int(np.ceil(months * WEEKS))


def shares(weeks: int, months: int) -> Floats:
    """The part of each week that lies in each month, months x weeks."""
    week, month = np.arange(weeks), np.arange(months)[:, None] * WEEKS
    over = np.minimum(week + 1, month + WEEKS) - np.maximum(week, month)
    return np.asarray(np.clip(over, 0.0, 1.0))


def summed(weekly: Floats, months: int) -> Floats:
    """Amounts by week and column, summed by month."""
    return np.asarray(shares(len(weekly), months) @ weekly)


def averaged(weekly: Floats, months: int) -> Floats:
    """Numbers by week and column, as the mean of the weeks of a month."""
    part = shares(len(weekly), months)
    return np.asarray(part @ weekly / part.sum(axis=1, keepdims=True))


def lags(weeks: Ints) -> Ints:
    """Weeks on the way as whole months, to the nearest: what takes two weeks arrives at once."""
    return np.rint(weeks / WEEKS).astype(np.int64)


def month_of(week: int) -> int:
    """The month in which a week begins."""
    return int(week // WEEKS)


def last_week(month: int) -> int:
    """The last week any of which lies in the month."""
    return int(np.ceil((month + 1) * WEEKS)) - 1


def since(first: date, day: date) -> int:
    """How many months after the first one a day lies, by the calendar."""
    return 12 * (day.year - first.year) + day.month - first.month
