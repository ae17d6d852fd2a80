"""Plants: what they use as prices rise."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.engine.reference.using import thrift
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
