"""What holds of every run, whatever the scenario."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.engine.reference.run import run
from monazite.shock.engine.reference.week import step
from monazite.shock.engine.state import start
from monazite.shock.engine.sums import by
from support.shock_models import chain_model
from support.shock_schedules import USUAL, exports, scenarios, schedule

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model, Terms

MODEL = chain_model(seed=7, goods=3, countries=6, density=0.5)
SHORT = USUAL._replace(market_cover=0.5, user_cover=2.0)
SCENARIOS = scenarios(MODEL)
BAN, LICENSED, ROUND = SCENARIOS["ban"], SCENARIOS["licences"], SCENARIOS["ways round"]


@pytest.mark.parametrize("seed", range(5))
def test_nothing_moves_without_a_shock(seed: int) -> None:
    model = chain_model(seed, goods=4, countries=8, density=0.4)
    found = run(model, schedule(model, weeks=156), USUAL)
    assert np.abs(found.shipped / model.trade.base - 1).max() < 1e-6
    assert np.abs(found.activity - 1).max() < 1e-6
    assert np.abs(found.made - 1).max() < 1e-6
    assert np.abs(found.spot / model.price - 1).max() < 1e-6
    assert found.stopped.max() == 0


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_tonne_comes_or_goes_unseen(name: str) -> None:
    plan = SCENARIOS[name]
    state = start(MODEL, plan, USUAL)
    for week in range(plan.weeks):
        before = _held(MODEL, state)
        found = step(MODEL, plan, USUAL, state, week)
        hubs = plan.edges.edge[plan.hubs.row]
        came = _of_goods(
            MODEL, MODEL.makers.outputs.market, _rows(MODEL.makers.outputs, found.made)
        )
        went = _of_goods(MODEL, MODEL.makers.inputs.market, _rows(MODEL.makers.inputs, found.made))
        used = _of_goods(MODEL, MODEL.users.inputs.market, found.used)
        seized = _of_goods(MODEL, MODEL.trade.source[hubs], found.seized)
        freed = plan.elsewhere.released[plan.phase[week]].reshape(len(MODEL.goods), -1).sum(axis=1)
        moved = _held(MODEL, state) - before - (came - went - used - seized + freed)
        assert np.abs(moved).max() / before.sum() < 1e-9


@pytest.mark.parametrize("name", SCENARIOS)
def test_nothing_is_below_zero_or_unknown(name: str) -> None:
    state = start(MODEL, SCENARIOS[name], USUAL)
    for week in range(SCENARIOS[name].weeks):
        found = step(MODEL, SCENARIOS[name], USUAL, state, week)
        for column in (*found, *(getattr(state, field) for field in state.__slots__)):
            assert np.isfinite(column).all()
            assert column.min(initial=0.0) >= -1e-12


def test_what_is_banned_does_not_leave() -> None:
    plan = schedule(MODEL, covered=1.0, banned=1.0)
    assert run(MODEL, plan, USUAL).shipped[8:, plan.edges.edge].max() == 0


def test_a_ban_stops_less_of_what_it_covers_in_part() -> None:
    found = run(MODEL, schedule(MODEL, covered=0.5, banned=1.0), USUAL)
    sent = found.shipped[8][exports(MODEL)] / MODEL.trade.base[exports(MODEL)]
    assert sent == pytest.approx(0.5)


def test_a_quota_is_kept() -> None:
    plan = schedule(MODEL, covered=1.0, quota=5.0)
    assert run(MODEL, plan, USUAL).shipped[8:, plan.edges.edge].sum(axis=1).max() <= 5.0 + 1e-9


def test_no_demand_no_flow() -> None:
    found = run(MODEL, schedule(MODEL, weeks=156, since=0, wanted=0.0), USUAL)
    assert found.used.max() == 0
    assert found.shipped[-1].sum() < 1e-6 * MODEL.trade.base.sum()


@pytest.mark.parametrize(
    "harder", ["covered", "throughput", "granted", "review", "available", "quota"]
)
def test_what_is_harder_costs_more(harder: str) -> None:
    ways = {
        "covered": [{"covered": c, "banned": 1.0} for c in (0.0, 0.3, 0.6, 1.0)],
        "throughput": [{"covered": 1.0, "throughput": t} for t in (1.2, 0.6, 0.3, 0.0)],
        "granted": [{"covered": 1.0, "granted": g} for g in (1.0, 0.6, 0.3, 0.0)],
        "review": [{"covered": 1.0, "review": r} for r in (3.0, 6.0, 12.0, 24.0)],
        "available": [{"available": a} for a in (1.0, 0.8, 0.5, 0.2)],
        "quota": [{"covered": 1.0, "quota": q} for q in (200.0, 20.0, 5.0, 0.0)],
    }[harder]
    # No catching up and no way out: what is lost is then a matter of what comes in.
    knobs = SHORT._replace(overtime=0.0, substitution=0.0, rerouting=0.2)
    losses = [_lost(MODEL, schedule(MODEL, weeks=100, what=way), knobs) for way in ways]
    assert losses == sorted(losses)
    assert losses[-1] > losses[0]


@pytest.mark.parametrize("seed", range(3))
def test_names_of_countries_do_not_matter(seed: int) -> None:
    turn = np.random.default_rng(seed).permutation(len(MODEL.countries))
    turned = _turned(MODEL, turn)
    found = run(MODEL, LICENSED, USUAL)
    again = run(turned, LICENSED, USUAL)
    assert again.shipped == pytest.approx(found.shipped, rel=1e-9, abs=1e-12)
    assert again.activity == pytest.approx(found.activity, rel=1e-9, abs=1e-12)
    assert again.spot == pytest.approx(found.spot, rel=1e-9)


def test_a_file_takes_as_long_as_the_review_on_the_mean() -> None:
    plan = schedule(MODEL, weeks=200, since=0, covered=1.0, review=9.0)
    found = run(MODEL, plan, USUAL)
    applied, granted = found.applied.sum(axis=1).cumsum(), found.granted.sum(axis=1).cumsum()
    waiting = (applied - granted)[-1]
    # Little's law: who waits = who comes a week x how long they wait.
    assert waiting / found.applied[-20:].sum(axis=1).mean() == pytest.approx(9.0, rel=0.05)


def test_hubs_bring_a_part_of_what_is_blocked() -> None:
    blocked = _lost(MODEL, schedule(MODEL, covered=1.0, banned=1.0), SHORT)
    found = run(MODEL, ROUND, USUAL)
    assert found.round.sum() > 0
    assert found.seized == pytest.approx(0.2 * found.round)
    assert _lost(MODEL, ROUND, SHORT) < blocked


def test_prices_part_when_goods_are_held_back() -> None:
    found = run(MODEL, BAN, USUAL)
    after = found.spot[20] / found.inner[20]
    assert after.min() > 1.2


def _lost(model: Model, plan: Schedule, knobs: Knobs) -> float:
    found = run(model, plan, knobs)
    return float((1 - found.activity).sum(axis=0) @ model.users.value_added)


def _held(model: Model, state: State) -> Floats:
    markets = state.stock + state.coming.sum(axis=0)
    plants = _of_goods(model, model.users.inputs.market, state.held.sum(axis=1))
    return np.asarray(markets.reshape(len(model.goods), -1).sum(axis=1) + plants)


def _of_goods(model: Model, market: np.ndarray, amount: Floats) -> Floats:
    return by(market // len(model.countries), amount, len(model.goods))


def _rows(terms: Terms, activity: Floats) -> Floats:
    return np.asarray(terms.base * np.repeat(activity, np.diff(terms.start)))


def _turned(model: Model, turn: np.ndarray) -> Model:
    """The same world with its countries in another order."""
    countries = len(model.countries)

    def market(old: np.ndarray) -> np.ndarray:
        return np.asarray(old // countries * countries + turn[old % countries])

    trade, makers, users = model.trade, model.makers, model.users
    return replace(
        model,
        home=int(turn[model.home]),
        trade=trade._replace(source=market(trade.source), target=market(trade.target)),
        makers=makers._replace(
            country=turn[makers.country],
            inputs=makers.inputs._replace(market=market(makers.inputs.market)),
            outputs=makers.outputs._replace(market=market(makers.outputs.market)),
        ),
        users=users._replace(
            country=turn[users.country],
            inputs=users.inputs._replace(market=market(users.inputs.market)),
        ),
    )
