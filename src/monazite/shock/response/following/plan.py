"""What a plan brings in a future, by month: goods, capacity, finished goods."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.summing import summed

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.building import Built


class Plan(NamedTuple):
    """Of the grouped model, by month.

    released: t a month into each market, of stores, of recycling, of plants where nobody makes the
    good yet, and of inputs that programmes replace; activity: of 1, by which makers can do more;
    bought: part of users' output that is arranged for as finished goods.
    """

    released: Floats
    activity: Floats
    bought: Floats


def planned(built: Built, solution: Solution, future: int) -> Plan:
    """The plan as it is followed in a future, by its number."""
    setting, values = built.setting, solution.values
    markets = setting.world.model.markets
    stores = summed(values[built.stockpile.release[future]], setting.stores.market, markets)
    activity, released = _plants(built, values, future)
    there = values[built.purchases.there]
    users = len(setting.world.model.users.sector)
    bought = summed(there, setting.finished.user, users)
    return Plan(stores + released + _replaced(built, values), activity, bought)


def _plants(built: Built, values: Floats, future: int) -> tuple[Floats, Floats]:
    """Activity of makers, months x makers, and what else is brought, t, months x markets."""
    setting = built.setting
    plants, model = setting.plants, setting.world.model
    stands, output = values[built.plants.stands], values[built.plants.output[future]]
    months = len(stands)
    activity = np.zeros((months, len(model.makers.country)))
    released = np.zeros((months, model.markets))
    for plant, market in enumerate(plants.market.tolist()):
        makers, base = _makers(built, market) if plants.inputs[plant] else (np.zeros(0, int), 0.0)
        if len(makers):
            activity[:, makers] += stands[:, [plant]] / (base * WEEKS)
            continue
        for at, amount in ((market, 1.0), *plants.besides[plant]):
            released[:, at] += amount * output[:, plant]
    return activity, released


def _makers(built: Built, market: int) -> tuple[Ints, float]:
    """Makers of a market's good that take goods in, and what they make of it together, t a week."""
    makers = built.setting.world.model.makers
    of, feeds = owners(makers.outputs), np.diff(makers.inputs.start) > 0
    here = (makers.outputs.market == market) & (feeds & ~makers.fixed)[of]
    return of[here], float(makers.outputs.base[here].sum())


def _replaced(built: Built, values: Floats) -> Floats:
    """T a month of inputs that programmes replace, months x markets."""
    setting = built.setting
    programmes, inputs = setting.programmes, setting.world.model.users.inputs
    done = values[built.substitution.done]
    found = np.zeros((len(done), setting.world.model.markets))
    for number, rows in enumerate(programmes.input):
        amount = programmes.share[number] * inputs.base[rows] * WEEKS
        found += np.outer(done[:, number], np.bincount(inputs.market[rows], amount, found.shape[1]))
    return found
