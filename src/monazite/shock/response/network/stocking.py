"""Stocks of markets: what stays, what was there before, and what lacks at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import by
from monazite.shock.response.costing import odds
from monazite.shock.response.setting import WEEKS

_LEAN = 1e-7
"""Million US$ a t for each US$ a kg: a ten thousandth of the price."""

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.setting import Setting, World


def stocking(draft: Draft, setting: Setting) -> tuple[Ints, Ints]:
    """Stocks at the end of each month, and the balance of each market; both (S, T, M).

    A market holds at most what it held before: with foresight it would else hoard before the shock
    for nothing; to hold more is what a stockpile is for. It holds at least what a future says that
    nobody lets go of. Of equal plans the one with the fullest stocks is taken.
    """
    world, months = setting.world, setting.horizon.months
    shape = (len(setting.futures), months, world.model.markets)
    held = np.stack([_held(future.held, shape[1:]) for future in setting.futures])
    stock = draft.columns("stock", shape, lower=held, upper=world.stock, lean=-leaning(setting))
    coming = _under_way(world, months)
    coming[0] += world.stock
    balance = draft.rows("balance", shape, upper=coming)
    draft.add(balance, stock, 1.0)
    draft.add(balance[:, 1:], stock[:, :-1], -1.0)
    return stock, balance


def _held(held: Floats | None, shape: tuple[int, ...]) -> Floats:
    """What nobody lets go of, t, months x markets."""
    return np.zeros(shape) if held is None else held


def restocking(draft: Draft, setting: Setting, stock: Ints) -> tuple[Ints, Ints]:
    """What stocks lack of their first level at the end of each future, and its rows; (S, M)."""
    shape = (len(setting.futures), setting.world.model.markets)
    short = draft.columns("short", shape, upper=setting.world.stock)
    rows = draft.rows("restock", shape, lower=setting.world.stock)
    draft.add(rows, short, 1.0)
    draft.add(rows, stock[:, -1], 1.0)
    return short, rows


def leaning(setting: Setting) -> Floats:
    """How much a t in each market leans to stay there: next to nothing of its price; (S, 1, M).

    Without it a solver takes several times as long, to go through plans that cost the same.
    """
    model = setting.world.model
    price = np.repeat(model.price, len(model.countries))
    return _LEAN * odds(setting)[:, None, None] * price


def _under_way(world: World, months: int) -> Floats:
    """What left before the first month and comes to each market, t, months x markets."""
    trade, size = world.model.trade, world.model.markets
    on = np.arange(months)[:, None] < world.lag
    month, row = np.nonzero(on)
    found = by(month * size + trade.target[row], trade.base[row] * WEEKS, months * size)
    return found.reshape(months, size)
