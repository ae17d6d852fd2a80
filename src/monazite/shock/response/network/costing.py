"""What the supply chain's columns cost: value added that is lost, stocks to be made up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.costing import TONNE, odds
from monazite.shock.response.network.using import waited
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting, World


def discounts(setting: Setting) -> Floats:
    """What money of each month is worth in the first, (T,)."""
    months = np.arange(setting.horizon.months)
    return np.asarray((1 + setting.money.discount) ** (-months / 12))


def given_up(world: World, months: int) -> Floats:
    """The part of what is owed at each month's end that is lost then: all of it at the end."""
    found = np.full(months, 1 - waited(world))
    found[-1] = 1.0
    return found


def charge(draft: Draft, setting: Setting, owed: Ints, short: Ints) -> tuple[Ints, Floats]:
    """Add the costs, by the futures' probabilities; the columns, and their costs before these."""
    world, futures = setting.world, setting.futures
    discount = discounts(setting)
    worth = world.weight * world.model.users.value_added * WEEKS
    lost = np.outer(discount * given_up(world, len(discount)), worth)
    paid = np.stack([future.price[-1] for future in futures]) * TONNE * setting.money.restocking
    again = discount[-1] * np.repeat(paid, len(world.model.countries), 1) * _weights(world)
    size = len(futures)
    columns = np.hstack((owed.reshape(size, -1), short))
    values = np.hstack((np.broadcast_to(lost.ravel(), (size, lost.size)), again))
    draft.cost(columns, odds(setting)[:, None] * values)
    return columns, values


def _weights(world: World) -> Floats:
    """What stocks of each market count: 1 in the planner's countries, elsewhere as users there."""
    count = len(world.model.countries)
    others = world.weight.min(initial=1.0)
    weight = np.where(np.isin(np.arange(count), world.planner), 1.0, others)
    return np.tile(weight, len(world.model.goods))
