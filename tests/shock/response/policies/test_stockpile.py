"""The store in cases that are worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.response.answers.licences import permit_worth
from support.response_by_hand import by_hand, limits, solved, store


def test_without_a_store_a_stop_of_six_months_loses_six_months() -> None:
    _, found = solved(by_hand(12, range(6, 12)))
    assert found.objective == pytest.approx(600)


def test_a_store_covers_the_stop_exactly() -> None:
    """60 t lack; 10 t may be bought in each of six months, at .06 million US$ a t."""
    made, found = solved(by_hand(12, range(6, 12), stores=store(month_t=10)))
    assert found.values[made.stockpile.buy][:, 0] == pytest.approx([10] * 6 + [0] * 6)
    assert found.values[made.stockpile.release][0, :, 0] == pytest.approx([0] * 6 + [10] * 6)
    assert found.objective == pytest.approx(60 * 0.06)


def test_holding_is_paid_for_what_lies_in_store() -> None:
    """10, 20, … 60 t at the ends of months 0 to 5, then 50, … 0: 360 t-months of 1 % of .06."""
    given = store(month_t=10)._replace(holding=0.12)
    _, found = solved(by_hand(12, range(6, 12), stores=given))
    assert found.objective == pytest.approx(60 * 0.06 + 360 * 0.06 * 0.01)


def test_what_is_bought_leaves_the_planners_own_market() -> None:
    """Nothing may be bought round a stop: in the stop, the store would take from the plants."""
    made, found = solved(by_hand(12, range(12), stores=store(month_t=100)))
    assert found.values[made.stockpile.buy].sum() == pytest.approx(0)
    assert found.objective == pytest.approx(1200)


def test_flows_bear_no_more_than_they_can() -> None:
    """Thrice the usual flow: 20 t a month for the store, 40 t before a stop in the third month."""
    _, found = solved(by_hand(8, range(2, 8), stores=store(month_t=100)))
    assert found.objective == pytest.approx(40 * 0.06 + 200)


def test_a_full_store_bounds_what_it_covers() -> None:
    _, found = solved(by_hand(12, range(6, 12), stores=store(month_t=10, most_t=25)))
    assert found.objective == pytest.approx(25 * 0.06 + 350)


def test_the_duals_are_those_of_the_next_tonne() -> None:
    """Budget for 30 t: the next US$ buys 1 / .06 t, each of which saves 10; a licence saves 10."""
    given = by_hand(12, range(6, 12), stores=store(month_t=10), limits=limits(budget=1.8))
    made, found = solved(given)
    assert found.objective == pytest.approx(1.8 + 300)
    assert found.dual("budget")[0] == pytest.approx(1 - 10 / 0.06)
    assert permit_worth(made, found)[0, :, 0] == pytest.approx([10] * 12)
    assert -found.duals[made.network.balance][0, 6:, 1] == pytest.approx([10] * 6)


def test_a_discounted_purchase_is_put_off() -> None:
    """At 10 % a year the stop of the last month is bought for in the month before."""
    given = by_hand(12, (11,), stores=store(month_t=10))
    made, found = solved(given)
    late, later = solved(
        by_hand(12, (11,), stores=store(month_t=10), money=given.money._replace(discount=0.1))
    )
    assert found.values[made.stockpile.buy].sum() == pytest.approx(10)
    assert later.values[late.stockpile.buy][10, 0] == pytest.approx(10)
    assert later.objective == pytest.approx(10 * 0.06 * 1.1 ** (-10 / 12))
    assert np.isfinite(found.objective)
