from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.engine.state import outflow
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.world.most import Growth, most
from monazite.shock.response.world.opening import opened
from support.response_worlds import MONTHS, model_of

MODEL = model_of(1)
PLANNER = np.array([1])
TO_PLANNER = MODEL.trade.target % 5 == 1


def test_others_take_no_more_until_they_begin_to_qualify() -> None:
    found = most(MODEL, PLANNER, MONTHS, Growth(pace=1.0, first=13, gentle=0.1))
    usual = WEEKS * MODEL.trade.base
    assert found[:2, ~TO_PLANNER] == pytest.approx(np.tile(usual[~TO_PLANNER], (2, 1)))
    assert np.all(found[4:, ~TO_PLANNER] >= usual[~TO_PLANNER])
    assert np.all(np.diff(found, axis=0) >= -1e-9)


def test_the_planner_buys_a_part_of_what_goes_to_others_from_the_first_month_on() -> None:
    found = most(MODEL, PLANNER, MONTHS, Growth(pace=1.0, first=1000, gentle=0.1))
    base = MODEL.trade.base
    others = outflow(MODEL)[MODEL.trade.source] - base
    gentle = WEEKS * (base + 0.1 * others)[TO_PLANNER]
    assert found[:, TO_PLANNER] == pytest.approx(np.tile(gentle, (MONTHS, 1)))


def test_nobody_carries_more_than_a_seller_hands_out_to_the_planner() -> None:
    found = most(MODEL, PLANNER, 120, Growth(pace=9.0, first=0, gentle=5.0))
    out = WEEKS * outflow(MODEL)[MODEL.trade.source]
    assert np.all(found[:, TO_PLANNER] <= out[TO_PLANNER] + 1e-9)


def test_ways_are_opened_from_sellers_that_the_planner_does_not_buy_of() -> None:
    made = opened(MODEL, PLANNER, range(3))
    new = made.trade.base == 0
    assert len(made.trade.base) - new.sum() == len(MODEL.trade.base)
    assert np.all(made.trade.target[new] % 5 == 1)
    assert np.all(made.trade.source[new] % 5 != made.home)
    keys = made.trade.target * made.markets + made.trade.source
    assert np.all(np.diff(keys) > 0)
    assert np.all(made.trade.lag >= 1)
    assert opened(made, PLANNER, range(3)) is made


def test_a_new_way_has_to_be_qualified_first() -> None:
    made = opened(MODEL, PLANNER, range(3))
    new = made.trade.base == 0
    found = most(made, PLANNER, MONTHS, Growth(pace=1.0, first=1000, gentle=0.1))[:, new]
    assert np.all(np.diff(found, axis=0) >= 0)
    assert np.all(found[0] < found[-1])
    assert np.all(found <= 0.1 * WEEKS * outflow(MODEL)[made.trade.source[new]] + 1e-9)
