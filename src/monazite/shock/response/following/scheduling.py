"""A scenario's schedule in which a plan is followed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.schedule import Edges, Elsewhere, Groups, Hubs
from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import by
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.world.grouping import WITHIN
from monazite.shock.response.world.months import month_of

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Floats, Ints, Model
    from monazite.shock.response.following.plan import Plan
    from monazite.shock.response.world.grouping import Grouped


def followed(schedule: Schedule, model: Model, to: Grouped, plan: Plan) -> Schedule:
    """The schedule with what a plan brings; to: how the model's things belong to its groups.

    A group's goods are shared out as they leave its markets. What the planner brings may serve any
    use, whatever offices refuse. Of lost output only what is arranged for counts as bought
    finished. A month is that in which a week begins; neither what the planner buys nor what new
    plants without makers take in is taken off the markets: the engine has no such orders.
    """
    old, month, phase = _phases(schedule, len(plan.released))
    released = _shared(model, to, plan.released)[month] / WEEKS
    rest = schedule.elsewhere
    inputs = model.users.inputs
    used = by(inputs.market, inputs.base, model.markets)
    served = np.divide(released, used, out=np.zeros_like(released), where=used > 0)
    new = Elsewhere(*(table[old] for table in rest))
    new = new._replace(
        available=new.available + _of(plan.activity[month], to.maker) / model.makers.capacity,
        released=new.released + released,
        admitted=np.minimum(1.0, new.admitted + served[:, inputs.market]),
        leak=_of(plan.bought[month], to.user),
    )
    edges, hubs = schedule.edges, schedule.hubs
    return replace(
        schedule,
        phase=phase,
        edges=Edges(*edges[:3], *(table[old] for table in edges[3:])),
        groups=Groups(*(table[old] for table in schedule.groups)),
        hubs=Hubs(*hubs[:3], *(table[old] for table in hubs[3:])),
        elsewhere=new,
    )


def _of(amount: Floats, to: Ints) -> Floats:
    """Numbers of the planner's makers or users for all of the model, 0 where they are others'."""
    return np.where(to == WITHIN, 0.0, amount[:, np.maximum(to, 0)])


def _phases(schedule: Schedule, months: int) -> tuple[Ints, Ints, Ints]:
    """Of each new phase the old one and the month, and the new phase of each week."""
    month = np.array([min(month_of(week), months - 1) for week in range(schedule.weeks)])
    pairs = np.stack([schedule.phase, month], axis=1)
    found, phase = np.unique(pairs, axis=0, return_inverse=True)
    return found[:, 0], found[:, 1], phase.ravel().astype(np.int64)


def _shared(model: Model, to: Grouped, amount: Floats) -> Floats:
    """Amounts by market of the groups, shared out among the markets of the model."""
    out = outflow(model)
    whole = by(to.market, out, to.model.markets)
    alone = by(to.market, np.ones(model.markets), to.model.markets)
    part = np.where(whole[to.market] > 0, out, 1.0)
    total = np.where(whole > 0, whole, alone)[to.market]
    return np.asarray(amount[:, to.market] * part / total)
