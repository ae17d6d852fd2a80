"""Finished goods in cases that are worked out by hand."""

from __future__ import annotations

import pytest

from support.response_by_hand import by_hand, finished, limits, solved


def test_finished_goods_stand_in_for_their_part_of_output() -> None:
    """Three tenths in months 1 to 6, a fifth of which is lost all the same; .6 to arrange."""
    made, found = solved(by_hand(12, range(1, 7), finished=finished()))
    assert found.values[made.purchases.bought][0, 1:7, 0] == pytest.approx([0.3] * 6)
    assert found.objective == pytest.approx(0.6 + 600 - 180 * 0.8)


def test_finished_goods_that_cost_all_value_are_not_bought() -> None:
    _, found = solved(by_hand(12, range(1, 7), finished=finished(cost=1.0)))
    assert found.objective == pytest.approx(600)


def test_arranging_is_public_money_and_the_purchase_is_not() -> None:
    """.2 million US$ arrange a tenth of output, whatever buyers then pay."""
    _, found = solved(by_hand(12, range(1, 7), finished=finished(), limits=limits(budget=0.2)))
    assert found.objective == pytest.approx(0.2 + 600 - 60 * 0.8)
    assert found.dual("budget")[0] == pytest.approx(1 - 6 * 80 / 2)
