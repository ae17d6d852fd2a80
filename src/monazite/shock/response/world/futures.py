"""Futures of a plan: what is wanted, can be made, and may leave, by month, on the grouped model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.setting import Future
from monazite.shock.response.world.grouping import WITHIN, means, sums, worth
from monazite.shock.response.world.months import averaged, summed
from monazite.shock.response.world.permits import held

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.response.world.grouping import Grouped
    from monazite.shock.response.world.permits import Held
    from monazite.shock.response.world.runs import Run

CALM = "calm"
"""The future in which nothing happens."""
_ROUNDING = 1e-9


def futures(runs: Sequence[Run], to: Grouped, most: Floats) -> tuple[Ints, tuple[Future, ...]]:
    """The rows of trade that a measure of some future reaches, and the futures.

    to: with the ways that were opened; most: months x rows of trade. What the probabilities leave
    of 1 is the future `CALM`.
    """
    found = [held(run) for run in runs]
    reached = {row for run, each in zip(runs, found, strict=True) for row in _rows(run, each, to)}
    licensed = np.array(sorted(reached), np.int64)
    made = [_future(run, each, to, licensed, most) for run, each in zip(runs, found, strict=True)]
    left = 1 - sum(run.probability for run in runs)
    if left > _ROUNDING:
        made.append(_calm(left, to, most[:, licensed]))
    return licensed, tuple(made)


def _rows(run: Run, each: Held, to: Grouped) -> set[int]:
    held_ever = each.limited.any(axis=0)
    rows = to.row[run.case.schedule.edges.edge[held_ever]]
    return set(rows[rows != WITHIN].tolist())


def _future(run: Run, each: Held, to: Grouped, licensed: Ints, most: Floats) -> Future:
    schedule, model, months = run.case.schedule, run.case.model, len(most)
    rest, phase = schedule.elsewhere, schedule.phase
    wanted = means(to.user, rest.wanted, _value(run), len(to.model.users.sector))
    value = worth(model, model.makers.outputs, len(to.maker))
    capacity = model.makers.capacity * rest.available
    available = means(to.maker, capacity, value, len(to.model.makers.country))
    free, permit = _allowed(run, each, to, licensed, most)
    return Future(
        run.case.name,
        run.probability,
        run.knobs.demand * averaged(wanted[phase], months),
        averaged(available[phase], months),
        free,
        permit,
        averaged(run.week.spot, months),
    )


def _value(run: Run) -> Floats:
    """What users weigh in a group: by value added, and where none has any by what they take."""
    model = run.case.model
    taken = worth(model, model.users.inputs, len(model.users.sector))
    return np.asarray(model.users.value_added + 1e-9 * taken)


def _allowed(
    run: Run, each: Held, to: Grouped, licensed: Ints, most: Floats
) -> tuple[Floats, Floats]:
    """T a month that need no licence, and that are licensed, months x licensed rows.

    What no measure reaches of a grouped row may carry as much of `most` as it carried before.
    """
    months, base = len(most), run.case.model.trade.base
    edge = run.case.schedule.edges.edge
    place = np.full(len(to.model.trade.base) + 1, WITHIN)
    place[licensed] = np.arange(len(licensed))
    at = place[to.row[edge]]  # WITHIN is the last entry, which is WITHIN itself
    mine = at != WITHIN
    whole = np.maximum(to.model.trade.base[licensed], np.finfo(float).tiny)
    limited = summed(each.limited[:, mine], months) / summed(np.ones((len(each.free), 1)), months)
    closed = sums(at[mine], limited * base[edge[mine]], len(licensed)) / whole
    free = summed((each.free * each.limited)[:, mine], months)
    permit = summed((each.permit * each.limited)[:, mine], months)
    open_ = np.clip(1 - closed, 0.0, 1.0) * most[:, licensed]
    return open_ + sums(at[mine], free, len(licensed)), sums(at[mine], permit, len(licensed))


def _calm(probability: float, to: Grouped, free: Floats) -> Future:
    model, months = to.model, len(free)
    return Future(
        CALM,
        probability,
        np.ones((months, len(model.users.sector))),
        np.tile(model.makers.capacity, (months, 1)),
        free,
        np.zeros_like(free),
        np.tile(model.price, (months, 1)),
    )
