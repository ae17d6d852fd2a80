"""What an engine remembers from week to week."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.desks import under_way
from monazite.shock.engine.sums import by
from monazite.shock.model.model import LONGEST

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Floats, Model

BINS = 5
"""Plants of a sector by how long their stocks last."""
DISBELIEF = 3.0
"""Times its flow before any shock that a market takes for demand at most: markets that re-export
to each other would else answer each other's unfilled orders without end."""
PATIENCE = 26.0
"""Weeks after which buyers have given up two thirds of what they wait for: lost output that is not
caught up by then is lost for good (our own estimate; without it, a long run would recover all)."""
YARD = 1.0
"""Weeks of goods that a market hands out from, beyond its cover: the step is a week."""

_MIDDLE = np.array([NormalDist().inv_cdf((2 * b + 1) / (2 * BINS)) for b in range(BINS)])
"""Where the middle of each fifth lies in a normal distribution."""


@dataclass(slots=True, eq=False)
class State:
    """Markets (stock, expected, trust), ways (coming), users, queues and prices at a week's start.

    stock: t; coming: t by weeks until it arrives x markets; expected: smoothed claims, t a week;
    trust: how far buyers count on a market, on a maker, on a licensed row, 0 to 1; held: users'
    stocks, input rows x plants; stopped: weeks until a plant runs again, users x plants; owed: lost
    output that buyers wait for; replaced: part of an input that gave way; queue: t applied for,
    rows x desks; bank: t allowed and not shipped; prices: US$ a kg; unmet: t that sellers without a
    duty did not deliver last week, by buying market; volume, worth: t handed out abroad in the
    quarter so far, and what was paid for it (1000 US$), by good.
    """

    stock: Floats
    coming: Floats
    expected: Floats
    trust_market: Floats
    trust_maker: Floats
    trust_row: Floats
    held: Floats
    stopped: Floats
    owed: Floats
    replaced: Floats
    short: Floats
    queue: Floats
    bank: Floats
    inner: Floats
    spot: Floats
    contract: Floats
    unmet: Floats
    volume: Floats
    worth: Floats


def cover_by_plant(knobs: Knobs) -> Floats:
    """Weeks of cover of each fifth of the plants, lognormal round the median; a week at least."""
    found = knobs.user_cover * np.exp(knobs.user_cover_sigma * _MIDDLE)
    return np.asarray(np.maximum(1.0, found))


def outflow(model: Model) -> Floats:
    """What leaves each market a week before any shock, t."""
    found = by(model.trade.source, model.trade.base, model.markets)
    for terms in (model.makers.inputs, model.users.inputs):
        found += by(terms.market, terms.base, model.markets)
    return found


def start(model: Model, schedule: Schedule, knobs: Knobs) -> State:
    """The balance before any shock."""
    rows, users = len(schedule.edges.edge), len(model.users.sector)
    inputs = model.users.inputs
    expected = outflow(model)
    coming = np.zeros((LONGEST + 1, model.markets))
    for week in range(LONGEST):
        on = model.trade.lag > week
        coming[week] = by(model.trade.target[on], model.trade.base[on], model.markets)
    return State(
        stock=(YARD + knobs.market_cover) * expected,
        coming=coming,
        expected=expected,
        trust_market=np.ones(model.markets),
        trust_maker=np.ones(len(model.makers.country)),
        trust_row=np.ones(rows),
        held=inputs.base[:, None] / BINS * cover_by_plant(knobs),
        stopped=np.zeros((users, BINS)),
        owed=np.zeros(users),
        replaced=np.zeros(len(inputs.base)),
        short=np.zeros(len(inputs.base)),
        queue=under_way(model, schedule, knobs),
        bank=np.zeros(rows),
        inner=model.price.copy(),
        spot=model.price.copy(),
        contract=model.price.copy(),
        unmet=np.zeros(model.markets),
        volume=np.zeros(len(model.goods)),
        worth=np.zeros(len(model.goods)),
    )
