"""Markets: what they order, and of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.reference.mending import mended
from monazite.shock.engine.state import YARD
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Edges
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model

ARMINGTON = 3.0
"""How strongly a duty turns buyers away: elasticity between origins of one good. What the others
cannot deliver is asked again of those under a duty: no line stops while they have goods."""


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
    weight[at.edge] *= state.trust_row
    free = weight.copy()
    weight[at.edge] *= (1 + at.duty) ** -ARMINGTON
    made = outputs.base * np.repeat(state.trust_maker, np.diff(outputs.start))
    own = by(outputs.market, made, model.markets)
    amount = _wanted(model, state, knobs, cover)
    each, each_free = (
        np.divide(amount, total, out=np.zeros(len(total)), where=total > 0)
        for total in (own + by(trade.target, one, model.markets) for one in (weight, free))
    )
    asked = weight * each[trade.target]
    asked[at.edge] += _again(model, state, at, (free * each_free[trade.target] - asked)[at.edge])
    return Orders(asked, made * each[outputs.market])


def missed(model: Model, at: Edges, orders: Orders, shipped: Floats, activity: Floats) -> Floats:
    """What sellers without a duty did not deliver of a week's orders, t by buying market."""
    trade, outputs = model.trade, model.makers.outputs
    short = np.maximum(0.0, orders.trade - shipped)
    short[at.edge] *= at.duty <= 0
    made = outputs.base * np.repeat(activity, np.diff(outputs.start))
    found = by(trade.target, short, model.markets)
    found += by(outputs.market, np.maximum(0.0, orders.made - made), model.markets)
    return found


def _again(model: Model, state: State, at: Edges, room: Floats) -> Floats:
    """What of `state.unmet` is asked of rows with a duty; room: what each lost by it, t."""
    target = model.trade.target[at.edge]
    room = np.where(at.duty > 0, np.maximum(0.0, room), 0.0)
    total = by(target, room, model.markets)
    over = total > state.unmet
    part = np.divide(state.unmet, total, out=np.ones(len(total)), where=over)
    return np.asarray(room * part[target])


def _wanted(model: Model, state: State, knobs: Knobs, cover: Floats) -> Floats:
    """What each market orders: what it expects to hand out, with stock and supply line mended."""
    trade = model.trade
    came = by(trade.target, trade.base, model.markets)
    came += by(model.makers.outputs.market, model.makers.outputs.base, model.markets)
    line = by(trade.target, trade.base * trade.lag, model.markets)
    line = np.divide(line, came, out=np.zeros(len(line)), where=came > 0) * state.expected
    gap = cover * state.expected - state.stock + line - state.coming.sum(axis=0)
    return np.asarray(np.maximum(0.0, state.expected + mended(gap, knobs)))
