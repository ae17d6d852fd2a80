"""Ways round a measure (reference/smuggling.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.lanes import RING
from monazite.shock.engine.compiled.width import abreast

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.engine.schedule import Edges, Hubs
    from monazite.shock.model.model import Trade


@jit
def seek_round(z: Lanes, trade: Trade, knobs: Draws, at: Edges, hubs: Hubs) -> None:
    """Ask for a part of what is blocked, beside all others; in `z.round`."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    width = abreast(z)
    z.ways[:] = zero
    for h in range(len(hubs.row)):
        for i in range(width):
            z.ways[hubs.row[h], i] += knobs.smuggled[i] * hubs.share[h]
    for h in range(len(hubs.row)):
        r = hubs.row[h]
        s = trade.source[at.edge[r]]
        for i in range(width):
            share = knobs.smuggled[i] * hubs.share[h] / max(one, z.ways[r, i])
            z.round[h, i] = share * z.blocked[r, i]
            z.second[s, i] += z.round[h, i]


@jit
def send_round(z: Lanes, trade: Trade, knobs: Draws, at: Edges, hubs: Hubs, week: int) -> None:
    """Put on its way what was got, less what is seized."""
    one = z.trust_market.dtype.type(1)
    for h in range(len(hubs.row)):
        e = at.edge[hubs.row[h]]
        s, t = trade.source[e], trade.target[e]
        slot = (week + trade.lag[e] + hubs.lag[h]) % RING
        for i in range(abreast(z)):
            sent = z.round[h, i] * z.fill_second[s, i]
            seized = sent * min(one, knobs.seized[i] * hubs.seized[h])
            z.round[h, i] = sent
            z.landed[h, i] = sent - seized
            z.given[s, i] += sent
            z.coming[slot, t, i] += z.landed[h, i]
            z.line[t, i] += z.landed[h, i]
