"""What holds of any supply chain, whatever comes: made-up chains, recomputed month by month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.engine.sums import owners
from monazite.shock.response.network.answer import licensed, lost
from monazite.shock.response.network.costing import discounts
from monazite.shock.response.setting import WEEKS
from support.networks import run
from support.relabelling import relabelled
from support.response_settings import calm, setting

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats
    from monazite.shock.response.setting import Setting
    from support.networks import Run
SEEDS = range(3)
NEAR = 1e-6


def chain(seed: int, futures: int = 2) -> Setting:
    """Four goods, six countries, a year."""
    return setting(seed, 4, 6, 4, 12, futures)


def quiet(seed: int) -> Setting:
    """The same with nothing that happens."""
    given = chain(seed)
    return replace(given, futures=(calm(given.world, 12),))


@pytest.mark.parametrize("seed", SEEDS)
def test_without_a_shock_nothing_is_lost(seed: int) -> None:
    """The optimum costs nothing, and all that is wanted is made."""
    found = run(quiet(seed))
    assert found.solution.objective == pytest.approx(0, abs=NEAR)
    assert found.solution.column("owed") == pytest.approx(0, abs=NEAR)
    assert found.solution.column("short") == pytest.approx(0, abs=NEAR)
    assert found.solution.column("use") == pytest.approx(1)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_a_shock_the_base_is_an_optimum(seed: int) -> None:
    """Flows, makers, users and stocks as before keep every row and cost nothing."""
    given = quiet(seed)
    laid, solution = run(given)
    programme, trade = solution.programme, given.world.model.trade
    x = np.zeros(len(programme.cost))
    x[laid.flow] = trade.base * WEEKS
    x[laid.free] = (trade.base * WEEKS)[given.world.licensed]
    x[laid.make] = x[laid.use] = 1.0
    x[laid.stock] = given.world.stock
    rows = programme.matrix @ x
    assert np.all(rows <= programme.row_upper + NEAR)
    assert np.all(rows >= programme.row_lower - NEAR)
    assert np.all((x >= programme.lower - NEAR) & (x <= programme.upper + NEAR))
    assert programme.cost @ x == pytest.approx(0, abs=NEAR)
    assert rows[laid.balance] == pytest.approx(programme.row_upper[laid.balance], abs=NEAR)


@pytest.mark.parametrize("seed", SEEDS)
def test_mass_is_conserved(seed: int) -> None:
    """What a market held, got and was made in it is what it gave, used, holds, or let go."""
    given = chain(seed)
    found = run(given)
    let_go = np.array(
        [_let_go(given, found, s, t) for s in range(2) for t in range(given.horizon.months)]
    )
    assert let_go.min() >= -NEAR
    slack = found.solution.programme.row_upper - found.solution.programme.matrix @ (
        found.solution.values
    )
    assert let_go.ravel() == pytest.approx(slack[found.network.balance].ravel(), abs=NEAR)
    assert np.all(found.solution.column("stock") <= given.world.stock + NEAR)


def _let_go(given: Setting, found: Run, s: int, t: int) -> Floats:
    """What comes to each market in a month less what leaves it and stays, t; loop by loop."""
    world, model, values = given.world, given.world.model, found.solution.column
    stock = values("stock")[s]
    left: Floats = (world.stock if t == 0 else stock[t - 1]) - stock[t]
    for r, (source, target) in enumerate(zip(model.trade.source, model.trade.target, strict=True)):
        left[source] -= values("flow")[s, t, r]
        before = t - world.lag[r]
        base = model.trade.base[r] * WEEKS
        left[target] += base if before < 0 else values("flow")[s, before, r]
    for terms, name, sign in (
        (model.makers.inputs, "make", -1),
        (model.makers.outputs, "make", 1),
        (model.users.inputs, "use", -1),
    ):
        for i, of in enumerate(owners(terms)):
            left[terms.market[i]] += sign * terms.base[i] * WEEKS * values(name)[s, t, of]
    return left


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_not_made_is_caught_up_or_lost(seed: int) -> None:
    """All that was wanted is all that was made, and lost for good; overtime is a tenth at most."""
    given = chain(seed)
    found = run(given)
    wanted = np.stack([future.wanted for future in given.futures])
    use = found.solution.column("use")
    gone = lost(found.network, given.world, found.solution)
    assert (use + gone).sum(axis=1) == pytest.approx(wanted.sum(axis=1))
    assert gone.max() > 0
    assert np.all(use <= 1.1 * wanted + NEAR)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_objective_is_what_is_lost(seed: int) -> None:
    """Value added by weight, discounted, and stocks to be made up, over the futures."""
    given = chain(seed)
    world = given.world
    found = run(given)
    gone = lost(found.network, world, found.solution)
    value = world.model.users.value_added * WEEKS * world.weight
    costs = np.einsum("stu,t,u->s", gone, discounts(given), value)
    laid = found.network
    second = (laid.cost_value * found.solution.values[laid.cost_column]).sum(axis=1)
    chance = np.array([future.probability for future in given.futures])
    assert found.solution.objective == pytest.approx(second @ chance)
    short = found.solution.column("short")
    count = len(world.model.countries)
    weight = np.where(np.isin(np.arange(count), world.planner), 1.0, 0.1)
    for s, future in enumerate(given.futures):
        again = short[s].reshape(-1, count) * future.price[-1][:, None] * weight
        paid = again.sum() * 1e-3 * given.money.restocking * discounts(given)[-1]
        assert second[s] == pytest.approx(costs[s] + paid)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_more_leaves_than_is_free_or_was_licensed(seed: int) -> None:
    """By every month, what took a licence is no more than what was licensed until then."""
    given = chain(seed)
    found = run(given)
    granted = np.stack([future.permit for future in given.futures])
    free = np.stack([future.free for future in given.futures])
    flow = found.solution.column("flow")[:, :, given.world.licensed]
    beyond = np.maximum(0.0, flow - free).cumsum(axis=1)
    assert np.all(beyond <= granted.cumsum(axis=1) + NEAR)
    assert licensed(found.network, given.world, found.solution).min() >= -NEAR


@pytest.mark.parametrize("seed", SEEDS)
def test_countries_in_another_order_lose_as_much(seed: int) -> None:
    """Names and places in a table decide nothing."""
    given = chain(seed)
    order = np.random.default_rng(seed).permutation(6)
    other = run(relabelled(given, order))
    assert other.solution.objective == pytest.approx(run(given).solution.objective)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_permits_dual_is_what_a_t_more_saves(seed: int) -> None:
    """Within the differences on both sides, for the permits that are worth most."""
    given = chain(seed)
    found = run(given)
    dual = found.solution.dual("permit")
    granted = np.stack([future.permit for future in given.futures])
    for place in np.argsort(np.where(granted > 0, dual, 0.0), axis=None)[:3]:
        s, t, row = (int(each) for each in np.unravel_index(place, dual.shape))
        step = 1e-4 * float(granted[s, t, row])
        more, less = (_with_permit(given, s, t, row, by) for by in (step, -step))
        up = (more - found.solution.objective) / step
        down = (found.solution.objective - less) / step
        assert dual[s, t, row] < 0
        assert down - 1e-4 <= dual[s, t, row] <= up + 1e-4


def _with_permit(given: Setting, s: int, t: int, row: int, by: float) -> float:
    """The optimum with so many t more licensed."""
    permit = given.futures[s].permit.copy()
    permit[t, row] += by
    futures = list(given.futures)
    futures[s] = replace(futures[s], permit=permit)
    return run(replace(given, futures=tuple(futures))).solution.objective
