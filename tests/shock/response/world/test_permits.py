from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.response.world.permits import held
from support.response_worlds import model_of, run_of

MODEL = model_of(1)


def test_a_ban_leaves_what_it_does_not_cover() -> None:
    found = held(run_of(MODEL, covered=0.8, banned=1.0))
    rows = run_of(MODEL).case.schedule.edges.edge
    assert found.limited[:8].max() == 0
    assert found.limited[8:].min() == 1
    assert found.free[8:] == pytest.approx(np.tile(0.2 * MODEL.trade.base[rows], (45, 1)))
    assert found.permit[8:].max() == 0


def test_a_general_licence_lets_its_part_pass_freely() -> None:
    found = held(run_of(MODEL, covered=1.0, general=0.4))
    rows = run_of(MODEL).case.schedule.edges.edge
    assert found.free[-1] == pytest.approx(0.4 * MODEL.trade.base[rows])
    assert found.permit[-1].sum() > 0


def test_what_is_licensed_is_what_the_office_grants_in_the_run() -> None:
    run = run_of(MODEL, covered=0.8, throughput=0.5, granted=0.7, announced=1.0)
    found = held(run)
    assert np.array_equal(found.permit, run.week.granted)
    assert 0 < found.permit.sum() < 0.8 * MODEL.trade.base.sum() * len(found.permit)


def test_a_quota_is_shared_by_what_went_before_and_never_exceeded() -> None:
    found = held(run_of(MODEL, covered=1.0, general=1.0, quota=5.0))
    total = (found.free + found.permit)[8:].sum(axis=1)
    assert total == pytest.approx(np.full(len(total), 5.0))
    rows = run_of(MODEL).case.schedule.edges.edge
    base = MODEL.trade.base[rows]
    assert found.permit[-1] == pytest.approx(5.0 * base / base.sum())
