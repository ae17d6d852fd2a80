"""Users that may not be served: as many plants stand as are refused, whatever their stocks."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.engine.reference.admitting import admit
from monazite.shock.engine.reference.run import run
from monazite.shock.engine.state import BINS
from support.shock_models import chain_model
from support.shock_schedules import USUAL, schedule

MODEL = chain_model(seed=7, goods=3, countries=6, density=0.5)
FIRM = USUAL._replace(overtime=0.0, substitution=0.0, elasticity=0.0)


@pytest.mark.parametrize("part", [0.0, 0.2, 0.4, 0.6, 0.8, 1.0])
def test_as_many_plants_stand_as_may_not_be_served(part: float) -> None:
    found = run(MODEL, schedule(MODEL, weeks=120, admitted=part), FIRM)
    assert found.activity[-1] == pytest.approx(part)
    assert found.stopped[-1] == pytest.approx(1 - part)


def test_who_is_served_less_gets_no_more_than_before() -> None:
    inputs = MODEL.users.inputs
    order = np.tile(inputs.base[:, None], BINS)
    for part in (0.1, 0.5, 0.9):
        served, refused = admit(MODEL, order, np.full(len(inputs.base), part))
        plants = (served < order).sum(axis=1)
        assert (plants == BINS - int(part * BINS)).all()
        limited = np.where(served < order, served, 0.0).sum(axis=1)
        assert (limited <= inputs.base / BINS + 1e-12).all()
        assert refused.sum() == pytest.approx((1 - part) * inputs.base.sum())
