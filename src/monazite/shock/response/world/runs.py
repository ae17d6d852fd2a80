"""The scenarios of a plan, each run once by the week, as a planner may expect them to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock import asking
from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.reference.run import run
from monazite.shock.engine.reference.using import Use, replace, thrift
from monazite.shock.engine.state import start
from monazite.shock.engine.sums import owners
from monazite.shock.response.world.months import weeks_for
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.prepared import prepared

if TYPE_CHECKING:
    from monazite.shock.engine.reference.week import Week
    from monazite.shock.model.model import Floats
    from monazite.shock.parameters.parameters import Parameters
    from monazite.shock.response.ask import Ask
    from monazite.shock.runs.case import Case


class Run(NamedTuple):
    """A future: the case over the months of the plan, how likely it is, and its run at the medians.

    demand is that of the model's year, where the scenario does not say otherwise.
    """

    case: Case
    probability: float
    knobs: Knobs
    week: Week


def runs(ask: Ask, parameters: Parameters) -> tuple[Run, ...]:
    """Every scenario of the question over the world of the first; raises as `asking.case` does."""
    medians = Knobs(*(float(column[0]) for column in drawn(parameters, 1, ask.seed)))
    found = []
    for case, (_, probability) in zip(cases(ask), ask.futures, strict=True):
        knobs = medians._replace(**{"demand": 1.0, **case.assumed})
        week = run(case.model, case.schedule, knobs)
        found.append(Run(case, probability, knobs, week))
    return tuple(found)


def cases(ask: Ask) -> tuple[Case, ...]:
    """The scenarios over one world and the weeks of the plan; raises as `asking.case` does."""
    scenario = ask.scenario
    if ask.scope is not None:
        scenario = scenario.model_copy(update={"scope": ask.scope})
    ground, weeks = asking.case(scenario), weeks_for(ask.months)
    return tuple(
        prepared(
            each.model_copy(update={"starts": ask.begins, "weeks": weeks, "scope": scenario.scope}),
            ground.model, ground.meters, ask.begins, weeks, ground.world_year,
        )
        for each, _ in ask.futures
    )  # fmt: skip


def stirs(run: Run) -> int:
    """The first week in which anything is otherwise than before; the run's length if none is."""
    schedule = run.case.schedule
    edges, rest = schedule.edges, schedule.elsewhere
    moved = (edges.covered, edges.alike, edges.duty, rest.announced, rest.released, rest.missing)
    usual = (rest.available, rest.wanted, rest.admitted)
    new = np.zeros(len(rest.wanted), np.bool_)
    for table in (*moved, *(each - 1 for each in usual)):
        new |= np.any(table != 0, axis=1)
    at = np.flatnonzero(new[schedule.phase])
    return int(at[0]) if len(at) else schedule.weeks


def given_way(run: Run) -> Floats:
    """What of each input is used no longer, weeks x inputs, of 1: replaced, or saved as too dear.

    As the engine has it (`replace`, `thrift`), of the stops and prices of the run.
    """
    model, week, knobs = run.case.model, run.week, run.knobs
    state = start(model, run.case.schedule, knobs)
    of, found = owners(model.users.inputs), []
    idle = np.zeros((len(of), 0))
    for now in range(len(week.stopped)):
        saved = (1 - state.replaced) * thrift(model, state, knobs)
        found.append(np.clip(1 - saved, 0.0, 1.0))
        state.inner, state.spot = week.inner[now], week.spot[now]
        state.contract = week.contract[now]
        stopped = Use(week.activity[now], week.activity[now], week.stopped[now], idle, idle)
        replace(model, state, knobs, stopped)
    return np.array(found)
