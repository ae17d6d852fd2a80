"""Flows between markets: what leaves one arrives at another some months later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.network.stocking import leaning

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting


def moving(draft: Draft, setting: Setting, balance: Ints) -> Ints:
    """What leaves on each row of trade in a month, t, at most what buyers can take; (S, T, R).

    Of equal plans the one that moves least is taken.
    """
    world, months = setting.world, setting.horizon.months
    trade = world.model.trade
    shape = (len(setting.futures), months, len(trade.base))
    lean = leaning(setting)[:, :, trade.source]
    flow = draft.columns("flow", shape, upper=world.most, lean=lean)
    draft.add(balance[:, :, trade.source], flow, 1.0)
    arrives = np.arange(months)[:, None] + world.lag
    month, row = np.nonzero(arrives < months)
    draft.add(balance[:, arrives[month, row], trade.target[row]], flow[:, month, row], -1.0)
    return flow
