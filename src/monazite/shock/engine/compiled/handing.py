"""The hand-out of a week (reference/handing.py, making.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.lanes import RING
from monazite.shock.engine.compiled.width import abreast
from monazite.shock.engine.state import BINS

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.fixed import Fixed
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.model.model import Floats, Makers, Terms, Trade, Users


@jit
def claim(
    z: Lanes,
    trade: Trade,
    makers: Makers,
    users: Users,
    fixed: Fixed,
    knobs: Draws,
    available: Floats,
) -> None:
    """Sum up what is claimed of every market, under contract and beyond."""
    zero = z.trust_market.dtype.type(0)
    z.first[:] = zero
    z.second[:] = zero
    _claim_users(z, users.inputs, knobs)
    _claim_makers(z, makers, knobs, available)
    for e in range(len(trade.base)):
        s, t, r, base = trade.source[e], trade.target[e], fixed.row[e], trade.base[e]
        if r < 0:
            for i in range(abreast(z)):
                total = base * z.trust_market[s, i] * z.each[t, i]
                first = min(total, knobs.contract[i] * base)
                z.first[s, i] += first
                z.second[s, i] += total - first
        else:
            for i in range(abreast(z)):
                first = min(z.claim[r, i], knobs.contract[i] * base)
                z.first[s, i] += first
                z.second[s, i] += z.claim[r, i] - first


@jit
def _claim_users(z: Lanes, inputs: Terms, knobs: Draws) -> None:
    for r in range(len(inputs.base)):
        m, base = inputs.market[r], inputs.base[r]
        for i in range(abreast(z)):
            total = z.trust_market.dtype.type(0)
            for b in range(BINS):
                total += z.order[r, b, i]
            first = min(total, knobs.contract[i] * base)
            z.first[m, i] += first
            z.second[m, i] += total - first


@jit
def _claim_makers(z: Lanes, makers: Makers, knobs: Draws, available: Floats) -> None:
    for p in range(len(makers.country)):
        limit = makers.capacity[p] * available[p]
        for i in range(abreast(z)):
            z.tried[p, i] = min(z.asked[p, i], limit)
        for r in range(makers.inputs.start[p], makers.inputs.start[p + 1]):
            m, base = makers.inputs.market[r], makers.inputs.base[r]
            for i in range(abreast(z)):
                total = base * z.tried[p, i]
                first = min(total, knobs.contract[i] * base)
                z.first[m, i] += first
                z.second[m, i] += total - first


@jit
def fill(z: Lanes, released: Floats) -> None:
    """How far each market's stock goes; what is left and what was handed out of it."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    for m in range(z.stock.shape[0]):
        for i in range(abreast(z)):
            there = z.stock[m, i] + released[m]
            first, second = z.first[m, i], z.second[m, i]
            z.fill_first[m, i] = there / first if first > there else one
            rest = max(zero, there - first)
            z.fill_second[m, i] = rest / second if second > rest else one
            z.claimed[m, i] = first + second
            z.given[m, i] = zero


@jit
def serve(z: Lanes, makers: Makers, users: Users, knobs: Draws) -> None:
    """Users' plants and makers take their parts."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    width = abreast(z)
    for r in range(len(users.inputs.base)):
        m, base = users.inputs.market[r], users.inputs.base[r]
        for i in range(width):
            total = zero
            for b in range(BINS):
                total += z.order[r, b, i]
            first = min(total, knobs.contract[i] * base)
            got = z.fill_first[m, i] * first + z.fill_second[m, i] * (total - first)
            z.given[m, i] += got
            _share(z, r, i, got, total, knobs.triage[i])
    for p in range(len(makers.country)):
        start, end = makers.inputs.start[p], makers.inputs.start[p + 1]
        for i in range(width):
            fed = one
            for r in range(start, end):
                m, base = makers.inputs.market[r], makers.inputs.base[r]
                total = base * z.tried[p, i]
                first = min(total, knobs.contract[i] * base)
                got = z.fill_first[m, i] * first + z.fill_second[m, i] * (total - first)
                if total > zero:
                    fed = min(fed, got / total)
            z.made[p, i] = z.tried[p, i] * fed
        for r in range(start, end):
            m, base = makers.inputs.market[r], makers.inputs.base[r]
            for i in range(width):
                z.given[m, i] += base * z.made[p, i]


@jit
def _share(z: Lanes, r: int, i: int, got: float, total: float, triage: float) -> None:
    """Deliveries by plant: in proportion, but for the part that goes to the thinnest first."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    ratio = got / total if total > zero else zero
    left = got
    for b in range(BINS):
        first = min(z.order[r, b, i], left)
        left -= first
        z.held[r, b, i] += (one - triage) * z.order[r, b, i] * ratio + triage * first


@jit
def ship(z: Lanes, trade: Trade, fixed: Fixed, knobs: Draws, week: int) -> None:
    """Other markets' parts go on their way."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    width = abreast(z)
    for e in range(len(trade.base)):
        s, t, r, base = trade.source[e], trade.target[e], fixed.row[e], trade.base[e]
        at, slot = (week + trade.lag[e]) % RING, fixed.slot[e]
        for i in range(width):
            total = base * z.trust_market[s, i] * z.each[t, i] if r < 0 else z.claim[r, i]
            first = min(total, knobs.contract[i] * base)
            sent = z.fill_first[s, i] * first + z.fill_second[s, i] * (total - first)
            z.given[s, i] += sent
            z.coming[at, t, i] += sent
            z.line[t, i] += sent
            if slot >= 0:
                z.metered[slot, i] = sent
            if r >= 0:
                z.sent[r, i] = sent
                licensed = z.allowed[r, i] / total if total > zero else zero
                z.bank[r, i] = max(zero, z.bank[r, i] - sent * min(one, licensed))
