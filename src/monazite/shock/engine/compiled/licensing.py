"""Licences (reference/licensing.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.shock.engine.compiled.jit import jit
from monazite.shock.engine.reference.licensing import VALID_WEEKS
from monazite.shock.engine.state import DESKS

if TYPE_CHECKING:
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
    z: Lanes, trade: Trade, knobs: Draws, at: Edges, office: Groups, part: Floats, duty: Floats
) -> None:
    """File, decide, grant; what may leave is in `z.free` and `z.allowed`."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    valid = z.trust_market.dtype.type(VALID_WEEKS)
    _pass_desks(z, trade, knobs, at, office, part)
    for r in range(len(at.edge)):
        e = at.edge[r]
        s, t = trade.source[e], trade.target[e]
        for i in range(z.stock.shape[1]):
            weight = trade.base[e] * z.trust_market[s, i] * z.trust_row[r, i] * duty[r]
            ordered = weight * z.each[t, i]
            banned = ordered * part[r, i] * at.banned[r]
            filed = part[r, i] * (one - at.banned[r]) * (one - at.general[r])
            licensed = ordered * filed
            review = knobs.review_weeks[i] * office.review[at.group[r]]
            ahead = filed * trade.base[e] * review - z.bank[r, i] - z.granted[r, i]
            for d in range(DESKS):
                ahead -= z.queue[r, d, i]
            files = max(zero, licensed + ahead / knobs.order_weeks[i])
            decided = z.granted[r, i]
            granted = decided * min(one, knobs.granted[i] * at.granted[r])
            again = knobs.reapply[i] * (decided - granted)
            z.queue[r, 0, i] += files + again
            z.bank[r, i] += granted - z.bank[r, i] / valid
            z.ordered[r, i] = ordered
            z.free[r, i] = ordered - banned - licensed
            z.allowed[r, i] = z.bank[r, i] if filed > zero else zero
            z.blocked[r, i] = banned + (decided - granted) - again
            z.applied[r, i] = files
            z.granted[r, i] = granted


@jit
def _pass_desks(
    z: Lanes, trade: Trade, knobs: Draws, at: Edges, office: Groups, part: Floats
) -> None:
    """Files move from desk to desk; those decided are in `z.granted`."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    desks = z.trust_market.dtype.type(DESKS)
    width = z.stock.shape[1]
    for g in range(len(office.review)):
        for i in range(width):
            z.wish[0, i] = zero
            z.wish[1, i] = zero
        for r in range(len(at.edge)):
            if at.group[r] == g:
                for i in range(width):
                    pace = min(one, desks / (knobs.review_weeks[i] * office.review[g]))
                    z.wish[0, i] += z.queue[r, DESKS - 1, i] * pace
                    z.wish[1, i] += trade.base[at.edge[r]] * part[r, i]
        for i in range(width):
            done, usual = z.wish[0, i], z.wish[1, i]
            limit = knobs.throughput[i] * office.throughput[g] * usual if usual > zero else done
            z.office[g, i] = limit / done if done > limit else one
    for r in range(len(at.edge)):
        g = at.group[r]
        for i in range(width):
            pace = min(one, desks / (knobs.review_weeks[i] * office.review[g]))
            last = z.queue[r, DESKS - 1, i] * pace * z.office[g, i]
            z.queue[r, DESKS - 1, i] -= last
            for d in range(DESKS - 2, -1, -1):
                moved = z.queue[r, d, i] * pace
                z.queue[r, d, i] -= moved
                z.queue[r, d + 1, i] += moved
            z.granted[r, i] = last


@jit
def within_quota(z: Lanes, at: Edges, office: Groups, part: Floats) -> None:
    """The claims of the rows: what is free and allowed, within the quota of the group."""
    one = z.trust_market.dtype.type(1)
    zero = z.trust_market.dtype.type(0)
    width = z.stock.shape[1]
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
