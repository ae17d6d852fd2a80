from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from monazite.shock.response.setting import WEEKS
from monazite.shock.response.world.months import (
    averaged,
    lags,
    month_of,
    shares,
    since,
    summed,
    weeks_for,
)


@pytest.mark.parametrize("months", [1, 12, 36, 120])
def test_every_month_is_as_long_and_no_week_is_counted_twice(months: int) -> None:
    found = shares(weeks_for(months), months)
    assert found.sum(axis=1) == pytest.approx(np.full(months, WEEKS))
    assert found.sum(axis=0).max() <= 1 + 1e-12


def test_amounts_are_summed_and_numbers_averaged() -> None:
    weekly = np.ones((weeks_for(6), 2)) * [3.0, 5.0]
    assert summed(weekly, 6) == pytest.approx(np.tile([3 * WEEKS, 5 * WEEKS], (6, 1)))
    assert averaged(weekly, 6) == pytest.approx(np.tile([3.0, 5.0], (6, 1)))


def test_weeks_on_the_way_are_the_nearest_whole_months() -> None:
    assert lags(np.array([1, 2, 3, 5, 7, 16])).tolist() == [0, 0, 1, 1, 2, 4]


def test_months_are_counted_by_the_calendar() -> None:
    assert since(date(2025, 11, 1), date(2026, 2, 27)) == 3
    assert [month_of(week) for week in (0, 4, 5, 9)] == [0, 0, 1, 2]
