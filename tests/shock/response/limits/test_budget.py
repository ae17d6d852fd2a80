"""Public money within the budget."""

from __future__ import annotations

import pytest

from monazite.shock.response.answers.regretting import spending
from support.response_by_hand import by_hand, limits, plant, solved, store


def test_holding_is_public_money() -> None:
    """A t bought in month 2 for a stop in month 3 costs .06, and .0006 to hold for a month."""
    given = store(month_t=100)._replace(holding=0.12)
    paid = 10 * (0.06 + 0.0006)
    made, found = solved(by_hand(4, (3,), stores=given, limits=limits(budget=paid / 2)))
    assert spending(made, found).spent[0] == pytest.approx(paid / 2)
    assert found.values[made.stockpile.buy].sum() == pytest.approx(5)
    assert found.objective == pytest.approx(50 + paid / 2)


def test_running_costs_are_not() -> None:
    given = by_hand(6, range(6), plants=plant(running=0.5), limits=limits(budget=1.0))
    made, found = solved(given)
    assert spending(made, found).spent[0] == pytest.approx(1)
    assert found.objective == pytest.approx(300 + 1 + 15)


def test_without_money_nothing_is_planned() -> None:
    given = by_hand(6, range(6), plants=plant(), stores=store(), limits=limits(budget=0.0))
    made, found = solved(given)
    assert found.objective == pytest.approx(600)
    assert found.values[made.plants.stands].sum() == 0
