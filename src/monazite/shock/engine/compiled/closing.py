"""The end of a week: stocks, trust and prices (reference/week.py, trusting.py, pricing.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.lanes import RING
from monazite.shock.engine.compiled.width import abreast
from monazite.shock.engine.reference.pricing import QUARTER
from monazite.shock.engine.reference.trusting import LEAST
from monazite.shock.engine.state import DISBELIEF, YARD

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.fixed import Fixed
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.engine.schedule import Edges
    from monazite.shock.model.model import Floats, Ints, Makers, Trade


@jit
def trust(
    z: Lanes, makers: Makers, trade: Trade, fixed: Fixed, knobs: Draws, at: Edges, qualify: Floats
) -> None:
    """Buyers learn who delivers."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    least = z.trust_market.dtype.type(LEAST)
    width = abreast(z)
    for m in range(z.stock.shape[0]):
        weeks = qualify[fixed.good[m]]
        for i in range(width):
            speed = min(one, knobs.rerouting[i] / weeks)
            part = z.given[m, i] / z.claimed[m, i] if z.claimed[m, i] > zero else one
            moved = z.trust_market[m, i] + speed * (min(one, part) - z.trust_market[m, i])
            z.trust_market[m, i] = max(least, moved)
    for p in range(len(makers.country)):
        weeks = qualify.dtype.type(0)
        for r in range(makers.outputs.start[p], makers.outputs.start[p + 1]):
            weeks = max(weeks, qualify[fixed.good[makers.outputs.market[r]]])
        for i in range(width):
            speed = min(one, knobs.rerouting[i] / weeks)
            part = z.made[p, i] / z.asked[p, i] if z.asked[p, i] > zero else one
            moved = z.trust_maker[p, i] + speed * (min(one, part) - z.trust_maker[p, i])
            z.trust_maker[p, i] = max(least, moved)
    for r in range(len(at.edge)):
        weeks = qualify[fixed.good[trade.source[at.edge[r]]]]
        for i in range(width):
            speed = min(one, knobs.rerouting[i] / weeks)
            part = z.sent[r, i] / z.ordered[r, i] if z.ordered[r, i] > zero else one
            moved = z.trust_row[r, i] + speed * (min(one, part) - z.trust_row[r, i])
            z.trust_row[r, i] = max(least, moved)


@jit
def reprice(z: Lanes, fixed: Fixed, knobs: Draws, duty: Floats, price: Floats, week: int) -> None:
    """Prices of the goods, and what markets abroad handed out at them."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    tiny = z.trust_market.dtype.type(1e-3)
    yard = z.trust_market.dtype.type(YARD)
    width = abreast(z)
    _hold_back(z.held_back, z.ordered, z.sent, fixed.row_good, fixed.row_abroad)
    for n in range(len(price)):
        z.wish[:] = zero
        z.at_contract[n, :] = zero
        z.at_spot[n, :] = zero
        for c in range(fixed.countries):
            m = n * fixed.countries + c
            k = 0 if c == fixed.home else 2
            for i in range(width):
                z.wish[k, i] += z.stock[m, i]
                z.wish[k + 1, i] += z.expected[m, i]
            if c != fixed.home:
                for i in range(width):
                    z.at_contract[n, i] += z.fill_first[m, i] * z.first[m, i]
                    z.at_spot[n, i] += z.fill_second[m, i] * z.second[m, i]
        for i in range(width):
            usual = yard + knobs.market_cover[i]
            inside = z.wish[0, i] / z.wish[1, i] if z.wish[1, i] > zero else usual
            outside = z.wish[2, i] / z.wish[3, i] if z.wish[3, i] > zero else usual
            inner = np.log(z.inner[n, i] / price[n])
            aim = knobs.home_scarcity[i] * np.log(usual / max(inside, tiny))
            inner += knobs.price_speed[i] * (aim - inner)
            dear = knobs.scarcity[i] * max(zero, np.log(usual / max(outside, tiny)))
            spot = np.log(z.spot[n, i] / price[n])
            aim = inner + duty[n] + knobs.panic[i] * min(one, z.held_back[n, i]) + dear
            spot += knobs.price_speed[i] * (aim - spot)
            z.inner[n, i] = price[n] * np.exp(inner)
            z.spot[n, i] = price[n] * np.exp(spot)
            z.worth[n, i] += z.at_contract[n, i] * z.contract[n, i] + z.at_spot[n, i] * z.spot[n, i]
            z.volume[n, i] += z.at_contract[n, i] + z.at_spot[n, i]
            if week % QUARTER == QUARTER - 1:
                bought = z.volume[n, i] > zero
                paid = z.worth[n, i] / z.volume[n, i] if bought else z.contract[n, i]
                paid = min(paid, z.spot[n, i])
                z.contract[n, i] += knobs.repricing[i] * (paid - z.contract[n, i])
                z.worth[n, i] = zero
                z.volume[n, i] = zero


@jit
def _hold_back(part: Floats, ordered: Floats, sent: Floats, good: Ints, abroad: Floats) -> None:
    """The part of supply abroad that measures hold back, by good; abroad: 1 over what is bought."""
    zero = part.dtype.type(0)
    part[:] = zero
    for r in range(len(good)):
        for i in range(part.shape[1]):
            part[good[r], i] += max(zero, ordered[r, i] - sent[r, i]) * abroad[r]


@jit
def close(
    z: Lanes, makers: Makers, fixed: Fixed, knobs: Draws, released: Floats, week: int
) -> None:
    """Take in what arrives and what was made, with compensated sums; learn what is claimed."""
    disbelief = z.trust_market.dtype.type(DISBELIEF)
    now = week % RING
    outputs = makers.outputs
    width = abreast(z)
    for m in range(z.stock.shape[0]):
        for i in range(width):
            came = z.coming[now, m, i]
            z.coming[now, m, i] = z.stock.dtype.type(0)
            z.line[m, i] = max(z.stock.dtype.type(0), z.line[m, i] - came)
            _add(z, m, i, came + released[m] - z.given[m, i])
            claimed = min(z.claimed[m, i] + z.refused[m, i], disbelief * fixed.outflow[m])
            z.expected[m, i] += knobs.smoothing[i] * (claimed - z.expected[m, i])
    for r in range(len(outputs.base)):
        p, m = fixed.makes[r], outputs.market[r]
        for i in range(width):
            _add(z, m, i, outputs.base[r] * z.made[p, i])


@jit
def _add(z: Lanes, m: int, i: int, amount: float) -> None:
    """Kahan's sum: what rounding cuts off is added the next time."""
    mended = amount - z.lost[m, i]
    total = z.stock[m, i] + mended
    z.lost[m, i] = (total - z.stock[m, i]) - mended
    z.stock[m, i] = max(z.stock.dtype.type(0), total)
