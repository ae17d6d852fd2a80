"""The plan in the simulation: the same draws with and without it, and how far the programme is off.

The stated gap: at the numbers of the run that the world was made of, what the programme loses with
its plan is at most what the engine loses with it and half a month of the planner's value added.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.reference.run import run as simulate
from monazite.shock.response.following.following import following, lost
from monazite.shock.response.following.plan import Plan, planned
from monazite.shock.response.following.scheduling import followed
from monazite.shock.response.setting import WEEKS
from monazite.shock.runs.draws import drawn
from support.response_followed import planned as made
from support.response_worlds import lost_in_run

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Draws

SEEDS = range(3)


def nothing(seed: int) -> Plan:
    world = made(seed).posed.setting.world
    months, model = len(world.most), world.model
    return Plan(
        np.zeros((months, model.markets)),
        np.zeros((months, len(model.makers.country))),
        np.zeros((months, len(model.users.sector))),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_programme_is_never_above_the_simulation_of_its_plan_by_more_than_the_gap(
    seed: int,
) -> None:
    posed, answer = made(seed)
    run, to = posed.runs[0], posed.worlds.to
    plan = planned(answer.built, answer.solution, 0)
    schedule = followed(run.case.schedule, run.case.model, to, plan)
    case = run.case._replace(schedule=schedule)
    kept = run._replace(case=case, week=simulate(case.model, schedule, run.knobs))
    users = case.model.users
    half = WEEKS / 2 * float(users.value_added[users.country == 1].sum())
    believed = sum(one.with_musd for one in answer.course)
    assert believed <= lost_in_run(posed.worlds, kept) + half


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_that_brings_goods_saves_output_in_the_simulation(seed: int) -> None:
    posed, answer = made(seed)
    assert answer.plan
    columns: Any = [np.full(1, x) for x in posed.runs[0].knobs]
    one: Draws = Knobs(*columns)
    found = lost(posed, answer, 0, one, lambda _: None)
    assert found.without[0] == pytest.approx(lost_in_run(posed.worlds, posed.runs[0]), rel=1e-4)
    assert found.kept[0] < found.without[0]


def test_without_money_nothing_is_planned_and_nothing_differs() -> None:
    posed, answer = made(0, budget=0.0)
    found = following(posed, answer, 2, 1)[0]
    assert answer.plan == ()
    assert found.without_musd == found.with_musd
    assert found.saved_musd.p95 == 0
    assert found.planned_without_musd == pytest.approx(found.planned_with_musd)


@pytest.mark.slow
def test_more_draws_leave_the_first_as_they_were() -> None:
    posed, answer = made(1)
    few, many = (
        lost(posed, answer, 0, drawn(posed.parameters, number, 5), lambda _: None)
        for number in (2, 4)
    )
    assert many.without[:2] == pytest.approx(few.without)
    assert many.kept[:2] == pytest.approx(few.kept)


def test_progress_counts_the_draws_of_both_runs() -> None:
    posed, answer = made(0)
    seen: list[tuple[str, float, float | None]] = []
    found = following(posed, answer, 2, 1, lambda *now: seen.append(now))
    assert [one.draws for one in found] == [2]
    assert {stage for stage, _, _ in seen} == {"simulating"}
    assert seen[-1][1:] == (4, 4)
    assert [one[1] for one in seen] == sorted(one[1] for one in seen)
    assert following(posed, answer, 0, 1) == ()


def test_a_plan_of_nothing_changes_nothing() -> None:
    posed, _ = made(2)
    run = posed.runs[0]
    schedule = followed(run.case.schedule, run.case.model, posed.worlds.to, nothing(2))
    found = simulate(run.case.model, schedule, run.knobs)
    for one, two in zip(found, run.week, strict=True):
        assert np.array_equal(one, two)


def test_what_is_released_reaches_the_markets_of_the_group_in_its_month() -> None:
    posed, _ = made(2)
    run, plan = posed.runs[0], nothing(2)
    market = int(posed.setting.stores.market[0])
    plan.released[3, market] = 10.0
    schedule = followed(run.case.schedule, run.case.model, posed.worlds.to, plan)
    weekly = schedule.elsewhere.released[schedule.phase]
    here = posed.worlds.to.market == market
    months = (np.arange(len(weekly)) // WEEKS).astype(int)
    assert weekly[months == 3][:, here].sum(axis=1) == pytest.approx(10.0 / WEEKS)
    assert weekly[months != 3].max() == 0
    assert weekly[:, ~here].max() == 0


def test_new_capacity_lets_makers_do_more_and_finished_goods_count_as_bought() -> None:
    posed, _ = made(2)
    run, plan, to = posed.runs[0], nothing(2), posed.worlds.to
    plan.activity[5:, 0] = 0.5
    plan.bought[:, 0] = 0.25
    schedule = followed(run.case.schedule, run.case.model, to, plan)
    maker, user = (np.flatnonzero(index == 0) for index in (to.maker, to.user))
    more = schedule.elsewhere.available[schedule.phase][-1] * run.case.model.makers.capacity
    assert more[maker] == pytest.approx(run.case.model.makers.capacity[maker] + 0.5)
    assert schedule.elsewhere.leak[:, user] == pytest.approx(0.25)
    others = np.flatnonzero(to.user == -1)
    assert schedule.elsewhere.leak[:, others].max() == 0


def test_what_the_planner_brings_may_serve_any_use() -> None:
    posed, _ = made(2)
    run, plan = posed.runs[0], nothing(2)
    rest = run.case.schedule.elsewhere
    refused = replace(
        run.case.schedule, elsewhere=rest._replace(admitted=np.full_like(rest.admitted, 0.5))
    )
    market = int(posed.setting.stores.market[-1])
    plan.released[:, market] = 1e6
    found = followed(refused, run.case.model, posed.worlds.to, plan).elsewhere.admitted
    mine = posed.worlds.to.market[run.case.model.users.inputs.market] == market
    assert found[:, mine].min() == 1.0
    assert found[:, ~mine].max() == 0.5
