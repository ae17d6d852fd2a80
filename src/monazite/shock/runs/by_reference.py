"""What is kept of a run of the plain engine: one draw, in the shape of the compiled engine's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.meters import CLEARANCE, HALTED, months
from monazite.shock.engine.reference.run import run
from monazite.shock.engine.sums import by
from monazite.shock.engine.totals import NEVER, Totals

if TYPE_CHECKING:
    from datetime import date

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.engine.meters import Meters
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Floats, Ints, Model


def by_reference(
    model: Model, schedule: Schedule, meters: Meters, first: date, knobs: Draws
) -> Totals:
    """The first of the draws."""
    draw = Knobs(*(float(column[0]) for column in knobs))
    week = run(model, schedule, draw)
    calendar = months(first, schedule.weeks + CLEARANCE)
    size, weeks = len(calendar.names), schedule.weeks
    month, part = calendar.month[:weeks], calendar.part[:weeks]
    cleared, cleared_part = calendar.month[CLEARANCE:], calendar.part[CLEARANCE:]
    run_weeks = by_month(np.ones((weeks, 1)), month, part, size)
    rows = np.repeat(np.arange(len(meters.names)), np.diff(meters.start))
    metered = _columns(week.shipped[:, meters.edge], rows, len(meters.names))
    group = schedule.edges.group
    groups = schedule.groups.review.shape[1]
    wanted = draw.demand * schedule.elsewhere.wanted[schedule.phase]
    means = (
        np.divide(total, run_weeks, out=np.zeros(total.shape), where=run_weeks > 0)
        for total in (
            by_month(price, month, part, size) for price in (week.inner, week.spot, week.contract)
        )
    )
    found = (
        by_month(metered, cleared, cleared_part, size),
        by_month(week.round, cleared, cleared_part, size),
        *means,
        by_month(week.at_contract, month, part, size),
        by_month(week.at_spot, month, part, size),
        _columns(week.applied, group, groups),
        _columns(week.granted, group, groups),
        _output(model, week.activity),
        (wanted - week.activity).sum(axis=0),
        _first(week.stopped),
        week.stopped.max(axis=0),
    )
    return Totals(*(column[..., None] for column in found))


def by_month(amount: Floats, month: Ints, part: Floats, months: int) -> Floats:
    """Amounts by week and column, summed by month: a week's is shared by days."""
    found = np.zeros((months, amount.shape[1]))
    np.add.at(found, month, part[:, None] * amount)
    late = part < 1
    np.add.at(found, month[late] + 1, (1 - part[late])[:, None] * amount[late])
    return found


def _columns(amount: Floats, to: Ints, size: int) -> Floats:
    """Columns summed by where they belong."""
    found = np.zeros((len(amount), size))
    np.add.at(found.T, to, amount.T)
    return found


def _output(model: Model, activity: Floats) -> Floats:
    """Output of sectors, of 1, by value added."""
    users, size = model.users, len(model.sectors)
    total = by(users.sector, users.value_added, size)[users.sector]
    weight = np.divide(users.value_added, total, out=np.zeros(len(total)), where=total > 0)
    return _columns(activity * weight, users.sector, size)


def _first(stopped: Floats) -> Floats:
    halted = stopped > HALTED
    return np.where(halted.any(axis=0), halted.argmax(axis=0), NEVER)
