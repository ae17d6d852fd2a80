"""Markets' orders (reference/ordering.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.state import YARD

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.fixed import Fixed
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.model.model import Floats, Makers, Trade


@jit
def order(
    z: Lanes,
    trade: Trade,
    makers: Makers,
    fixed: Fixed,
    knobs: Draws,
    announced: Floats,
    duty: Floats,
) -> None:
    """What each market orders per unit of weight (`z.each`), and makers are asked for."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    yard = z.trust_market.dtype.type(YARD)
    width = z.stock.shape[1]
    _weigh(z, trade, makers, fixed, duty)
    for m in range(z.stock.shape[0]):
        fear = announced[fixed.good[m]]
        for i in range(width):
            cover = knobs.market_cover[i] * (one + knobs.hoarding[i] * fear) + fixed.lag[m] + yard
            z.left[m, i] = cover * z.expected[m, i] - z.stock[m, i] - z.line[m, i]
    for m in range(z.stock.shape[0]):
        for i in range(width):
            amount = max(zero, z.expected[m, i] + z.left[m, i] / knobs.order_weeks[i])
            z.each[m, i] = amount / z.each[m, i] if z.each[m, i] > zero else zero
    _ask_makers(z, makers, fixed)


@jit
def _weigh(z: Lanes, trade: Trade, makers: Makers, fixed: Fixed, duty: Floats) -> None:
    """The weight of all that a market may order of, in `z.each`."""
    zero = z.trust_market.dtype.type(0)
    width = z.stock.shape[1]
    z.each[:] = zero
    for e in range(len(trade.base)):
        s, t, r = trade.source[e], trade.target[e], fixed.row[e]
        if r < 0:
            for i in range(width):
                z.each[t, i] += trade.base[e] * z.trust_market[s, i]
        else:
            for i in range(width):
                z.each[t, i] += trade.base[e] * z.trust_market[s, i] * z.trust_row[r, i] * duty[r]
    outputs = makers.outputs
    for r in range(len(outputs.base)):
        p, m = fixed.makes[r], outputs.market[r]
        for i in range(width):
            z.each[m, i] += outputs.base[r] * z.trust_maker[p, i]


@jit
def _ask_makers(z: Lanes, makers: Makers, fixed: Fixed) -> None:
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    outputs = makers.outputs
    for p in range(len(makers.country)):
        for i in range(z.stock.shape[1]):
            z.asked[p, i] = one if makers.fixed[p] else zero
    for r in range(len(outputs.base)):
        p, m = fixed.makes[r], outputs.market[r]
        if not makers.fixed[p]:
            for i in range(z.stock.shape[1]):
                made = outputs.base[r] * z.trust_maker[p, i] * z.each[m, i]
                z.asked[p, i] += made * fixed.worth[r]
