"""What holds of every planner's programme, whatever is in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest

from monazite.shock.programme.highs import solve
from monazite.shock.response.answers.plan import plan
from monazite.shock.response.answers.regretting import spending
from monazite.shock.response.building import built, switched
from monazite.shock.response.setting import WAYS
from support.response_by_hand import by_hand, plants, solved, stop, store
from support.response_policies import equipped
from support.response_settings import calm, setting

SEEDS = [1, 2, 3]


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_without_a_shock_nothing_is_planned(seed: int, whole: bool) -> None:
    given = equipped(setting(seed, 3, 5, 3, 8, 2), seed)
    quiet = tuple(
        calm(given.world, 8, name, chance) for name, chance in (("one", 0.4), ("two", 0.6))
    )
    made, found = solved(replace(given, futures=quiet, whole=whole))
    assert found.status == "optimal"
    assert found.objective == pytest.approx(0, abs=1e-6)
    assert plan(made, found) == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_larger_budget_is_never_worse_and_never_overspent(seed: int) -> None:
    given = equipped(setting(seed, 3, 5, 3, 10, 2), seed)
    costs = []
    for budget in (0.0, 0.5, 2.0, 8.0, 40.0, np.inf):
        made, found = solved(replace(given, limits=given.limits._replace(budget=budget)))
        paid = spending(made, found).spent.mean()
        assert paid <= budget + 1e-6
        costs.append(found.objective)
    assert all(less >= more - 1e-6 for less, more in pairwise(costs))
    assert costs[0] > costs[-1] + 1e-3


@pytest.mark.parametrize("seed", SEEDS)
def test_what_futures_cost_adds_up_to_the_objective(seed: int) -> None:
    given = equipped(setting(seed, 3, 5, 3, 10, 3), seed)
    made, found = solved(given)
    chances = [future.probability for future in given.futures]
    assert spending(made, found).cost @ chances == pytest.approx(found.objective)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_policy_alone_costs_no_less_than_all_and_no_more_than_none(seed: int) -> None:
    made, found = solved(equipped(setting(seed, 3, 5, 3, 10, 2), seed))
    none = solve(switched(made.programme, made.deciding, frozenset())).objective
    for way in WAYS:
        alone = solve(switched(made.programme, made.deciding, frozenset({way}))).objective
        assert found.objective - 1e-6 <= alone <= none + 1e-6


def test_a_policy_that_is_not_allowed_decides_nothing() -> None:
    given = replace(equipped(setting(1, 3, 5, 3, 10, 2), 1), ways=frozenset({"plants"}))
    made, found = solved(given)
    for way in set(WAYS) - {"plants"}:
        assert np.all(found.values[made.deciding[way]] == 0)
    assert found.values[made.deciding["plants"]].sum() > 0


def test_plants_are_chosen_as_by_trying_every_choice() -> None:
    """Three plants, each not at all or in one of its months: 1 + months choices for each."""
    choices = plants([
        {"least": 4.0, "most": 6.0, "fixed": 60.0, "until_month": 1, "ready": 1},
        {"whole": True, "most": 5.0, "fixed": 20.0, "until_month": 1, "ready": 2},
        {"whole": True, "most": 7.0, "fixed": 90.0, "until_month": 0, "ready": 2, "running": 1.0},
    ])  # fmt: skip
    world = by_hand(6).world
    futures = (stop(world, 6, range(1, 6), "stop", 0.6), stop(world, 6, (), "calm", 0.4))
    made, found = solved(by_hand(6, futures=futures, plants=choices, whole=True))
    begins, programme = made.plants.built, made.programme
    tried = []
    for chosen in product((0.0, 1.0), repeat=len(begins.plant)):
        lower, upper = programme.lower.copy(), programme.upper.copy()
        lower[begins.chosen] = upper[begins.chosen] = chosen
        left = replace(programme, lower=lower, upper=upper, whole=np.zeros_like(programme.whole))
        tried.append(solve(left))
    assert len(tried) == 2**5
    assert found.objective == pytest.approx(
        min(one.objective for one in tried if one.status == "optimal")
    )
    assert 0 < found.values[begins.chosen].sum() < 3


def test_the_store_serves_two_futures_with_one_purchase() -> None:
    """Stops of 2 and of 4 months: bought once, for both; released as each of them needs."""
    world = by_hand(8).world
    futures = (stop(world, 8, (4, 5), "short", 0.5), stop(world, 8, range(4, 8), "long", 0.5))
    made, found = solved(by_hand(8, futures=futures, stores=store()))
    assert found.values[made.stockpile.buy].sum() == pytest.approx(40)
    released = found.values[made.stockpile.release].sum(axis=(1, 2))
    bought_back = found.values[made.stockpile.store][:, -1, 0]
    assert released + bought_back == pytest.approx([40, 40])
    assert built(by_hand(8)).programme.matrix.shape[0] > 0
