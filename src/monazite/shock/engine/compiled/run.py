"""A scenario with many draws: blocks of lanes, as many at once as there are cores."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.shock.engine.compiled.admitting import admit
from monazite.shock.engine.compiled.closing import close, reprice, trust
from monazite.shock.engine.compiled.fixed import fixed
from monazite.shock.engine.compiled.handing import claim, fill, serve, ship
from monazite.shock.engine.compiled.jit import kernel
from monazite.shock.engine.compiled.lanes import begin, cast, lanes
from monazite.shock.engine.compiled.licensing import ask, cover, within_quota
from monazite.shock.engine.compiled.ordering import miss, order
from monazite.shock.engine.compiled.reading import read
from monazite.shock.engine.compiled.smuggling import seek_round, send_round
from monazite.shock.engine.compiled.totals import add
from monazite.shock.engine.compiled.using import replace, use
from monazite.shock.engine.compiled.width import even
from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.meters import CLEARANCE, months, under_way
from monazite.shock.engine.reference.ordering import ARMINGTON
from monazite.shock.engine.schedule import Edges, Groups, Hubs
from monazite.shock.engine.totals import totals

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from monazite.shock.engine.compiled.fixed import Fixed
    from monazite.shock.engine.compiled.lanes import Draws, Lanes, Plan
    from monazite.shock.engine.compiled.reading import Reading
    from monazite.shock.engine.meters import Meters
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.engine.totals import Totals
    from monazite.shock.model.model import Floats, Ints, Makers, Model, Trade, Users

WIDTH = 64
"""Draws side by side: their state stays in the second cache."""


@kernel
def simulate(
    z: Lanes,
    fix: Fixed,
    trade: Trade,
    makers: Makers,
    users: Users,
    price: Floats,
    qualify: Floats,
    plan: Plan,
    knobs: Draws,
    reading: Reading,
    out: Totals,
    offset: int,
) -> None:
    """All weeks of one block."""
    phase, edges, groups, hubs, rest = plan
    part = z.part
    if not even(z):
        return
    for week in range(len(phase)):
        f = phase[week]
        at = Edges(
            edges.edge, edges.group, edges.settled, edges.covered[f], edges.alike[f],
            edges.banned[f], edges.general[f], edges.granted[f], edges.sure[f], edges.duty[f],
        )  # fmt: skip
        ways = Hubs(hubs.row, hubs.country, hubs.lag, hubs.share[f], hubs.seized[f])
        office = Groups(groups.review[f], groups.throughput[f], groups.quota[f])
        announced, available = rest.announced[f], rest.available[f]
        wanted, released = rest.wanted[f], rest.released[f]
        cover(part, at, knobs)
        use(z, users, fix, price, knobs, wanted, announced)
        order(z, trade, makers, fix, knobs, announced, at)
        ask(z, trade, fix, knobs, at, office, announced, wanted, part)
        within_quota(z, at, office, part)
        admit(z, users, rest.admitted[f])
        claim(z, trade, makers, users, fix, knobs, available)
        seek_round(z, trade, knobs, at, ways)
        fill(z, released)
        serve(z, makers, users, knobs)
        ship(z, trade, fix, knobs, week)
        send_round(z, trade, knobs, at, ways, week)
        if len(fix.retry):
            miss(z, trade, makers, fix, knobs, at.duty)
        trust(z, makers, trade, fix, knobs, at, qualify)
        close(z, makers, fix, knobs, released, week)
        reprice(z, fix, knobs, fix.duty[f], price, week)
        replace(z, users, fix, knobs)
        add(out, z, reading, users, knobs, wanted, rest.leak[f], at, offset, week)


def run(
    model: Model,
    schedule: Schedule,
    knobs: Draws,
    meters: Meters,
    first: date,
    kind: type = np.float32,
    told: Callable[[int], None] = lambda _: None,
) -> Totals:
    """Every draw of a scenario, on every core.

    knobs: one array for each, as long as there are draws; first: the day on which week 0 begins;
    told: is called with the number of draws that are done. A draw's lane never meets another's, so
    that neither the number of cores nor of draws changes it.
    """
    draws = len(knobs.demand)
    metered, slot = np.unique(meters.edge, return_inverse=True)
    fix = fixed(model, schedule, metered, kind)
    calendar = months(first, schedule.weeks + CLEARANCE)
    reading = read(model, schedule, meters, calendar, slot.reshape(-1), kind)
    out = totals(model, schedule, meters, calendar, draws, kind)
    out.flows[:] = under_way(model, meters, calendar)[..., None]
    trade, makers, users = (cast(part, kind) for part in (model.trade, model.makers, model.users))
    price: Floats = model.price.astype(kind)
    qualify: Floats = model.qualify.astype(kind)
    plan = _plan(schedule, kind)

    def block(at: int) -> tuple[int, Ints]:
        chunk: Draws = Knobs(*(column[at : at + WIDTH].astype(kind) for column in knobs))
        state = begin(lanes(model, schedule, fix, len(chunk.demand), kind), model, schedule, chunk)
        mine = out._replace(standing=np.zeros_like(out.standing))
        simulate(
            state, fix, trade, makers, users, price, qualify, plan, chunk, reading, mine, at
        )  # fmt: skip
        return len(chunk.demand), mine.standing

    done, standing = block(0)
    out.standing[:] = standing
    told(done)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for more, standing in pool.map(block, range(WIDTH, draws, WIDTH)):
            done += more
            out.standing[:] += standing
            told(done)
    return out


def _plan(schedule: Schedule, kind: type) -> tuple[Any, ...]:
    duty = (1 + schedule.edges.duty) ** -ARMINGTON
    tables = (
        schedule.edges._replace(duty=duty),
        schedule.groups,
        schedule.hubs,
        schedule.elsewhere,
    )
    return (schedule.phase, *(cast(table, kind) for table in tables))
