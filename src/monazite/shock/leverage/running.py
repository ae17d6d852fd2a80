"""A case run with given draws, and what the columns of a table are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.meters import months
from monazite.shock.engine.sums import by
from monazite.shock.engine.totals import NEVER
from monazite.shock.runs.by_reference import by_month
from monazite.shock.runs.drawing import assumed_in, totals_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from monazite.shock.engine.compiled.lanes import Draws
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.engine.totals import Totals
    from monazite.shock.leverage.grounds import Counted
    from monazite.shock.model.model import Floats
    from monazite.shock.runs.case import Case
    from monazite.shock.runs.summary import Told


class Reading(NamedTuple):
    """What is read off one run, draw by draw (last index).

    lost: value added lost, million US$, months x countries, less than nothing where lost output is
    caught up; output: of what is wanted, weeks x countries, NaN where no value added is known;
    halted: week of the first halt of plants whose value added is known, countries, NaN where none
    halts; tonnes: months x ways; inner, abroad: US$ a kg that sellers get at home and abroad,
    months x goods.
    """

    lost: Floats
    output: Floats
    halted: Floats
    tonnes: Floats
    inner: Floats
    abroad: Floats

    def price(self, on: Counted, ways: NDArray[np.bool_]) -> Floats:
        """US$ a kg by month and way, for these ways."""
        home = on.ways.buyer[ways] == on.sides.index(on.model.countries[on.model.home])
        good = on.ways.good[ways]
        return np.where(home[None, :, None], self.inner[:, good], self.abroad[:, good])


def reading(case: Case, on: Counted, knobs: Draws, told: Told) -> Reading:
    """Run the case; MonaziteError where a draw runs out of all bounds."""
    knobs = assumed_in(case, knobs)
    totals = totals_of(case._replace(model=on.by_country), knobs, told)
    demand = np.asarray(knobs.demand, float)
    weekly = _lost(case.schedule, on, totals, demand)
    inner, abroad = _prices(totals, on.months)
    return Reading(
        lost=_monthly(case, weekly, on.months),
        output=_share(on, weekly, demand),
        halted=_halted(on, totals),
        tonnes=totals.flows[: on.months].copy(),
        inner=inner,
        abroad=abroad,
    )


def _lost(schedule: Schedule, on: Counted, totals: Totals, demand: Floats) -> Floats:
    """Million US$ by week and country: what is wanted, less what is made.

    What stands for want of an input that is no good of the model is lost too.
    """
    users, rest = on.model.users, schedule.elsewhere
    size = len(on.model.countries)
    wanted = np.array([
        by(users.country, phase * users.value_added, size) for phase in rest.wanted + rest.missing
    ])[schedule.phase]  # fmt: skip
    made = totals.output * _value(on)[:, None]
    return np.asarray(wanted[..., None] * demand - made)


def _value(on: Counted) -> Floats:
    """Value added that is known, million US$ a week, by country."""
    users = on.model.users
    return by(users.country, users.value_added, len(on.model.countries))


def _share(on: Counted, weekly: Floats, demand: Floats) -> Floats:
    """Lost output as a part of what was usual, taken from 1."""
    usual = _value(on)[:, None] * demand
    part = np.divide(weekly, usual, out=np.full(weekly.shape, np.nan), where=usual > 0)
    return np.asarray(1.0 - part)


def _monthly(case: Case, weekly: Floats, size: int) -> Floats:
    """Weeks summed into the months in which their days lie."""
    calendar = months(case.first, case.schedule.weeks)
    flat = weekly.reshape(len(weekly), -1)
    found = by_month(flat, calendar.month, calendar.part, len(calendar.names) + 1)
    return np.asarray(found.reshape(-1, *weekly.shape[1:])[:size])


def _halted(on: Counted, totals: Totals) -> Floats:
    """The first week in which a fifth or more of some sector's plants stand, by country."""
    users = on.model.users
    first = np.where(totals.first == NEVER, np.inf, totals.first)
    found = np.full((len(on.model.countries), first.shape[1]), np.inf)
    known = users.value_added > 0
    np.minimum.at(found, users.country[known], first[known])
    return np.where(np.isinf(found), np.nan, found)


def _prices(totals: Totals, size: int) -> tuple[Floats, Floats]:
    """At home, and abroad by volume of contracts and quotes: US$ a kg, months x goods.

    Where nothing is bought in a month the contract's price stands for it.
    """
    volume = (totals.at_contract + totals.at_spot)[:size].astype(float)
    worth = totals.at_contract * totals.contract + totals.at_spot * totals.spot
    contract = totals.contract[:size].astype(float)
    paid = np.divide(worth[:size], volume, out=contract.copy(), where=volume > 0)
    return totals.inner[:size].astype(float), paid
