"""The state of many draws at once: as the reference's, with the draw (lane) as last index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from monazite.shock.engine.compiled.fixed import INDEX
from monazite.shock.engine.desks import DESKS, under_way
from monazite.shock.engine.knobs import Knobs
from monazite.shock.engine.state import BINS, YARD, cover_by_plant, outflow
from monazite.shock.engine.sums import by
from monazite.shock.model.model import LONGEST

if TYPE_CHECKING:
    from monazite.shock.engine.compiled.fixed import Fixed
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Model

RING = LONGEST + 1

Columns = Any
"""An array, or a tuple of them."""
Draws = Any
"""`Knobs` with an array over draws in each field: the compiler finds their types."""
Plan = tuple[Any, ...]
"""A schedule's tables in the kernel's kind of number: phase, edges, groups, hubs, elsewhere."""


class Lanes(NamedTuple):
    """State and workspace of a block, as in `state.State`.

    lost: what rounding left over; part: of each row, held to the measure; alone: an entry where
    the block is one draw, and else none, so that the compiler knows (`width.abreast`).
    """

    stock: np.ndarray
    lost: np.ndarray
    coming: np.ndarray
    line: np.ndarray
    expected: np.ndarray
    trust_market: np.ndarray
    trust_maker: np.ndarray
    trust_row: np.ndarray
    held: np.ndarray
    stopped: np.ndarray
    owed: np.ndarray
    replaced: np.ndarray
    short: np.ndarray
    queue: np.ndarray
    bank: np.ndarray
    inner: np.ndarray
    spot: np.ndarray
    contract: np.ndarray
    unmet: np.ndarray
    volume: np.ndarray
    worth: np.ndarray
    cover: np.ndarray
    # What a week leaves behind for the next of its steps.
    order: np.ndarray
    need: np.ndarray
    activity: np.ndarray
    halted: np.ndarray
    used: np.ndarray
    each: np.ndarray
    first: np.ndarray
    second: np.ndarray
    fill_first: np.ndarray
    fill_second: np.ndarray
    claimed: np.ndarray
    given: np.ndarray
    ordered: np.ndarray
    free: np.ndarray
    allowed: np.ndarray
    blocked: np.ndarray
    claim: np.ndarray
    sent: np.ndarray
    applied: np.ndarray
    granted: np.ndarray
    asked: np.ndarray
    tried: np.ndarray
    made: np.ndarray
    round: np.ndarray
    landed: np.ndarray
    metered: np.ndarray
    thrift: np.ndarray
    office: np.ndarray
    extra: np.ndarray
    held_back: np.ndarray
    at_contract: np.ndarray
    at_spot: np.ndarray
    sought: np.ndarray
    refused: np.ndarray
    ways: np.ndarray
    wish: np.ndarray
    part: np.ndarray
    alone: tuple[int, ...]


def lanes(model: Model, schedule: Schedule, fixed: Fixed, width: int, kind: type) -> Lanes:
    """Room for a block of `width` draws in float32 or float64, all zero."""
    goods, markets, makers = len(model.goods), model.markets, len(model.makers.country)
    users, inputs = len(model.users.sector), len(model.users.inputs.base)
    rows, groups, hubs = (
        len(schedule.edges.edge),
        schedule.groups.review.shape[1],
        len(schedule.hubs.row),
    )
    sizes = {
        "coming": (RING, markets), "trust_maker": makers, "trust_row": rows, "held": (inputs, BINS),
        "stopped": (users, BINS), "owed": users, "replaced": inputs, "short": inputs,
        "queue": (rows, DESKS), "bank": rows, "inner": goods, "spot": goods, "contract": goods,
        "volume": goods, "worth": goods, "at_contract": goods, "at_spot": goods, "extra": rows,
        "cover": BINS, "order": (inputs, BINS), "need": inputs, "activity": users, "halted": users,
        "used": inputs, "ordered": rows, "free": rows, "allowed": rows, "blocked": rows,
        "claim": rows, "sent": rows, "applied": rows, "granted": rows, "asked": makers,
        "tried": makers, "made": makers, "round": hubs, "landed": hubs,
        "metered": int(fixed.slot.max(initial=-1)) + 1, "thrift": len(fixed.thrift_good),
        "office": groups, "ways": rows, "held_back": goods, "wish": 4, "part": rows,
    }  # fmt: skip
    found = []
    for name in Lanes._fields[:-1]:
        size = sizes.get(name, markets)
        shape = (*size, width) if isinstance(size, tuple) else (size, width)
        found.append(np.zeros(shape, kind))
    return Lanes._make((*found, (0,) * (width == 1)))


def begin(z: Lanes, model: Model, schedule: Schedule, knobs: Draws) -> Lanes:
    """The balance before any shock, in every lane (as `state.start`)."""
    flow = outflow(model).astype(z.stock.dtype)[:, None]
    trade, inputs = model.trade, model.users.inputs
    z.expected[:] = flow
    z.stock[:] = flow * (YARD + knobs.market_cover)
    z.cover[:] = _cover(knobs)
    z.held[:] = (inputs.base / BINS)[:, None, None] * z.cover
    place = trade.lag * model.markets + trade.target
    lasts = by(place, trade.base, RING * model.markets).reshape(RING, -1, 1)
    z.coming[:LONGEST] = lasts[:0:-1].cumsum(axis=0)[::-1]
    for lane, draw in enumerate(zip(*knobs, strict=True)):
        z.queue[..., lane] = under_way(model, schedule, Knobs(*draw))
    z.line[:] = z.coming.sum(axis=0)
    for trust in (z.trust_market, z.trust_maker, z.trust_row):
        trust[:] = 1
    for price in (z.inner, z.spot, z.contract):
        price[:] = model.price[:, None]
    return z


def _cover(knobs: Draws) -> np.ndarray:
    return np.array([cover_by_plant(Knobs(*draw)) for draw in zip(*knobs, strict=True)]).T


def cast(columns: Columns, kind: type) -> Columns:
    """Floats in the kernel's kind and integers as `INDEX`, whatever tuples they stand in."""
    if isinstance(columns, tuple):
        return type(columns)(*(cast(column, kind) for column in columns))
    return columns.astype({"f": kind, "i": INDEX}.get(columns.dtype.kind, columns.dtype))
