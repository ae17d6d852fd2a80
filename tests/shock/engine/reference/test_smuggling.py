"""Ways round: what they may take, and what of it is found."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.engine.reference.run import run
from monazite.shock.engine.schedule import Hubs
from support.shock_models import chain_model
from support.shock_schedules import USUAL, every_hub, exports, schedule

MODEL = chain_model(seed=7, goods=3, countries=6, density=0.5)
ROWS = exports(MODEL)
SINCE = 8


def _two(share: float) -> Hubs:
    """Two ways round for every row."""
    one = every_hub(len(ROWS), share, 0.0)
    return Hubs(*(np.concatenate([column, column], axis=-1) for column in one))


def test_hubs_together_take_no_more_than_what_is_blocked() -> None:
    plan = schedule(MODEL, covered=1.0, banned=1.0, hubs=_two(0.8))
    found = run(MODEL, plan, USUAL._replace(smuggled=2.0))
    alone = schedule(MODEL, covered=1.0, banned=1.0, hubs=every_hub(len(ROWS), 1.0, 0.0))
    whole = run(MODEL, alone, USUAL)
    assert found.round[SINCE].sum() == pytest.approx(whole.round[SINCE].sum())
    assert found.round[SINCE].sum() == pytest.approx(MODEL.trade.base[ROWS].sum())


@pytest.mark.parametrize(
    "stopped",
    [
        {"covered": 0.5, "banned": 1.0},
        {"covered": 1.0, "granted": 0.0},
        {"covered": 1.0, "throughput": 0.0},
        {"covered": 1.0, "quota": 0.0},
        {"covered": 1.0, "review": 9.0},
    ],
    ids=["banned", "refused", "jammed", "beyond a quota", "waiting"],
)
def test_whatever_may_not_leave_goes_round_in_part(stopped: dict[str, float]) -> None:
    hubs = every_hub(len(ROWS), 0.4, 0.0)
    found = run(MODEL, schedule(MODEL, what=stopped, hubs=hubs), USUAL)
    usual = MODEL.trade.base[ROWS]
    part = 0.5 if "banned" in stopped else 1.0
    assert found.round[SINCE] == pytest.approx(0.4 * part * usual)
    assert found.round[:SINCE].max() == 0


def test_nothing_goes_round_where_licences_are_given_at_once_and_ahead() -> None:
    hubs = every_hub(len(ROWS), 0.4, 0.0)
    said = {"covered": 1.0, "review": 1.0, "settled": 1.0}
    found = run(MODEL, schedule(MODEL, since=0, what=said, hubs=hubs), USUAL)
    assert found.round.sum() < 1e-9 * MODEL.trade.base[ROWS].sum()


def test_more_is_seized_from_the_day_of_a_campaign_on() -> None:
    hubs = every_hub(len(ROWS), 0.4, 0.1)
    hubs.seized[1] = 0.6
    phase = np.repeat([0, 1], 20)
    plan = schedule(MODEL, weeks=40, covered=1.0, banned=1.0, hubs=hubs)
    tables = plan.edges._replace(**{
        name: np.repeat(getattr(plan.edges, name)[1:], 2, axis=0)
        for name in plan.edges._fields[3:]
    })  # fmt: skip
    found = run(MODEL, type(plan)(phase, tables, plan.groups, hubs, plan.elsewhere), USUAL)
    assert found.seized[:20] == pytest.approx(0.1 * found.round[:20])
    assert found.seized[20:] == pytest.approx(0.6 * found.round[20:])
    assert found.round[20:].sum() > 0


def test_buyers_for_ways_round_stand_in_line_with_all_others() -> None:
    """Where all hoard and nothing is left over, goods still go round, and others get less."""
    fear = {"covered": 1.0, "banned": 1.0, "announced": 1.0}
    rows = ROWS[: len(ROWS) // 2]
    knobs = USUAL._replace(hoarding=2.0, order_weeks=4.0)
    plan = schedule(MODEL, rows=rows, what=fear, hubs=every_hub(len(rows), 0.5, 0.0))
    none = schedule(MODEL, rows=rows, what=fear, hubs=every_hub(len(rows), 0.0, 0.0))
    found, calm = run(MODEL, plan, knobs), run(MODEL, none, knobs)
    others = np.setdiff1d(np.arange(len(MODEL.trade.base)), rows)
    weeks = slice(SINCE, SINCE + 6)
    assert np.all(found.round[weeks].sum(axis=1) > 0)
    assert found.shipped[weeks][:, others].sum() < calm.shipped[weeks][:, others].sum()
