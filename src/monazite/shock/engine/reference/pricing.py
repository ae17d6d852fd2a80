"""Prices: inside the controlling country, quoted outside, and under contract, US$ a kg."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.state import YARD

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model

QUARTER = 13


def reprice(model: Model, state: State, knobs: Knobs, week: int, blocked: Floats) -> None:
    """Move `state.inner`, `spot` and `contract` by a week; blocked: part of supply abroad."""
    usual = YARD + knobs.market_cover
    inside, outside = _cover(model, state, usual)
    log_inner = np.log(state.inner / model.price)
    log_inner += knobs.price_speed * (
        knobs.home_scarcity * np.log(usual / np.maximum(inside, 1e-3)) - log_inner
    )
    fear = knobs.panic * blocked
    dear = knobs.scarcity * np.maximum(0.0, np.log(usual / np.maximum(outside, 1e-3)))
    log_spot = np.log(state.spot / model.price)
    log_spot += knobs.price_speed * (log_inner + fear + dear - log_spot)
    state.inner, state.spot = model.price * np.exp(log_inner), model.price * np.exp(log_spot)
    if week % QUARTER == QUARTER - 1:
        state.contract += knobs.repricing * (state.spot - state.contract)


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
