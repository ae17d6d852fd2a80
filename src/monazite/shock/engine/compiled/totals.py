"""What is kept of a block of draws, summed while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.width import abreast
from monazite.shock.engine.meters import CLEARANCE, HALTED

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.engine.compiled.reading import Reading
    from monazite.shock.engine.schedule import Edges
    from monazite.shock.engine.totals import Totals
    from monazite.shock.model.model import Floats, Users


@jit
def add(
    out: Totals,
    z: Lanes,
    reading: Reading,
    users: Users,
    knobs: Draws,
    wanted: Floats,
    leak: Floats,
    at: Edges,
    offset: int,
    week: int,
) -> None:
    """Add a week; a week that ends in another month is shared by days."""
    _add_flows(out, z, reading, offset, week)
    _add_prices(out, z, reading, offset, week)
    _add_volumes(out, z, reading, offset, week)
    width = abreast(z)
    for r in range(len(at.edge)):
        for i in range(width):
            out.applied[week, at.group[r], offset + i] += z.applied[r, i]
            out.granted[week, at.group[r], offset + i] += z.granted[r, i]
    for u in range(z.activity.shape[0]):
        for i in range(width):
            out.output[week, users.sector[u], offset + i] += reading.weight[u] * z.activity[u, i]
            lost = knobs.demand[i] * wanted[u] - z.activity[u, i]
            out.lost[u, offset + i] += lost
            out.leaked[u, offset + i] += leak[u] * lost
            out.worst[u, offset + i] = max(out.worst[u, offset + i], z.halted[u, i])
            if z.halted[u, i] >= HALTED:
                out.standing[week, u] += 1
                if out.first[u, offset + i] < 0:
                    out.first[u, offset + i] = week


@jit
def _add_flows(out: Totals, z: Lanes, reading: Reading, offset: int, week: int) -> None:
    """Shipments of the meters and of the hubs, when they are counted."""
    for k in range(len(reading.start) - 1):
        for j in range(reading.start[k], reading.start[k + 1]):
            sent = z.metered[reading.slot[j]]
            _count(out.flows[:, k], sent, reading, offset, week + reading.later[j])
    for h in range(z.round.shape[0]):
        _count(out.round[:, h], z.round[h], reading, offset, week + CLEARANCE)
        _count(out.landed[:, h], z.landed[h], reading, offset, week + reading.landing[h])


@jit
def _count(of: Floats, amount: Floats, reading: Reading, offset: int, week: int) -> None:
    """Add a week's amounts to their months; what the run does not reach is not counted."""
    if week < len(reading.month):
        month, part = reading.month[week], reading.part[week]
        rest = of.dtype.type(1) - part
        for i in range(len(amount)):
            of[month, offset + i] += part * amount[i]
        if rest > of.dtype.type(0):
            for i in range(len(amount)):
                of[month + 1, offset + i] += rest * amount[i]


@jit
def _add_prices(out: Totals, z: Lanes, reading: Reading, offset: int, week: int) -> None:
    one = z.trust_market.dtype.type(1)
    for q in range(len(reading.quoted)):
        for i in range(abreast(z)):
            out.quote_inner[week, q, offset + i] = z.inner[reading.quoted[q], i]
            out.quote_spot[week, q, offset + i] = z.spot[reading.quoted[q], i]
    month, part = reading.month[week], reading.part[week]
    here = part / reading.weeks[month]
    for n in range(z.inner.shape[0]):
        for i in range(abreast(z)):
            out.inner[month, n, offset + i] += here * z.inner[n, i]
            out.spot[month, n, offset + i] += here * z.spot[n, i]
            out.contract[month, n, offset + i] += here * z.contract[n, i]
            if part < one:
                there = (one - part) / reading.weeks[month + 1]
                out.inner[month + 1, n, offset + i] += there * z.inner[n, i]
                out.spot[month + 1, n, offset + i] += there * z.spot[n, i]
                out.contract[month + 1, n, offset + i] += there * z.contract[n, i]


@jit
def _add_volumes(out: Totals, z: Lanes, reading: Reading, offset: int, week: int) -> None:
    one = z.trust_market.dtype.type(1)
    month, part = reading.month[week], reading.part[week]
    for n in range(z.at_spot.shape[0]):
        for i in range(abreast(z)):
            first, second = z.at_contract[n, i], z.at_spot[n, i]
            out.at_contract[month, n, offset + i] += part * first
            out.at_spot[month, n, offset + i] += part * second
            if part < one:
                out.at_contract[month + 1, n, offset + i] += (one - part) * first
                out.at_spot[month + 1, n, offset + i] += (one - part) * second
