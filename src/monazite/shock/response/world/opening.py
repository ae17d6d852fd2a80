"""Ways that nobody uses yet: what the planner could buy of sellers that sell to others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from monazite.catalogue.countries import find
from monazite.shock.engine.sums import by
from monazite.shock.model.model import Trade
from monazite.shock.model.numbers import lag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.shock.model.model import Ints, Model

_FAR = 5
"""Weeks to a group of countries that no neighbour is: by sea."""


def opened(model: Model, planner: Ints, goods: Iterable[int]) -> Model:
    """The model with a row of base 0 into the planner's markets from whoever sells a good abroad.

    Not from the country that controls: what is opened there would wait for licences. goods: those
    that the planner has plants or users for, or could build plants for.
    """
    trade, count = model.trade, len(model.countries)
    known = set(zip(trade.source.tolist(), trade.target.tolist(), strict=True))
    sells = by(trade.source, trade.base, model.markets) > 0
    new = [
        (good * count + seller, good * count + buyer)
        for good in goods
        for buyer in planner.tolist()
        for seller in range(count)
        if sells[good * count + seller] and seller not in {buyer, model.home}
    ]
    new = [pair for pair in new if pair not in known]
    if not new:
        return model
    source = np.concatenate([trade.source, [one for one, _ in new]]).astype(np.int64)
    target = np.concatenate([trade.target, [two for _, two in new]]).astype(np.int64)
    base = np.concatenate([trade.base, np.zeros(len(new))])
    weeks = np.concatenate([trade.lag, [_lag(model, *pair) for pair in new]]).astype(np.int64)
    order = np.lexsort((source, target))
    rows = Trade(source[order], target[order], base[order], weeks[order])
    return replace(model, trade=rows)


def _lag(model: Model, source: int, target: int) -> int:
    good, seller = divmod(source, len(model.countries))
    names = model.countries[seller], model.countries[target % len(model.countries)]
    if any(find(name) is None for name in names):
        return _FAR
    return lag(*names, float(model.price[good]))
