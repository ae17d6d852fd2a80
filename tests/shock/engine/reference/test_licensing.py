"""Offices: how long a file takes, what is granted of it, and what leaves without one."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.engine.reference.licensing import ask
from monazite.shock.engine.reference.now import now
from monazite.shock.engine.reference.run import run
from monazite.shock.engine.state import start
from support.shock_models import chain_model
from support.shock_schedules import USUAL, exports, schedule

MODEL = chain_model(seed=7, goods=3, countries=6, density=0.5)
ROWS = exports(MODEL)
YEAR = 52


def _mean_weeks(review: float, times: float) -> float:
    """From filing to the decision, of a file that comes in alone."""
    plan = schedule(MODEL, weeks=1, since=0, review=review)
    knobs = USUAL._replace(review_weeks=times)
    state = start(MODEL, plan, knobs)
    state.queue[0, 0] = 1.0
    at, office, _, rest = now(plan, 0)
    nothing = np.zeros(len(ROWS))
    granted = [
        ask(MODEL, state, knobs, at, office, rest, nothing).granted[0] for _ in range(40 * YEAR)
    ]
    assert sum(granted) == pytest.approx(1.0)
    return float(np.arange(1, len(granted) + 1) @ granted)


@pytest.mark.parametrize("review", [1.0, 1.5, 2.0, 3.0, 9.0, 20.0])
@pytest.mark.parametrize("times", [1.0, 1.25])
def test_a_file_takes_the_weeks_of_the_review_on_the_mean(review: float, times: float) -> None:
    assert _mean_weeks(review, times) == pytest.approx(review * times)


@pytest.mark.parametrize("review", [0.0, 0.2, 1.0])
def test_no_file_is_decided_before_the_week_after(review: float) -> None:
    assert _mean_weeks(review, 1.0) == pytest.approx(1.0)


@pytest.mark.parametrize("seed", range(4))
def test_a_shorter_review_never_ships_less_in_a_year(seed: int) -> None:
    model = chain_model(seed=seed, goods=3, countries=6, density=0.5)
    rows = exports(model)
    reviews = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 9.0, 20.0)
    sent = [
        run(model, schedule(model, weeks=8 + YEAR, covered=1.0, review=one), USUAL)
        .shipped[8:, rows]
        .sum()
        for one in reviews
    ]
    assert sent == sorted(sent, reverse=True)
    assert sent[-1] < 0.95 * sent[0]


@pytest.mark.parametrize("review", [1.0, 2.0, 9.0])
def test_files_that_are_under_way_let_everything_leave_as_before(review: float) -> None:
    said = {"covered": 0.8, "alike": 1.0, "review": review}
    settled = run(MODEL, schedule(MODEL, since=0, what={**said, "settled": 1.0}), USUAL)
    assert np.abs(settled.shipped / MODEL.trade.base - 1).max() < 1e-6
    assert np.abs(settled.activity - 1).max() < 1e-6
    assert np.abs(settled.spot / MODEL.price - 1).max() < 1e-6
    new = run(MODEL, schedule(MODEL, since=0, what=said), USUAL)
    assert new.shipped[0, ROWS].sum() < 0.5 * MODEL.trade.base[ROWS].sum()


@pytest.mark.parametrize(("sure", "part"), [(1.0, 0.6), (0.0, 0.3)])
def test_a_share_that_is_stated_is_the_share_that_is_granted(sure: float, part: float) -> None:
    plan = schedule(MODEL, weeks=400, since=0, covered=1.0, granted=0.6, sure=sure, review=1.0)
    found = run(MODEL, plan, USUAL._replace(granted=0.5, reapply=0.0))
    assert found.granted[1:].sum() == pytest.approx(part * found.applied[:-1].sum())


@pytest.mark.parametrize("licensed", [0.0, 1.0])
def test_what_is_free_of_a_row_does_not_stand_in_for_what_is_stopped(licensed: float) -> None:
    stopped = {"covered": 0.7, "banned": 1.0 - licensed, "granted": 0.0}
    found = run(MODEL, schedule(MODEL, weeks=YEAR, what=stopped), USUAL)
    usual = MODEL.trade.base[ROWS]
    assert (found.shipped[8:, ROWS] <= (0.3 + 1e-12) * usual).all()
    assert found.shipped[8, ROWS] == pytest.approx(0.3 * usual)
    feared = run(MODEL, schedule(MODEL, weeks=YEAR, what={**stopped, "announced": 1.0}), USUAL)
    most = 0.3 * (1 + USUAL.hoarding)
    assert (feared.shipped[8:, ROWS] <= (most + 1e-12) * usual).all()
    assert feared.shipped[8:, ROWS].max() > 0.3 * usual.min()


def test_what_users_want_more_passes_with_what_is_free() -> None:
    more = schedule(MODEL, weeks=YEAR, covered=0.1, banned=1.0, wanted=1.5)
    found = run(MODEL, more, USUAL).shipped[8:, ROWS].sum(axis=1)
    usual = MODEL.trade.base[ROWS].sum()
    assert found.max() > usual
    assert found.max() <= 0.9 * 1.5 * usual + 1e-9


def test_what_is_filed_again_is_an_application_too() -> None:
    """A quarter is granted, all else filed again: the share to date comes down to a quarter."""
    plan = schedule(MODEL, weeks=300, covered=1.0, granted=0.25, sure=1.0, review=3.0)
    found = run(MODEL, plan, USUAL._replace(reapply=1.0))
    share = found.granted.sum(axis=0) / found.applied.sum(axis=0)
    assert share.max() < 0.27
