"""What a little more would be worth, worked out by hand and by trying it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.response.answers.marginal import marginal, recipes
from monazite.shock.response.setting import WEEKS
from support.response_by_hand import by_hand, limits, plant, solved, store
from support.response_settings import setting


def test_the_next_dollar_buys_a_store_that_saves_its_output() -> None:
    """.06 million US$ a t, 10 saved for each: 167 for one."""
    given = by_hand(12, range(6, 12), stores=store(month_t=10), limits=limits(budget=1.8))
    money = marginal(*solved(given))[0]
    assert (money.kind, money.country) == ("budget", None)
    assert money.value == money.per_dollar == pytest.approx(10 / 0.06)


def test_no_more_money_is_worth_nothing() -> None:
    given = by_hand(12, range(6, 12), stores=store(month_t=10), limits=limits(budget=50.0))
    assert marginal(*solved(given))[0].value == 0


def test_capacity_is_worth_what_it_makes_in_the_stop() -> None:
    """Six months of 10 million US$ a t; a plant costs .1, and 3 for 10 t a month."""
    given = by_hand(12, range(6), plants=plant(ready=99, fixed=3.0))
    (found,) = [row for row in marginal(*solved(given)) if row.kind == "capacity"]
    assert (found.stage, found.good, found.country) == ("magnet", "NdFeB/magnet", "JPN")
    assert found.value == pytest.approx(60)
    assert found.per_dollar == pytest.approx(60 / 0.4)


def test_stock_is_worth_what_it_saves_a_kilogram() -> None:
    """A t saves 10 million US$: 10,000 US$ a kg, at 50 US$ a kg."""
    given = by_hand(12, range(6, 12))
    world = given.world._replace(stock=np.array([0.0, 25.0]))
    (found,) = [
        row for row in marginal(*solved(replace(given, world=world))) if row.kind == "stock"
    ]
    assert found.value == pytest.approx(10_000)
    assert found.per_dollar == pytest.approx(10_000 / 50)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_stock_is_worth_what_a_little_more_of_it_saves(seed: int) -> None:
    given = setting(seed, 3, 5, 3, 8, 2)
    given = replace(given, money=given.money._replace(restocking=0.0))
    _, before = solved(given)
    rows = [row for row in marginal(*solved(given)) if row.kind == "stock"]
    names = [f"{good.material}/{good.stage}" for good in given.world.model.goods]
    assert rows
    for row in rows[:4]:
        market = names.index(row.good or "") * 5 + given.world.model.countries.index(
            row.country or ""
        )
        stock = given.world.stock.copy()
        stock[market] += 1e-4
        _, after = solved(replace(given, world=given.world._replace(stock=stock)))
        saved = (before.objective - after.objective) / 1e-4 * 1000
        assert saved == pytest.approx(row.value, rel=1e-2)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_capacity_is_worth_what_a_little_more_of_it_saves(seed: int) -> None:
    """A plant of .1 kg a month that costs nothing and is there at once."""
    given = replace(setting(seed, 3, 5, 3, 8, 2), ways=frozenset({"plants"}))
    _, before = solved(given)
    rows = [row for row in marginal(*solved(given)) if row.kind == "capacity"]
    model, net = given.world.model, recipes(given.world.model)
    names = [f"{good.material}/{good.stage}" for good in model.goods]
    assert rows
    for row in rows:
        good, country = names.index(row.good or ""), model.countries.index(row.country or "")
        taken = tuple((int(h) * 5 + country, -net[good, h]) for h in np.flatnonzero(net[good] < 0))
        more = plant(market=good * 5 + country, inputs=taken, ready=0, most=1e-4, capex=0.0)
        _, after = solved(replace(given, plants=more))
        assert (before.objective - after.objective) / 1e-4 == pytest.approx(row.value, rel=1e-2)


def test_a_recipe_takes_inputs_and_gives_one_tonne() -> None:
    model = setting(1, 3, 5, 3, 8).world.model
    found = recipes(model)
    assert np.diag(found) == pytest.approx(1)
    assert np.all(found[1:, :-1].diagonal() < 0)
    made = np.zeros(3)
    np.add.at(made, model.makers.outputs.market // 5, model.makers.outputs.base)
    taken = np.zeros(3)
    np.add.at(taken, model.makers.inputs.market // 5, model.makers.inputs.base)
    assert made @ found == pytest.approx(made - taken)
    assert pytest.approx(4.348, abs=1e-3) == WEEKS
