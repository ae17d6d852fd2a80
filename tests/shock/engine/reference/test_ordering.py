"""Orders: under duties, and after a fear has ended."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.engine.reference.now import now
from monazite.shock.engine.reference.ordering import Orders, missed
from monazite.shock.engine.reference.run import run
from monazite.shock.engine.reference.week import step
from monazite.shock.engine.state import start
from monazite.shock.engine.sums import by
from support.shock_models import chain_model
from support.shock_schedules import USUAL, exports, schedule

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Floats

MODEL = chain_model(seed=7, goods=3, countries=6, density=0.5)
FULL = replace(MODEL, makers=MODEL.makers._replace(capacity=np.ones(len(MODEL.makers.country))))
"""No maker can make more than it did."""
SHORT = USUAL._replace(market_cover=0.5, user_cover=2.0)
BEGINS, ENDS = 8, 40


@pytest.mark.parametrize("duty", [0.25, 1.0, 5.0])
def test_a_duty_stops_no_line_while_nobody_else_has_capacity(duty: float) -> None:
    found = run(FULL, schedule(FULL, weeks=120, duty=duty), SHORT)
    assert found.stopped.max() == 0
    assert found.activity[-1] == pytest.approx(1, abs=0.01)


def test_a_duty_turns_orders_to_those_who_can_deliver() -> None:
    rows = exports(MODEL)
    able = replace(
        MODEL, makers=MODEL.makers._replace(capacity=np.full(len(MODEL.makers.country), 9.0))
    )
    after = run(able, schedule(able, weeks=120, duty=1.0), USUAL).shipped[-1, rows]
    assert after.sum() < 0.5 * MODEL.trade.base[rows].sum()


def test_what_others_do_not_deliver_is_asked_again_up_to_the_share_before_the_duty() -> None:
    plan = schedule(FULL, duty=1.0)
    state = start(FULL, plan, USUAL)
    for week in range(BEGINS + 1):
        step(FULL, plan, USUAL, state, week)
    assert state.unmet.max() > 0
    free = step(FULL, replace(plan, phase=0 * plan.phase), USUAL, deepcopy(state), BEGINS + 1)
    asked = step(FULL, plan, USUAL, deepcopy(state), BEGINS + 1)
    state.unmet[:] = 0
    without = step(FULL, plan, USUAL, state, BEGINS + 1)
    rows = exports(FULL)
    assert asked.shipped[rows].sum() > without.shipped[rows].sum()
    assert np.all(asked.shipped[rows] <= free.shipped[rows] + 1e-9)


def test_only_what_sellers_without_a_duty_owe_is_asked_again() -> None:
    rows, trade, outputs = exports(MODEL), MODEL.trade, MODEL.makers.outputs
    plan = schedule(MODEL, since=0, duty=1.0)
    at = now(plan, 1)[0]
    orders = Orders(trade.base, outputs.base)
    nothing, half = 0 * trade.base, np.full(len(MODEL.makers.country), 0.5)
    found = missed(MODEL, at, orders, nothing, half)
    others = np.delete(np.arange(len(trade.base)), rows)
    owed = by(trade.target[others], trade.base[others], MODEL.markets)
    owed += by(outputs.market, outputs.base / 2, MODEL.markets)
    assert found == pytest.approx(owed)


def test_hoards_are_run_down_by_less_and_for_longer() -> None:
    plan = _feared()
    soon, slow = (_ordered(plan, times) for times in (1.0, 5.0))
    assert slow[ENDS:].min() > soon[ENDS:].min() + 0.02
    low = 0.995
    assert _weeks_below(slow, low) > _weeks_below(soon, low)


def test_hoards_are_built_as_fast_however_slowly_they_are_run_down() -> None:
    soon, slow = (_ordered(_feared(), times) for times in (1.0, 5.0))
    assert slow[:10] == pytest.approx(soon[:10])


def _feared() -> Schedule:
    plan = schedule(MODEL, weeks=150, announced=1.0)
    week = np.arange(150)
    return replace(plan, phase=((week >= BEGINS) & (week < ENDS)).astype(np.int64))


def _ordered(plan: Schedule, unwinding: float) -> Floats:
    """What home exports a week, of what it exported before."""
    found = run(MODEL, plan, USUAL._replace(unwinding=unwinding))
    rows = exports(MODEL)
    return np.asarray(found.shipped[:, rows].sum(axis=1) / MODEL.trade.base[rows].sum())


def _weeks_below(path: Floats, level: float) -> int:
    """How long the first fall after the fear ended lasts: later ones are swings of the chain."""
    low = path[ENDS:] < level
    fell = int(low.argmax())
    return int((~low[fell:]).argmax())
