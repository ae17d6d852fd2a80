"""Markets' orders (reference/ordering.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.width import abreast
from monazite.shock.engine.state import YARD

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.fixed import Fixed
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.engine.schedule import Edges
    from monazite.shock.model.model import Floats, Makers, Trade


@jit
def order(
    z: Lanes,
    trade: Trade,
    makers: Makers,
    fixed: Fixed,
    knobs: Draws,
    announced: Floats,
    at: Edges,
) -> None:
    """What each market orders per unit of weight (`z.each`), and makers are asked for."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    yard = z.trust_market.dtype.type(YARD)
    width = abreast(z)
    _weigh(z, trade, makers, fixed, at.duty)
    for m in range(z.stock.shape[0]):
        fear = announced[fixed.good[m]]
        for i in range(width):
            cover = knobs.market_cover[i] * (one + knobs.hoarding[i] * fear) + fixed.lag[m] + yard
            gap = cover * z.expected[m, i] - z.stock[m, i] - z.line[m, i]
            slower = knobs.unwinding[i] if gap < zero else one
            amount = max(zero, z.expected[m, i] + gap / (knobs.order_weeks[i] * slower))
            weight = z.each[m, i]
            z.each[m, i] = amount / weight if weight > zero else zero
            free = weight + z.second[m, i]
            z.first[m, i] = amount / free if free > zero else zero
    _ask_makers(z, makers, fixed)
    if len(fixed.retry):
        _ask_again(z, trade, at)


@jit
def _weigh(z: Lanes, trade: Trade, makers: Makers, fixed: Fixed, duty: Floats) -> None:
    """The weight of all that a market may order of, in `z.each`; what duties cut off, in second."""
    zero = z.trust_market.dtype.type(0)
    width = abreast(z)
    one = z.trust_market.dtype.type(1)
    z.each[:] = zero
    z.second[:] = zero
    for e in range(len(trade.base)):
        s, t, r = trade.source[e], trade.target[e], fixed.row[e]
        if r < 0:
            for i in range(width):
                z.each[t, i] += trade.base[e] * z.trust_market[s, i]
        else:
            for i in range(width):
                weight = trade.base[e] * z.trust_market[s, i] * z.trust_row[r, i]
                z.each[t, i] += weight * duty[r]
                z.second[t, i] += weight * (one - duty[r])
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
        for i in range(abreast(z)):
            z.asked[p, i] = one if makers.fixed[p] else zero
    for r in range(len(outputs.base)):
        p, m = fixed.makes[r], outputs.market[r]
        if not makers.fixed[p]:
            for i in range(abreast(z)):
                made = outputs.base[r] * z.trust_maker[p, i] * z.each[m, i]
                z.asked[p, i] += made * fixed.worth[r]


@jit
def _ask_again(z: Lanes, trade: Trade, at: Edges) -> None:
    """What others did not deliver and sellers under a duty are asked for again, in `z.extra`."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    width = abreast(z)
    z.sought[:] = zero
    for r in range(len(at.edge)):
        e, duty = at.edge[r], at.duty[r]
        s, t = trade.source[e], trade.target[e]
        for i in range(width):
            weight = trade.base[e] * z.trust_market[s, i] * z.trust_row[r, i]
            room = weight * (z.first[t, i] - duty * z.each[t, i])
            z.extra[r, i] = max(zero, room) if duty < one else zero
            z.sought[t, i] += z.extra[r, i]
    for r in range(len(at.edge)):
        t = trade.target[at.edge[r]]
        for i in range(width):
            over = z.sought[t, i] > z.unmet[t, i]
            z.extra[r, i] *= z.unmet[t, i] / z.sought[t, i] if over else one


@jit
def miss(z: Lanes, trade: Trade, makers: Makers, fixed: Fixed, knobs: Draws, duty: Floats) -> None:
    """What sellers without a duty did not deliver, in `z.unmet`; after all has been shipped."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    width = abreast(z)
    z.unmet[:] = zero
    for e in fixed.retry:
        s, t, r, base = trade.source[e], trade.target[e], fixed.row[e], trade.base[e]
        if r < 0:
            for i in range(width):
                total = base * z.trust_market[s, i] * z.each[t, i]
                first = min(total, knobs.contract[i] * base)
                sent = z.fill_first[s, i] * first + z.fill_second[s, i] * (total - first)
                z.unmet[t, i] += max(zero, total - sent)
        elif duty[r] >= one:
            for i in range(width):
                z.unmet[t, i] += max(zero, z.ordered[r, i] - z.sent[r, i])
    outputs = makers.outputs
    for o in fixed.remake:
        p, m = fixed.makes[o], outputs.market[o]
        for i in range(width):
            asked = z.trust_maker[p, i] * z.each[m, i]
            z.unmet[m, i] += outputs.base[o] * max(zero, asked - z.made[p, i])
