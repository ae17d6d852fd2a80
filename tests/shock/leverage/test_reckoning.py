"""The equations on small hand-made cases."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.extra.numpy import arrays

from monazite.shock.leverage.reckoning import Sales, bites, both, halts, known, lost, opposed, sales

NAN = np.nan
AMOUNTS = arrays(float, (3, 2, 4), elements=some.floats(0, 1e3))


def test_what_is_lost_adds_up_to_each_months_end_and_less_what_is_caught_up() -> None:
    with_, without = np.array([[5.0], [9.0], [1.0]]), np.array([[1.0], [2.0], [3.0]])
    assert lost(with_, without).tolist() == [[4.0], [11.0], [9.0]]


def test_tonnes_that_are_not_sold_at_the_old_price_and_those_that_are_at_the_new() -> None:
    # 100 t at 50 US$ a kg became 60 t at 80: 40 t x 50 = 2.0 m$ unsold, 60 t x 30 = 1.8 m$ more.
    one = Sales(np.full((1, 1, 1), 60.0), np.full((1, 1, 1), 80.0))
    other = Sales(np.full((1, 1, 1), 100.0), np.full((1, 1, 1), 50.0))
    found = sales(one, other)
    assert found.unsold.item() == pytest.approx(2.0)
    assert found.price.item() == pytest.approx(1.8)
    assert found.revenue.item() == pytest.approx(0.2)


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_both_effects_are_the_turnover_that_is_lost(
    t1: np.ndarray, p1: np.ndarray, t0: np.ndarray, p0: np.ndarray
) -> None:
    found = sales(Sales(t1, p1), Sales(t0, p0))
    turnover = ((t0 * p0).sum(axis=1) - (t1 * p1).sum(axis=1)).cumsum(axis=0) / 1000
    np.testing.assert_allclose(found.revenue, turnover, atol=1e-6)
    back = sales(Sales(t0, p0), Sales(t1, p1))
    np.testing.assert_allclose(back.revenue, -found.revenue, atol=1e-6)


def test_it_bites_in_the_first_week_that_loses_more_than_the_share() -> None:
    without = np.ones((4, 3))
    with_ = np.array([[1.0, 1.0, 1.0], [0.99, 0.9, 1.0], [0.5, 0.9, 1.0], [1.0, 1.0, 0.995]])
    found = bites(with_, without, 0.02)
    assert found[:2].tolist() == [2.0, 1.0]
    assert np.isnan(found[2])
    assert known(found) == pytest.approx(2 / 3)


def test_a_halt_counts_where_it_would_not_have_come_by_then_anyway() -> None:
    with_, without = np.array([5.0, 5.0, 5.0, NAN]), np.array([NAN, 9.0, 5.0, 2.0])
    found = halts(with_, without)
    assert found[:2].tolist() == [5.0, 5.0]
    assert np.isnan(found[2:]).all()


def test_sides_gain_together_or_at_each_others_cost() -> None:
    one, other = np.array([1.0, 1.0, -1.0, 0.0]), np.array([2.0, -2.0, -1.0, 3.0])
    assert both(one, other) == 0.25
    assert opposed(one, other) == 0.25
