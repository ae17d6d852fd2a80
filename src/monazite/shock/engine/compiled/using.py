"""Users (reference/using.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.width import abreast
from monazite.shock.engine.state import BINS, PATIENCE

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.fixed import Fixed
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.model.model import Floats, Terms, Users


@jit
def use(
    z: Lanes,
    users: Users,
    fixed: Fixed,
    price: Floats,
    knobs: Draws,
    wanted: Floats,
    announced: Floats,
) -> None:
    """Run the plants for a week, then order."""
    _thrift(z, fixed, price, knobs)
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    bins = z.trust_market.dtype.type(BINS)
    stay = z.trust_market.dtype.type(1 - 1 / PATIENCE)
    width = abreast(z)
    start, market, base = users.inputs.start, users.inputs.market, users.inputs.base
    for u in range(len(users.sector)):
        for i in range(width):
            z.activity[u, i] = zero
            z.halted[u, i] = zero
        for r in range(start[u], start[u + 1]):
            kind = fixed.thrift[r]
            for i in range(width):
                z.need[r, i] = base[r] * (one - z.replaced[r, i]) * z.thrift[kind, i] / bins
                z.used[r, i] = zero
        for i in range(width):
            asked = knobs.demand[i] * wanted[u]
            z.wish[0, i] = asked
            z.wish[1, i] = asked + min(knobs.overtime[i] * asked, z.owed[u, i])
        for b in range(BINS):
            _run_plant(z, users.inputs, knobs, u, b)
            for r in range(start[u], start[u + 1]):
                fear = announced[market[r] // fixed.countries]
                for i in range(width):
                    used = z.need[r, i] * z.wish[1, i] * z.wish[2, i]
                    cover = z.cover[b, i] * (one + knobs.hoarding[i] * fear)
                    plan = z.need[r, i] * z.wish[0, i] * cover
                    gap = plan - z.held[r, b, i]
                    slower = knobs.unwinding[i] if gap < zero else one
                    z.order[r, b, i] = max(zero, used + gap / (knobs.order_weeks[i] * slower))
                    z.held[r, b, i] = max(zero, z.held[r, b, i] - used)
                    z.used[r, i] += used
        for i in range(width):
            z.activity[u, i] *= z.wish[1, i] / bins
            z.halted[u, i] /= bins
            waiting = z.owed[u, i] * stay
            z.owed[u, i] = max(zero, waiting + z.wish[0, i] - z.activity[u, i])


@jit
def _run_plant(z: Lanes, inputs: Terms, knobs: Draws, u: int, b: int) -> None:
    """The activity of one fifth of a user's plants, in `z.wish[2]`."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    width = abreast(z)
    for i in range(width):
        z.wish[2, i] = one
    for r in range(inputs.start[u], inputs.start[u + 1]):
        for i in range(width):
            needed = z.need[r, i] * z.wish[1, i]
            fed = z.held[r, b, i] / needed if needed > zero else one
            z.wish[2, i] = min(z.wish[2, i], fed)
    for i in range(width):
        stands = z.wish[2, i] < knobs.halt_below[i]
        rest = knobs.restart_weeks[i] if stands else max(zero, z.stopped[u, b, i] - one)
        z.stopped[u, b, i] = rest
        runs = zero if stands else z.wish[2, i] * (one - min(one, rest))
        z.wish[2, i] = runs
        z.activity[u, i] += runs
        z.halted[u, i] += one if runs == zero else zero


@jit
def _thrift(z: Lanes, fixed: Fixed, price: Floats, knobs: Draws) -> None:
    one = z.trust_market.dtype.type(1)
    for j in range(len(fixed.thrift_good)):
        good = fixed.thrift_good[j]
        for i in range(abreast(z)):
            paid = (
                knobs.contract[i] * z.contract[good, i]
                + (one - knobs.contract[i]) * z.spot[good, i]
            )
            paid = z.inner[good, i] if fixed.thrift_home[j] else paid
            power = -knobs.elasticity[i] * fixed.thrift_elasticity[j]
            z.thrift[j, i] = np.exp(power * np.log(paid / price[good]))


@jit
def replace(z: Lanes, users: Users, fixed: Fixed, knobs: Draws) -> None:
    """Give way to another grade or material."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    for r in range(len(users.inputs.base)):
        u = fixed.user[r]
        for i in range(abreast(z)):
            if z.halted[u, i] > zero or z.short[r, i] > zero:
                z.short[r, i] += one
            if z.short[r, i] > knobs.substitution_delay[i]:
                aim = knobs.substitution[i] * users.substitutable[r]
                z.replaced[r, i] += (aim - z.replaced[r, i]) / knobs.substitution_weeks[i]
