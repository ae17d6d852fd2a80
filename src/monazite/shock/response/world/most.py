"""How much more each row of trade can carry: buyers qualify others, and a planner buys gently."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import by
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints, Model


class Growth(NamedTuple):
    """How flows can grow: pace of qualifying (of 1), first week of it, the planner's part.

    gentle: part of what a seller sends to others that the planner may buy besides.
    """

    pace: float
    first: int
    gentle: float


def most(model: Model, planner: Ints, months: int, growth: Growth) -> Floats:
    """T a month at most, months x rows of trade.

    A market takes what it took of a seller, and of what it buys of all others the part for which it
    has qualified this one: 1 - (1 - pace / weeks to qualify)^weeks, from week `first` on. The
    planner outbids nobody: its markets take `gentle` of what the seller sends to others besides,
    from the first month on, or as much again as they took, as they qualify it, if that is more. A
    way that nobody used yet has to be qualified, from the first month on.
    """
    trade, count = model.trade, len(model.countries)
    came = by(trade.target, trade.base, model.markets)
    came += by(model.makers.outputs.market, model.makers.outputs.base, model.markets)
    speed = np.minimum(1.0, growth.pace / model.qualify)[trade.source // count]
    from_start, since = _known(speed, months, 0), _known(speed, months, growth.first)
    found = trade.base + since * (came[trade.target] - trade.base)
    others = outflow(model)[trade.source] - trade.base
    new = np.where(trade.base > 0, 1.0, from_start)
    gentle = trade.base + np.maximum(growth.gentle * new * others, since * trade.base)
    mine = np.isin(trade.target % count, planner)
    return np.asarray(WEEKS * np.where(mine, np.minimum(gentle, trade.base + others), found))


def _known(speed: Floats, months: int, first: int) -> Floats:
    """The part of what it buys for which a market has qualified a seller, months x rows."""
    weeks = np.maximum(0.0, (np.arange(months) + 1) * WEEKS - first)
    return np.asarray(1 - (1 - speed) ** weeks[:, None])
