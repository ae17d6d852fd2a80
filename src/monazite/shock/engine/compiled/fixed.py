"""What does not change in a run and is the same for every draw, as the kernel reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.reference.making import owners
from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Model


class Fixed(NamedTuple):
    """Indices and weights, read off the model once.

    good, lag: of markets, lag being the weeks on the way of what comes in; row, slot: of rows of
    trade, their place in the schedule and among what is metered, -1 if none; user, feeds, makes:
    whose a row of users' and makers' inputs and of outputs is; worth: what an order of 1 t adds to
    the activity asked, by row of outputs; thrift: which pair of thrift_good and thrift_elasticity
    a row of users' inputs has; outside: t a week that countries other than home buy, by good;
    outflow: t a week that leaves each market before any shock.
    """

    countries: int
    home: int
    good: np.ndarray
    lag: np.ndarray
    row: np.ndarray
    slot: np.ndarray
    user: np.ndarray
    feeds: np.ndarray
    makes: np.ndarray
    worth: np.ndarray
    thrift: np.ndarray
    thrift_good: np.ndarray
    thrift_elasticity: np.ndarray
    outside: np.ndarray
    outflow: np.ndarray


def fixed(model: Model, schedule: Schedule, metered: np.ndarray, kind: type) -> Fixed:
    """Read it off the model; metered: rows of trade whose shipments are asked for."""
    trade, makers, users = model.trade, model.makers, model.users
    countries, markets = len(model.countries), model.markets
    good = np.arange(markets) // countries
    came = by(trade.target, trade.base, markets)
    came += by(makers.outputs.market, makers.outputs.base, markets)
    way = by(trade.target, trade.base * trade.lag, markets)
    worth = makers.outputs.base * model.price[good[makers.outputs.market]]
    of = owners(makers.outputs)
    total = by(of, worth, len(makers.country))
    classes, which = np.unique(
        np.column_stack([good[users.inputs.market], users.elasticity]), axis=0, return_inverse=True
    )
    out = trade.target % countries != model.home
    return Fixed(
        countries,
        model.home,
        good,
        np.divide(way, came, out=np.zeros(markets), where=came > 0).astype(kind),
        _places(len(trade.base), schedule.edges.edge),
        _places(len(trade.base), metered),
        owners(users.inputs),
        owners(makers.inputs),
        of,
        (worth / total[of] / makers.outputs.base).astype(kind),
        which.reshape(-1),
        classes[:, 0].astype(np.int64),
        classes[:, 1].astype(kind),
        by(good[trade.source], trade.base * out, len(model.goods)).astype(kind),
        outflow(model).astype(kind),
    )


def _places(rows: int, chosen: np.ndarray) -> np.ndarray:
    found = np.full(rows, -1, np.int64)
    found[chosen] = np.arange(len(chosen))
    return found
