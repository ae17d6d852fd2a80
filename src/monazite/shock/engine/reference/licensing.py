"""Licences: a file passes the desks of an office, is granted or not, and lets goods leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.state import DESKS
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Edges, Groups
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model

VALID_WEEKS = 52.0
"""A single licence is valid for at most a year (Regulations on dual-use items, article 15)."""


class Asked(NamedTuple):
    """A week of what measures reach, t by row: free to leave, licensed, stopped; files decided."""

    free: Floats
    allowed: Floats
    blocked: Floats
    applied: Floats
    granted: Floats


def covered(at: Edges, knobs: Knobs) -> Floats:
    """The part of each row's goods that customs holds to the measure, look-alikes included."""
    return np.minimum(1.0, at.covered + knobs.look_alike * at.alike * (1 - at.covered))


def ask(
    model: Model, state: State, knobs: Knobs, at: Edges, office: Groups, ordered: Floats
) -> Asked:
    """Split a week's orders, file what needs a licence, decide; moves `state.queue` and `bank`."""
    part = covered(at, knobs)
    banned = ordered * part * at.banned
    licensed = ordered * part * (1 - at.banned) * (1 - at.general)
    free = ordered - banned - licensed
    files = np.maximum(0.0, licensed + _ahead(model, state, knobs, at, office) / knobs.order_weeks)
    decided = _decided(model, state, knobs, at, office, part)
    granted = decided * np.minimum(1.0, knobs.granted * at.granted)
    refused = decided - granted
    state.queue[:, 0] += files + knobs.reapply * refused
    state.bank += granted - state.bank / VALID_WEEKS
    needed = part * (1 - at.banned) * (1 - at.general) > 0
    allowed = np.where(needed, state.bank, 0.0)
    return Asked(free, allowed, banned + (1 - knobs.reapply) * refused, files, granted)


def _ahead(model: Model, state: State, knobs: Knobs, at: Edges, office: Groups) -> Floats:
    """What buyers have still to file to bridge the review, t: they know it, not that it jams."""
    needed = covered(at, knobs) * (1 - at.banned) * (1 - at.general) * model.trade.base[at.edge]
    bridge = needed * knobs.review_weeks * office.review[at.group]
    return np.asarray(bridge - state.queue.sum(axis=1) - state.bank)


def _decided(
    model: Model, state: State, knobs: Knobs, at: Edges, office: Groups, part: Floats
) -> Floats:
    """Files that leave the last desk this week, no more than the office can decide."""
    pace = np.minimum(1.0, DESKS / (knobs.review_weeks * office.review[at.group]))
    moved = state.queue * pace[:, None]
    usual = by(at.group, model.trade.base[at.edge] * part, len(office.review))
    done = by(at.group, moved[:, -1], len(office.review))
    limit = np.full(len(done), np.inf)
    np.multiply(knobs.throughput * office.throughput, usual, out=limit, where=usual > 0)
    share = np.divide(limit, done, out=np.ones(len(done)), where=done > limit)
    moved[:, -1] *= share[at.group]
    state.queue -= moved
    state.queue[:, 1:] += moved[:, :-1]
    return moved[:, -1]
