from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from monazite.shock.engine.state import YARD, cover_by_plant, outflow
from monazite.shock.engine.sums import by
from monazite.shock.response.world.grouping import grouped
from monazite.shock.response.world.runs import given_way
from monazite.shock.response.world.stocks import let_go
from monazite.shock.response.world.worlds import worlds
from support.response_worlds import MONTHS, SHORT, frame, model_of, run_of

MODEL = model_of(1)
ALONE = grouped(MODEL, {name: name for name in MODEL.countries})


def test_nobody_lets_go_of_anything_in_a_quiet_world() -> None:
    assert let_go(run_of(MODEL), ALONE, MONTHS).max() < 1e-6


@pytest.mark.parametrize("said", [{"covered": 1.0, "banned": 1.0}, {"available": 0.5}])
def test_what_is_let_go_was_there_and_is_never_taken_back(said: dict[str, Any]) -> None:
    found = let_go(run_of(MODEL, **said), ALONE, MONTHS)
    inputs = MODEL.users.inputs
    held = (YARD + SHORT.market_cover) * outflow(MODEL)
    held += by(inputs.market, inputs.base * float(cover_by_plant(SHORT).mean()), MODEL.markets)
    assert found[0].max() < 1e-6  # before the measure
    assert found[-1].max() > 0
    assert np.all(np.diff(found, axis=0) >= 0)
    assert np.all(found <= held + 1e-6)


def test_a_future_holds_what_its_own_run_did_not_let_go() -> None:
    one, two = run_of(MODEL, "one", 0.5, covered=1.0, banned=1.0), run_of(MODEL, "two", 0.4)
    made = worlds([one, two], frame())
    stock, (first, second, calm) = made.world.stock, made.futures
    assert stock.max() > 0
    assert first.held is not None
    assert second.held is not None
    assert calm.held is not None
    assert first.held[-1] == pytest.approx(np.zeros_like(stock), abs=1e-9)
    assert np.allclose(calm.held, stock)
    assert np.allclose(second.held, stock, atol=1e-6)


def test_inputs_give_way_only_after_plants_stood() -> None:
    calm, stopped = given_way(run_of(MODEL)), given_way(run_of(MODEL, covered=1.0, banned=1.0))
    assert calm.max() < 1e-6
    assert 0 < stopped.max() <= 1
    assert stopped[:8].max() < 1e-6
