"""Prices: inside the controlling country, quoted outside, and under contract, US$ a kg."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.state import YARD
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Ints, Model

QUARTER = 13


class Market(NamedTuple):
    """What moves prices outside in a week, by good.

    blocked: the part of supply that measures hold back; duty: asked of what comes from home, of 1;
    at_contract, at_spot: t that markets there hand out at these prices.
    """

    blocked: Floats
    duty: Floats
    at_contract: Floats
    at_spot: Floats


def reprice(model: Model, state: State, knobs: Knobs, week: int, abroad: Market) -> None:
    """Move `state.inner`, `spot` and `contract` by a week."""
    usual = YARD + knobs.market_cover
    inside, outside = _cover(model, state, usual)
    log_inner = np.log(state.inner / model.price)
    log_inner += knobs.price_speed * (
        knobs.home_scarcity * np.log(usual / np.maximum(inside, 1e-3)) - log_inner
    )
    fear = knobs.panic * abroad.blocked
    dear = knobs.scarcity * np.maximum(0.0, np.log(usual / np.maximum(outside, 1e-3)))
    log_spot = np.log(state.spot / model.price)
    landed = log_inner + np.log1p(abroad.duty)
    log_spot += knobs.price_speed * (landed + fear + dear - log_spot)
    state.inner, state.spot = model.price * np.exp(log_inner), model.price * np.exp(log_spot)
    state.worth += abroad.at_contract * state.contract + abroad.at_spot * state.spot
    state.volume += abroad.at_contract + abroad.at_spot
    if week % QUARTER == QUARTER - 1:
        _renew(state, knobs)


def _renew(state: State, knobs: Knobs) -> None:
    """Contracts follow what was paid in the quarter by volume, and fall with the quote.

    Little is bought at a quote above them; at one below nobody stays bound to a dearer contract.
    """
    bought = state.volume > 0
    paid = np.divide(state.worth, state.volume, out=state.contract.copy(), where=bought)
    state.contract += knobs.repricing * (np.minimum(paid, state.spot) - state.contract)
    state.worth[:] = state.volume[:] = 0.0


def duty_abroad(model: Model, edge: Ints, duty: Floats) -> Floats:
    """The duty on what leaves home, by good, weighted by all that leaves it; by row of a schedule.

    Freight is left out: prices are ratios to what they were, and it does not change.
    """
    trade, countries = model.trade, len(model.countries)
    leaves = (trade.source % countries == model.home) & (trade.target % countries != model.home)
    good, weight = trade.source // countries, trade.base * leaves
    total = by(good, weight, len(model.goods))
    asked = by(good[edge], duty * weight[edge], len(model.goods))
    return np.divide(asked, total, out=np.zeros(len(total)), where=total > 0)


def _cover(model: Model, state: State, usual: float) -> tuple[Floats, Floats]:
    """Weeks of what is handed out that markets hold, by good, at home and elsewhere."""
    shape = (len(model.goods), len(model.countries))
    stock, out = state.stock.reshape(shape), state.expected.reshape(shape)
    home = np.arange(shape[1]) == model.home
    found = []
    for at in (home, ~home):
        held, used = stock[:, at].sum(axis=1), out[:, at].sum(axis=1)
        found.append(np.divide(held, used, out=np.full(len(used), float(usual)), where=used > 0))
    return found[0], found[1]
