"""Licences: a file passes the desks of an office, is granted or not, and lets goods leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.desks import DESKS, covered, passing, weeks_of
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Edges, Elsewhere, Groups
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model

VALID_WEEKS = 52.0
"""A single licence is valid for at most a year (Regulations on dual-use items, article 15)."""


class Asked(NamedTuple):
    """A week of what measures reach, t by row: free to leave, allowed; applied for, granted."""

    free: Floats
    allowed: Floats
    applied: Floats
    granted: Floats


def ask(
    model: Model,
    state: State,
    knobs: Knobs,
    at: Edges,
    office: Groups,
    rest: Elsewhere,
    ordered: Floats,
) -> Asked:
    """Split a week's orders, file what needs a licence, decide; moves `state.queue` and `bank`."""
    part = covered(at, knobs)
    filed = part * (1 - at.banned) * (1 - at.general)
    files = np.maximum(
        0.0, ordered * filed + _ahead(model, state, knobs, at, office, filed) / knobs.order_weeks
    )
    decided = _decided(model, state, knobs, at, office, part)
    granted = decided * np.minimum(1.0, at.granted * (at.sure + knobs.granted * (1 - at.sure)))
    files += knobs.reapply * (decided - granted)
    state.queue[:, 0] += files
    state.bank += granted - state.bank / VALID_WEEKS
    allowed = np.where(filed > 0, state.bank, 0.0)
    stopped = part * at.banned + filed
    return Asked(_free(model, knobs, at, rest, ordered, stopped), allowed, files, granted)


def _free(
    model: Model, knobs: Knobs, at: Edges, rest: Elsewhere, ordered: Floats, stopped: Floats
) -> Floats:
    """What needs no licence, t: it does not stand in for the part of the row that is stopped.

    The stock that the stopped part leaves empty is not filled with what passes freely: of that goes
    what went before, what users want more, and what is hoarded.
    """
    good = model.trade.source[at.edge] // len(model.countries)
    more = max(1.0, knobs.demand * rest.wanted.max(initial=0.0))
    most = model.trade.base[at.edge] * more * (1 + knobs.hoarding * rest.announced[good])
    return np.asarray((1 - stopped) * np.where(stopped > 0, np.minimum(ordered, most), ordered))


def _ahead(
    model: Model, state: State, knobs: Knobs, at: Edges, office: Groups, filed: Floats
) -> Floats:
    """What buyers have still to file to bridge the review, t: they know it, not that it jams."""
    needed = filed * model.trade.base[at.edge] * knobs.demand
    bridge = needed * weeks_of(at, knobs, office)
    return np.asarray(bridge - state.queue.sum(axis=1) - state.bank)


def _decided(
    model: Model, state: State, knobs: Knobs, at: Edges, office: Groups, part: Floats
) -> Floats:
    """Files that leave the last desk this week, no more than the office can decide."""
    ready = _pass_desks(state, weeks_of(at, knobs, office))
    usual = by(at.group, model.trade.base[at.edge] * part, len(office.review))
    done = by(at.group, ready, len(office.review))
    limit = np.full(len(done), np.inf)
    np.multiply(knobs.throughput * office.throughput, usual, out=limit, where=usual > 0)
    share = np.divide(limit, done, out=np.ones(len(done)), where=done > limit)
    decided = ready * share[at.group]
    state.queue[:, -1] += ready - decided
    return np.asarray(decided)


def _pass_desks(state: State, weeks: Floats) -> Floats:
    """Move files from desk to desk, and take out those that the last one could decide."""
    pace, onward = passing(weeks)
    passed = np.zeros(len(weeks))
    for desk in range(DESKS):
        state.queue[:, desk] += passed
        leaving = pace * (state.queue[:, desk] - passed) + onward * passed
        state.queue[:, desk] -= leaving
        passed = leaving
    return passed
