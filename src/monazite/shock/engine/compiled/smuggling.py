"""Ways round a measure (reference/smuggling.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.lanes import RING
from monazite.shock.engine.compiled.width import abreast

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.engine.schedule import Edges, Hubs
    from monazite.shock.model.model import Floats, Trade


@jit
def send_round(
    z: Lanes,
    trade: Trade,
    knobs: Draws,
    at: Edges,
    hubs: Hubs,
    released: Floats,
    week: int,
) -> None:
    """What is blocked goes through a third country, as far as goods are left."""
    zero = z.trust_market.dtype.type(0)
    one = z.trust_market.dtype.type(1)
    width = abreast(z)
    for m in range(z.stock.shape[0]):
        for i in range(width):
            z.left[m, i] = max(zero, z.stock[m, i] + released[m] - z.given[m, i])
            z.sought[m, i] = zero
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
            z.sought[s, i] += z.round[h, i]
    for h in range(len(hubs.row)):
        e = at.edge[hubs.row[h]]
        s, t = trade.source[e], trade.target[e]
        slot = (week + trade.lag[e] + hubs.lag[h]) % RING
        for i in range(width):
            over = z.sought[s, i] > z.left[s, i]
            sent = z.round[h, i] * (z.left[s, i] / z.sought[s, i] if over else one)
            seized = sent * min(one, knobs.seized[i] * hubs.seized[h])
            z.round[h, i] = sent
            z.landed[h, i] = sent - seized
            z.given[s, i] += sent
            z.coming[slot, t, i] += z.landed[h, i]
            z.line[t, i] += z.landed[h, i]
