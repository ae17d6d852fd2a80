"""What is kept of a run of the plain engine: one draw, in the shape of the compiled engine's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.meters import CLEARANCE, HALTED, landing, later, months, under_way
from monazite.shock.engine.reference.run import run
from monazite.shock.engine.sums import by
from monazite.shock.engine.totals import NEVER, Totals

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import NDArray

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
    run_weeks = by_month(np.ones((weeks, 1)), month, part, size)
    rows = np.repeat(np.arange(len(meters.names)), np.diff(meters.start))
    metered = _columns(
        _later(week.shipped[:, meters.edge], later(model, meters)), rows, len(meters.names)
    )
    flows = by_month(metered, calendar.month, calendar.part, size)
    group = schedule.edges.group
    groups = schedule.groups.review.shape[1]
    lost = draw.demand * schedule.elsewhere.wanted[schedule.phase] - week.activity
    cleared = np.full(week.round.shape[1], CLEARANCE)
    ways = (
        _later(week.round, cleared),
        _later(week.round - week.seized, landing(model, schedule)),
    )
    means = (
        np.divide(total, run_weeks, out=np.zeros(total.shape), where=run_weeks > 0)
        for total in (
            by_month(price, month, part, size) for price in (week.inner, week.spot, week.contract)
        )
    )
    found = (
        flows + under_way(model, meters, calendar),
        *(by_month(one, calendar.month, calendar.part, size) for one in ways),
        *means,
        by_month(week.at_contract, month, part, size),
        by_month(week.at_spot, month, part, size),
        _columns(week.applied, group, groups),
        _columns(week.granted, group, groups),
        _output(model, week.activity),
        lost.sum(axis=0),
        (schedule.elsewhere.leak[schedule.phase] * lost).sum(axis=0),
        _first(week.stopped >= HALTED),
        week.stopped.max(axis=0),
        week.inner[:, meters.quoted],
        week.spot[:, meters.quoted],
    )
    standing = (week.stopped >= HALTED).astype(np.int64)
    return Totals(*(column[..., None] for column in found), *[standing])


def _later(amount: Floats, weeks: Ints) -> Floats:
    """Amounts by week and column, each so many weeks later, as far as the run reaches."""
    found = np.zeros((len(amount) + CLEARANCE, amount.shape[1]))
    for column, shift in enumerate(weeks.tolist()):
        found[shift:, column] = amount[: len(found) - shift, column]
    return found


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


def _first(halted: NDArray[np.bool_]) -> Floats:
    return np.where(halted.any(axis=0), halted.argmax(axis=0), NEVER)
