"""Many draws of the futures without and with the plan, draw by draw.

The programme knows what comes, shares out stocks in time and wastes nothing; what else it is made
of is that of the run at the medians. So what it loses in a future is no more than the engine loses
there with the same plan, but for weeks on the way that are rounded to months: the stated gap is
half a month of the planner's value added. Nothing bounds how far it may lie below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.knobs import Knobs
from monazite.shock.response.following.plan import planned
from monazite.shock.response.following.scheduling import followed
from monazite.shock.response.results import Simulated
from monazite.shock.results.outcome import Band
from monazite.shock.runs.bands import bands
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.run import run as simulate
from monazite.shock.runs.summary import KEPT, after

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Floats
    from monazite.shock.response.answers.answering import Answer
    from monazite.shock.response.setting_of import Posed
    from monazite.shock.response.world.runs import Run

    Told = Callable[[str, float, float | None], None]


class Losses(NamedTuple):
    """Value added that the planner's countries lose, million US$, by draw."""

    without: Floats
    kept: Floats


def following(
    posed: Posed, answer: Answer, draws: int, seed: int, told: Told = lambda *_: None
) -> tuple[Simulated, ...]:
    """Each scenario with so many draws, none with 0; not discounted, as the draws are sums.

    The same draws without and with the plan; more draws leave the first as they were. InputError
    field "draws" or "seed".
    """
    if draws == 0:
        return ()
    knobs = drawn(posed.parameters, draws, seed)
    found = []
    for number, run in enumerate(posed.runs):
        start, whole = 2 * number * draws, 2 * len(posed.runs) * draws

        def done(count: int, start: int = start, whole: int = whole) -> None:
            told("simulating", start + count, whole)

        losses = lost(posed, answer, number, knobs, done)
        found.append(_simulated(answer, run, losses))
    return tuple(found)


def lost(
    posed: Posed, answer: Answer, future: int, knobs: Draws, told: Callable[[int], None]
) -> Losses:
    """What each draw loses in a future without and with the plan."""
    run, setting = posed.runs[future], posed.setting
    model, to = run.case.model, posed.worlds.to
    plan = planned(answer.built, answer.solution, future)
    schedule = followed(run.case.schedule, model, to, plan)
    cost = np.zeros(len(setting.world.model.users.sector))
    cost[setting.finished.user] = setting.finished.cost
    value = model.users.value_added * np.isin(
        to.country[model.users.country], setting.world.planner
    )
    size = len(knobs.demand)
    without = _run(run, run.case.schedule, knobs, value, np.zeros(len(value)), told)
    saved = 1 - cost[np.maximum(to.user, 0)]  # of others nothing is bought
    kept = _run(run, schedule, knobs, value, saved, after(size, told))
    return Losses(without, kept)


def _run(
    run: Run,
    schedule: Schedule,
    knobs: Draws,
    value: Floats,
    saved: Floats,
    told: Callable[[int], None],
) -> Floats:
    """Million US$ by draw; saved: the part of the value that what is bought finished keeps."""
    case, found = run.case, []
    for start in range(0, len(knobs.demand), KEPT):
        part: Draws = Knobs(*(column[start : start + KEPT] for column in knobs))
        size = len(part.demand)
        part = part._replace(**{name: np.full(size, x) for name, x in case.assumed.items()})
        totals = simulate(case.model, schedule, case.meters, case.first, part, after(start, told))
        lost_weeks = np.maximum(0.0, totals.lost)
        bought = np.clip(totals.leaked, 0.0, lost_weeks) * saved[:, None]
        found.append(value @ (lost_weeks - bought))
    return np.concatenate(found)


def _simulated(answer: Answer, run: Run, losses: Losses) -> Simulated:
    name = run.case.name
    course = [one for one in answer.course if one.future == name]
    rows = bands(np.stack([losses.without, losses.kept, losses.without - losses.kept]))
    low, middle, high = rows.p5, rows.p50, rows.p95
    each = [Band(float(low[n]), float(middle[n]), float(high[n])) for n in range(3)]
    return Simulated(
        name,
        len(losses.without),
        sum(one.without_musd for one in course),
        sum(one.with_musd for one in course),
        *each,
    )
