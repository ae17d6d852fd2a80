"""Licences (reference/licensing.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.compiled.width import abreast
from monazite.shock.engine.desks import DESKS, SOONEST
from monazite.shock.engine.reference.licensing import VALID_WEEKS

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.fixed import Fixed
    from monazite.shock.engine.compiled.lanes import Draws, Lanes
    from monazite.shock.engine.schedule import Edges, Groups
    from monazite.shock.model.model import Floats, Trade


@jit
def cover(part: Floats, at: Edges, knobs: Draws) -> None:
    """The part of each row that customs holds to the measure, by draw."""
    for r in range(part.shape[0]):
        for i in range(part.shape[1]):
            alike = knobs.look_alike[i] * at.alike[r] * (part.dtype.type(1) - at.covered[r])
            part[r, i] = min(part.dtype.type(1), at.covered[r] + alike)


@jit
def ask(
    z: Lanes,
    trade: Trade,
    fixed: Fixed,
    knobs: Draws,
    at: Edges,
    office: Groups,
    announced: Floats,
    wanted: Floats,
    part: Floats,
) -> None:
    """File, decide, grant; what may leave is in `z.free` and `z.allowed`."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    valid = z.trust_market.dtype.type(VALID_WEEKS)
    soonest = z.trust_market.dtype.type(SOONEST)
    sought = zero
    for u in range(len(wanted)):
        sought = max(sought, wanted[u])
    _pass_desks(z, knobs, at, office)
    _decide(z, trade, knobs, at, office, part)
    for r in range(len(at.edge)):
        e = at.edge[r]
        s, t = trade.source[e], trade.target[e]
        fear = announced[fixed.good[s]]
        for i in range(abreast(z)):
            weight = trade.base[e] * z.trust_market[s, i] * z.trust_row[r, i] * at.duty[r]
            ordered = weight * z.each[t, i] + z.extra[r, i]
            filed = part[r, i] * (one - at.banned[r]) * (one - at.general[r])
            review = max(soonest, knobs.review_weeks[i] * office.review[at.group[r]])
            needed = filed * trade.base[e] * knobs.demand[i]
            ahead = needed * review - z.bank[r, i] - z.granted[r, i]
            for d in range(DESKS):
                ahead -= z.queue[r, d, i]
            files = max(zero, ordered * filed + ahead / knobs.order_weeks[i])
            decided = z.granted[r, i]
            share = at.granted[r] * (at.sure[r] + knobs.granted[i] * (one - at.sure[r]))
            granted = decided * min(one, share)
            files += knobs.reapply[i] * (decided - granted)
            z.queue[r, 0, i] += files
            z.bank[r, i] += granted - z.bank[r, i] / valid
            stopped = part[r, i] * at.banned[r] + filed
            more = max(one, knobs.demand[i] * sought) * (one + knobs.hoarding[i] * fear)
            most = min(ordered, trade.base[e] * more) if stopped > zero else ordered
            z.ordered[r, i] = ordered
            z.free[r, i] = (one - stopped) * most
            z.allowed[r, i] = z.bank[r, i] if filed > zero else zero
            z.applied[r, i] = files
            z.granted[r, i] = granted


@jit
def _pass_desks(z: Lanes, knobs: Draws, at: Edges, office: Groups) -> None:
    """Files move from desk to desk; those that the last one could decide are in `z.granted`."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    desks = z.trust_market.dtype.type(DESKS)
    soonest = z.trust_market.dtype.type(SOONEST)
    width = abreast(z)
    for r in range(len(at.edge)):
        for i in range(width):
            weeks = max(soonest, knobs.review_weeks[i] * office.review[at.group[r]])
            pace = min(one, desks / weeks)
            onward = max(zero, (desks - weeks) / (desks - one))
            passed = zero
            for d in range(DESKS):
                leaving = pace * z.queue[r, d, i] + onward * passed
                z.queue[r, d, i] = max(zero, z.queue[r, d, i] + passed - leaving)
                passed = leaving
            z.granted[r, i] = passed


@jit
def _decide(z: Lanes, trade: Trade, knobs: Draws, at: Edges, office: Groups, part: Floats) -> None:
    """What the office decides of them; the rest goes back to the last desk."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    width = abreast(z)
    for g in range(len(office.review)):
        for i in range(width):
            z.wish[0, i] = zero
            z.wish[1, i] = zero
        for r in range(len(at.edge)):
            if at.group[r] == g:
                for i in range(width):
                    z.wish[0, i] += z.granted[r, i]
                    z.wish[1, i] += trade.base[at.edge[r]] * part[r, i]
        for i in range(width):
            done, usual = z.wish[0, i], z.wish[1, i]
            limit = knobs.throughput[i] * office.throughput[g] * usual if usual > zero else done
            z.office[g, i] = limit / done if done > limit else one
    for r in range(len(at.edge)):
        for i in range(width):
            decided = z.granted[r, i] * z.office[at.group[r], i]
            z.queue[r, DESKS - 1, i] += z.granted[r, i] - decided
            z.granted[r, i] = decided


@jit
def within_quota(z: Lanes, at: Edges, office: Groups, part: Floats) -> None:
    """The claims of the rows: what is free and allowed, within the quota of the group."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    width = abreast(z)
    for g in range(len(office.quota)):
        for i in range(width):
            z.wish[0, i] = zero
        for r in range(len(at.edge)):
            if at.group[r] == g:
                for i in range(width):
                    z.wish[0, i] += (z.free[r, i] + z.allowed[r, i]) * part[r, i]
        for i in range(width):
            over = z.wish[0, i] > office.quota[g]
            z.office[g, i] = office.quota[g] / z.wish[0, i] if over else one
    for r in range(len(at.edge)):
        for i in range(width):
            claim = z.free[r, i] + z.allowed[r, i]
            z.claim[r, i] = claim - claim * part[r, i] * (one - z.office[at.group[r], i])
            # What may not leave now, whether banned, refused, waiting or beyond a quota.
            z.blocked[r, i] = max(zero, z.ordered[r, i] - z.claim[r, i])
