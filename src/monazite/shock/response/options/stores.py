"""Stores: every market of the planner that plants or users draw on may be stockpiled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import by
from monazite.shock.response.setting import WEEKS, Stores

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats
    from monazite.shock.response.options.ground import Ground


def stores(ground: Ground, most: Floats) -> Stores:
    """Stores of so many months of use; bought at most what rows of trade carry more (`most`)."""
    model, told = ground.model, ground.assumptions.stores
    used, trade = ground.used(), ground.model.trade
    good, country = np.divmod(np.arange(model.markets), len(model.countries))
    market = np.flatnonzero((used > 0) & np.isin(country, ground.planner))
    more = by(trade.target, most[0] - WEEKS * trade.base, model.markets)
    return Stores(
        market,
        used[market] * told["size"].value,
        more[market],
        model.price[good[market]] * (1 + told["premium"].value),
        told["holding"].value,
    )
