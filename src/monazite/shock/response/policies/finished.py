"""Finished goods: bought where plants stand, once they are arranged for; some value is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.costing import costs
from monazite.shock.response.policies.readying import readying
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.costing import Costs
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.setting import Setting


class Purchases(NamedTuple):
    """Columns: part of output arranged for, and to be had (T, F); part that is bought (S, T, F)."""

    arrange: Ints
    there: Ints
    bought: Ints
    costs: Costs


def purchases(draft: Draft, setting: Setting, network: Network) -> Purchases:
    """Add the purchases: buyers are served by them as by the users' own output."""
    finished, months, futures = setting.finished, setting.horizon.months, len(setting.futures)
    arrange, there = readying(draft, "arrange", months, finished.ready, finished.most, whole=False)
    bought = draft.columns("bought", (futures, *there.shape))
    limit = draft.rows("bought", bought.shape, upper=0.0)
    draft.add(limit, bought, 1.0)
    draft.add(limit, there, -1.0)
    draft.add(network.demand[:, :, finished.user], bought, 1.0)
    users, world = setting.world.model.users, setting.world
    value = users.value_added[finished.user] * WEEKS * world.weight[finished.user]
    return Purchases(
        arrange,
        there,
        bought,
        costs(
            futures,
            first=[(arrange, np.outer(network.discount, finished.arranging))],
            later=[(bought, np.outer(network.discount, value * finished.cost), False)],
        ),
    )
