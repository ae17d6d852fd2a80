"""Plants: what they use as prices rise."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.engine.reference.run import run
from monazite.shock.engine.reference.using import thrift, use
from monazite.shock.engine.state import start
from support.shock_models import chain_model
from support.shock_schedules import USUAL, schedule

MODEL = chain_model(seed=7, goods=3, countries=6, density=0.5)
HOME = MODEL.users.country == MODEL.home


def test_dear_goods_abroad_save_none_at_home() -> None:
    state = start(MODEL, schedule(MODEL), USUAL)
    state.spot *= 3
    state.contract *= 3
    found = thrift(MODEL, state, USUAL)
    assert found[HOME] == pytest.approx(1)
    assert found[~HOME] == pytest.approx(3**-0.2)


def test_plants_at_home_save_as_the_price_inside_rises() -> None:
    state = start(MODEL, schedule(MODEL), USUAL)
    state.inner *= 2
    found = thrift(MODEL, state, USUAL)
    assert found[HOME] == pytest.approx(2**-0.2)
    assert np.all(found[~HOME] == 1)


def test_a_restart_takes_as_long_as_it_says() -> None:
    """What is lost after a hungry week is the part of the weeks that a line needs to start."""
    lost = []
    for weeks in (1.0, 1.25, 1.75, 2.5):
        knobs = USUAL._replace(restart_weeks=weeks, overtime=0.0)
        state = start(MODEL, schedule(MODEL), knobs)
        wanted, calm = np.ones(len(HOME)), np.zeros(len(MODEL.goods))
        held = state.held.copy()
        state.held[:] = 0
        found = [use(MODEL, state, knobs, wanted, calm).activity]
        for _ in range(4):
            state.held[:] = held
            found.append(use(MODEL, state, knobs, wanted, calm).activity)
        lost.append((1 - np.array(found)).sum(axis=0).max())
    assert lost == pytest.approx([1.0, 1.25, 1.75, 2.5])


def test_what_was_lost_is_not_won_back_by_waiting() -> None:
    """A ban of a year costs as much however long is run after it, but for what is owed."""
    lost = []
    for weeks in (104, 312):
        week = np.arange(weeks)
        plan = schedule(MODEL, weeks=weeks, banned=1.0, covered=1.0)
        plan = replace(plan, phase=((week >= 8) & (week < 60)).astype(np.int64))
        activity = run(MODEL, plan, USUAL._replace(overtime=0.1)).activity
        value = MODEL.users.value_added
        lost.append(float(((1 - activity) * value).sum()))
    assert lost[1] > 0.8 * lost[0] > 0
