"""Stocks that help: what markets, makers and users let go of in the runs, no more.

Most of what users hold is with those who hold most, who let little of it go; with foresight a
programme would share it out among all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.meters import landing
from monazite.shock.engine.sums import owners
from monazite.shock.response.world.grouping import sums
from monazite.shock.response.world.months import last_week

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.response.world.grouping import Grouped
    from monazite.shock.response.world.runs import Run


def let_go(run: Run, to: Grouped, months: int) -> Floats:
    """T by which each grouped market, with its users, had fallen by each month, months x markets.

    The most so far: what comes back later was there to be let go of.
    """
    held = np.cumsum(sums(to.market, _more(run), to.model.markets), axis=0)
    fallen = np.maximum.accumulate(np.maximum(-held, 0.0), axis=0)
    last = [min(last_week(month), len(fallen) - 1) for month in range(months)]
    return np.asarray(fallen[last])


def _more(run: Run) -> Floats:
    """What comes to a market beyond what leaves it or is used up, weeks x markets, t."""
    model, week = run.case.model, run.week
    trade, makers, users = model.trade, model.makers, model.users
    size = model.markets
    made = week.made[:, owners(makers.outputs)] * makers.outputs.base
    taken = week.made[:, owners(makers.inputs)] * makers.inputs.base
    hubs, edges = run.case.schedule.hubs, run.case.schedule.edges
    ways = edges.edge[hubs.row]
    before = np.zeros_like(week.round)
    return np.asarray(
        _arrived(week.shipped, trade.lag, trade.base, trade.target, size)
        + _arrived(
            week.round - week.seized, landing(model, run.case.schedule), before[0],
            trade.target[ways], size,
        )
        + sums(makers.outputs.market, made, size)
        + run.case.schedule.elsewhere.released[run.case.schedule.phase]
        - sums(trade.source, week.shipped, size)
        - sums(trade.source[ways], week.round, size)
        - sums(makers.inputs.market, taken, size)
        - sums(users.inputs.market, week.used, size)
    )  # fmt: skip


def _arrived(sent: Floats, lag: Ints, before: Floats, target: Ints, size: int) -> Floats:
    """What arrives in each week, weeks x markets: `before` a week of what left before the run."""
    found = np.zeros((len(sent), len(lag)))
    for row, weeks in enumerate(lag.tolist()):
        found[:weeks, row] = before[row]
        found[weeks:, row] = sent[: len(sent) - weeks, row]
    return sums(target, found, size)
