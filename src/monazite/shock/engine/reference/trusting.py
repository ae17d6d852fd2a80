"""Rerouting: buyers turn from those that do not deliver, as fast as they can qualify others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.reference.handing import Handed
    from monazite.shock.engine.reference.making import Plan
    from monazite.shock.engine.reference.ordering import Orders
    from monazite.shock.engine.schedule import Edges
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model

LEAST = 0.02
"""Nobody is forgotten: one who delivers again is found again."""


def trust(
    model: Model,
    state: State,
    knobs: Knobs,
    at: Edges,
    orders: Orders,
    plants: Plan,
    handed: Handed,
) -> None:
    """Move `state.trust_*` towards what was delivered of what was ordered."""
    speed = np.minimum(1.0, knobs.rerouting / model.qualify)
    by_market = np.repeat(speed, len(model.countries))
    state.trust_market = _moved(state.trust_market, handed.given, handed.claimed, by_market)
    of = owners(model.makers.outputs)
    by_maker = np.ones(len(plants.asked))
    np.minimum.at(by_maker, of, by_market[model.makers.outputs.market])
    state.trust_maker = _moved(state.trust_maker, handed.activity, plants.asked, by_maker)
    by_row = by_market[model.trade.source[at.edge]]
    sent, ordered = handed.shipped[at.edge], orders.trade[at.edge]
    state.trust_row = _moved(state.trust_row, sent, ordered, by_row)


def _moved(trust: Floats, got: Floats, asked: Floats, speed: Floats) -> Floats:
    part = np.divide(got, asked, out=np.ones(len(got)), where=asked > 0)
    return np.asarray(np.maximum(LEAST, trust + speed * (np.minimum(1.0, part) - trust)))
