"""Plants, recycling and price floors in cases that are worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.response.policies.plants import PROMISE
from support.response_by_hand import PRICE, by_hand, limits, plant, plants, solved, store


def test_a_plant_covers_what_the_store_does_not() -> None:
    """Stopped in months 1 to 6; begun in month 0, the plant works from month 3: 20 t are stored."""
    given = by_hand(12, range(1, 7), stores=store(month_t=20), plants=plant())
    made, found = solved(given)
    assert found.values[made.stockpile.buy].sum() == pytest.approx(20)
    assert found.values[made.plants.stands][:, 0] == pytest.approx([0] * 3 + [10] * 9)
    assert found.objective == pytest.approx(20 * 0.06 + 10 * 0.1)


def test_a_tight_budget_goes_to_the_plant_first() -> None:
    """A US$ of plant gives 40 t for a million, of stock 16.7: .6 million are left for 10 t."""
    given = by_hand(
        12, range(1, 7), stores=store(month_t=20), plants=plant(), limits=limits(budget=1.6)
    )
    _, found = solved(given)
    assert found.objective == pytest.approx(1.6 + 100)
    assert found.dual("budget")[0] == pytest.approx(1 - 10 / 0.06)


def test_a_plant_that_is_ready_too_late_is_not_begun() -> None:
    _, found = solved(by_hand(6, range(6), plants=plant(ready=6)))
    assert found.objective == pytest.approx(600)


def test_a_plant_may_only_be_begun_in_its_months() -> None:
    """From month 4 on and ready 3 months later: the last two of months 0 to 8."""
    made, found = solved(by_hand(9, range(9), plants=plant(from_month=4, until_month=5)))
    assert set(made.plants.built.month) == {4, 5}
    assert found.objective == pytest.approx(700 + 1)


def test_recycling_is_a_plant_of_its_own_way() -> None:
    """4 t a month of scrap, from month 3 to 6: 16 t of 60."""
    given = by_hand(12, range(1, 7), plants=plant(way="recycling", most=4.0))
    _, found = solved(replace(given, ways=frozenset({"recycling"})))
    assert found.objective == pytest.approx(440 + 0.4)
    _, without = solved(replace(given, ways=frozenset({"plants", "stockpile"})))
    assert without.objective == pytest.approx(600)


def test_a_plant_without_its_inputs_makes_nothing() -> None:
    """It takes 2 t of the same magnets for each t: none come in a stop."""
    _, found = solved(by_hand(6, range(6), plants=plant(inputs=((1, 2.0),))))
    assert found.objective == pytest.approx(600)


def test_inputs_leave_their_market_and_what_comes_besides_enters_its() -> None:
    """1 t out of 2 t of the seller's market, and 1 t more besides: half the size is enough."""
    given = by_hand(6, range(6), plants=plant(inputs=((0, 2.0),), besides=((1, 1.0),)))
    made, found = solved(given)
    assert found.objective == pytest.approx(300 + 5 * 0.1)
    assert found.values[made.plants.output][0, 3:, 0] == pytest.approx([5, 5, 5])


def test_running_costs_are_paid_for_what_is_made() -> None:
    """Six t-months of ten are lost; of months 3 to 5, ten t a month at .5 million US$ a t."""
    _, found = solved(by_hand(6, range(6), plants=plant(running=0.5)))
    assert found.objective == pytest.approx(300 + 1 + 30 * 0.5)


def test_a_floor_is_paid_on_all_that_stands() -> None:
    """A floor of 80 over a price of 50 US$ a kg: .03 million a t, 10 t in months 3 to 11."""
    given = by_hand(12, range(1, 7), plants=plant(capex=1e6, floor=PRICE + 30))
    made, found = solved(given)
    paid = 10 * 9 * 0.03 + 10 * PROMISE
    assert found.values[made.plants.offtaken.size].sum() == pytest.approx(10)
    assert found.objective == pytest.approx(200 + paid)


def test_a_floor_pays_for_running_too() -> None:
    """Of .03 million US$ a t the running costs are .01: they are not charged again."""
    floored = plant(capex=1e6, floor=PRICE + 30, running=0.01)
    _, found = solved(by_hand(12, range(1, 7), plants=floored))
    assert found.objective == pytest.approx(200 + 90 * 0.03 + 10 * PROMISE)


def test_floors_count_in_the_budget() -> None:
    """Money for half the floor: half the plant."""
    half = 0.5 * (10 * 9 * 0.03 + 10 * PROMISE)
    given = by_hand(
        12, range(1, 7), plants=plant(capex=1e6, floor=PRICE + 30), limits=limits(budget=half)
    )
    _, found = solved(given)
    assert found.objective == pytest.approx(400 + half)


def test_a_plant_without_a_floor_cannot_be_bound() -> None:
    made, _ = solved(by_hand(12, range(1, 7), plants=plant(floor=np.nan)))
    assert made.plants.offtaken.plant.size == 0


def test_a_whole_plant_is_built_as_it_is_or_not_at_all() -> None:
    """Of 15 t a month, 10 are needed; in parts, only these are paid."""
    given = by_hand(12, range(1, 7), plants=plant(most=15.0, fixed=3.0, whole=True))
    _, parts = solved(given)
    _, whole = solved(replace(given, whole=True))
    assert parts.objective == pytest.approx(200 + (3 + 15 * 0.1) * 10 / 15)
    assert whole.objective == pytest.approx(200 + 3 + 15 * 0.1)


def test_a_plant_is_built_or_bound_but_once() -> None:
    """10 t a month of each way would be wanted: the plant has 6 in all."""
    made, found = solved(by_hand(12, range(1, 7), plants=plant(most=6.0, floor=PRICE)))
    sizes = [found.values[each.size].sum() for each in (made.plants.built, made.plants.offtaken)]
    assert sum(sizes) == pytest.approx(6)


def test_the_cheaper_of_two_plants_is_built_first() -> None:
    made, found = solved(by_hand(12, range(1, 7), plants=plants([{"capex": 0.2}, {"most": 7.0}])))
    assert found.values[made.plants.stands][-1] == pytest.approx([3, 7])
