"""The planner's world against the simulation that it is made of.

The programme knows all that comes and shares out what there is as is best for the planner: at the
medians it never loses more than the run, but for the rounding of weeks on the way to months, at
most half a month of the planner's value added (`following`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.shock.engine.sums import by
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.world.futures import CALM
from monazite.shock.response.world.narrowing import EXPORTS
from monazite.shock.response.world.runs import stirs
from monazite.shock.response.world.worlds import served, worlds
from support.response_worlds import (
    MONTHS,
    frame,
    lost_in_plan,
    lost_in_run,
    model_of,
    run_of,
    setting_of,
)

SHOCKS: dict[str, dict[str, Any]] = {
    "ban": {"covered": 1.0, "banned": 1.0},
    "licences": {"covered": 0.8, "throughput": 0.5, "granted": 0.7, "announced": 1.0},
    "quota": {"covered": 1.0, "quota": 5.0},
    "less capacity": {"available": 0.6},
    "more demand": {"wanted": 1.3},
}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", SHOCKS)
def test_the_programme_never_loses_more_than_the_run_and_half_a_month(seed: int, name: str) -> None:
    run = run_of(model_of(seed), **SHOCKS[name])
    made = worlds([run], frame())
    users = run.case.model.users
    half = WEEKS / 2 * float(users.value_added[users.country == 1].sum())
    assert lost_in_plan(setting_of(made)) <= lost_in_run(made, run) + half


def test_what_a_ban_takes_is_lost_in_the_programme_too() -> None:
    run = run_of(model_of(0), covered=1.0, banned=1.0)
    made = worlds([run], frame())
    simulated = lost_in_run(made, run)
    assert 0.5 * simulated < lost_in_plan(setting_of(made)) < simulated


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost_where_nothing_happens(seed: int) -> None:
    made = worlds([run_of(model_of(seed))], frame("C01", "C03"))
    assert lost_in_plan(setting_of(made)) == pytest.approx(0.0, abs=1e-6)


def test_what_probabilities_leave_is_a_calm_future() -> None:
    run = run_of(model_of(1), probability=0.3, covered=1.0, banned=1.0)
    made = worlds([run], frame())
    assert [(one.name, round(one.probability, 9)) for one in made.futures] == [
        ("shock", 0.3),
        (CALM, 0.7),
    ]
    calm = made.futures[1]
    assert calm.permit.max() == 0
    assert np.all(calm.wanted == pytest.approx(1.0))
    licensed = made.world.licensed
    assert np.array_equal(calm.free, made.world.most[:, licensed])


def test_the_planner_has_its_own_part_and_what_it_sells_abroad() -> None:
    model = model_of(1)
    made = worlds([run_of(model)], frame())
    small, count = made.world.model, len(made.world.model.countries)
    mine = made.world.planner[0]
    assert np.all(small.trade.target % count == mine)
    abroad = small.users.sector == small.sectors.index(EXPORTS)
    assert np.array_equal(~abroad, small.users.country == mine)
    gone = by(model.trade.source, model.trade.base, model.markets)
    sold = np.concatenate(
        [small.users.inputs.base[small.users.inputs.start[u]][None] for u in np.flatnonzero(abroad)]
    )
    assert sold.sum() == pytest.approx(gone[np.arange(model.markets) % 5 == 1].sum())
    assert np.all(np.isin(made.to.maker[model.makers.country == 1], np.arange(3)))
    assert np.all(made.to.maker[model.makers.country != 1] == -1)


def test_exports_go_on_unless_they_weigh_nothing() -> None:
    run = run_of(model_of(0), covered=1.0, banned=1.0)
    kept = lost_in_plan(setting_of(worlds([run], frame())))
    cut = lost_in_plan(setting_of(worlds([run], frame(others=0.0))))
    assert cut < kept


def test_a_run_stirs_when_its_measures_begin() -> None:
    run = run_of(model_of(1), covered=1.0)
    assert stirs(run) == 8
    calm = replace(run.case.schedule, phase=np.zeros_like(run.case.schedule.phase))
    assert stirs(run._replace(case=run.case._replace(schedule=calm))) == len(calm.phase)


def test_who_must_be_served_is_found_by_sector_or_refused() -> None:
    made = worlds([run_of(model_of(1))], frame())
    model, planner = made.world.model, made.world.planner
    user, until = served({"wind": 4}, model, planner)
    assert [model.sectors[model.users.sector[one]] for one in user] == ["wind"]
    assert until.tolist() == [4]
    with pytest.raises(InputError, match="wind") as told:
        served({"optics": 4}, model, planner)
    assert told.value.field == "serve"


def test_months_of_every_table_are_those_of_the_plan() -> None:
    made = worlds([run_of(model_of(2), covered=0.8)], frame())
    world, future = made.world, made.futures[0]
    rows, users = len(world.model.trade.base), len(world.model.users.sector)
    assert world.most.shape == (MONTHS, rows)
    assert future.wanted.shape == (MONTHS, users)
    assert future.available.shape == (MONTHS, len(world.model.makers.country))
    assert future.free.shape == future.permit.shape == (MONTHS, len(world.licensed))
    assert np.all(world.stock >= 0)
