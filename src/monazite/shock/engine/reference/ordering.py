"""Markets: what they order, and of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.state import YARD
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Edges
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model

ARMINGTON = 3.0
"""How strongly a duty turns buyers away: elasticity between origins of one good."""


class Orders(NamedTuple):
    """What is ordered a week, t: by row of trade, by row of makers' outputs."""

    trade: Floats
    made: Floats


def order(model: Model, state: State, knobs: Knobs, at: Edges, announced: Floats) -> Orders:
    """Orders of all markets."""
    good = np.arange(model.markets) // len(model.countries)
    cover = YARD + knobs.market_cover * (1 + knobs.hoarding * announced[good])
    trade, outputs = model.trade, model.makers.outputs
    weight = trade.base * state.trust_market[trade.source]
    weight[at.edge] *= state.trust_row * (1 + at.duty) ** -ARMINGTON
    made = outputs.base * np.repeat(state.trust_maker, np.diff(outputs.start))
    total = by(trade.target, weight, model.markets)
    total += by(outputs.market, made, model.markets)
    amount = _wanted(model, state, knobs, cover)
    with np.errstate(divide="ignore", invalid="ignore"):
        each = np.where(total > 0, amount / total, 0.0)
    return Orders(weight * each[trade.target], made * each[outputs.market])


def _wanted(model: Model, state: State, knobs: Knobs, cover: Floats) -> Floats:
    """What each market orders: what it expects to hand out, with stock and supply line mended."""
    trade = model.trade
    came = by(trade.target, trade.base, model.markets)
    came += by(model.makers.outputs.market, model.makers.outputs.base, model.markets)
    line = by(trade.target, trade.base * trade.lag, model.markets)
    line = np.divide(line, came, out=np.zeros(len(line)), where=came > 0) * state.expected
    gap = cover * state.expected - state.stock + line - state.coming.sum(axis=0)
    return np.asarray(np.maximum(0.0, state.expected + gap / knobs.order_weeks))
