"""Users that may not be served (reference/admitting.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.width import abreast
from monazite.shock.engine.reference.admitting import TURN, WHOLE
from monazite.shock.engine.state import BINS

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Lanes
    from monazite.shock.model.model import Floats, Users


@jit
def admit(z: Lanes, users: Users, admitted: Floats) -> None:
    """What users may be served of their orders, and by market what they are refused."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    bins = z.trust_market.dtype.type(BINS)
    z.refused[:] = zero
    for r in range(len(users.inputs.base)):
        if admitted[r] < one:
            m, base = users.inputs.market[r], users.inputs.base[r]
            for i in range(abreast(z)):
                lacks = zero
                for b in range(BINS):
                    part = min(one, max(zero, admitted[r] * bins - z.order.dtype.type(TURN[b])))
                    served = z.order[r, b, i]
                    if part < z.order.dtype.type(WHOLE):
                        served = min(served, part * base / bins)
                    lacks += z.order[r, b, i] - served
                    z.order[r, b, i] = served
                z.refused[m, i] += min(lacks, (one - admitted[r]) * base)
