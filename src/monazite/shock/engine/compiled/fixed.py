"""What does not change in a run and is the same for every draw, as the kernel reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.reference.pricing import duty_abroad
from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import by, owners

if TYPE_CHECKING:
    from monazite.shock.engine.schedule import Schedule
    from monazite.shock.model.model import Model

INDEX = np.uint32
"""The kind of places in tables: unsigned, so that none is asked whether it counts from the end."""


class Fixed(NamedTuple):
    """Indices and weights, read off the model once.

    good, lag: of markets, lag being the weeks on the way of what comes in; row, slot: of rows of
    trade, their place in the schedule and among what is metered, -1 if none; user, feeds, makes:
    whose a row of users' and makers' inputs and of outputs is; worth: what an order of 1 t adds to
    the activity asked, by row of outputs; thrift: which triple of thrift_good, thrift_home (uses it
    at home) and thrift_elasticity a row of users' inputs has; duty: the logarithm of what duties
    make of the price abroad, phases x goods; retry, remake: rows of trade and of makers' outputs
    that feed a market with a seller under a duty in some phase; row_good, row_abroad: of a row of
    the schedule, its good and, if it leads abroad, 1 over the t a week that countries other than
    home buy of it, else 0; outflow: t a week that leaves each market before any shock.
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
    thrift_home: np.ndarray
    thrift_elasticity: np.ndarray
    duty: np.ndarray
    retry: np.ndarray
    remake: np.ndarray
    row_good: np.ndarray
    row_abroad: np.ndarray
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
    at_home = users.inputs.market % countries == model.home
    triples = np.column_stack([good[users.inputs.market], at_home, users.elasticity])
    classes, which = np.unique(triples, axis=0, return_inverse=True)
    edges = schedule.edges
    duty = np.array([duty_abroad(model, edges.edge, row) for row in edges.duty])
    again = np.isin(np.arange(markets), trade.target[edges.edge[(edges.duty > 0).any(axis=0)]])
    out = trade.target % countries != model.home
    row_good = good[trade.source[edges.edge]]
    bought = by(good[trade.source], trade.base * out, len(model.goods))[row_good]
    return Fixed(
        countries,
        model.home,
        good.astype(INDEX),
        np.divide(way, came, out=np.zeros(markets), where=came > 0).astype(kind),
        _places(len(trade.base), schedule.edges.edge),
        _places(len(trade.base), metered),
        owners(users.inputs).astype(INDEX),
        owners(makers.inputs).astype(INDEX),
        of.astype(INDEX),
        (worth / total[of] / makers.outputs.base).astype(kind),
        which.reshape(-1).astype(INDEX),
        classes[:, 0].astype(INDEX),
        classes[:, 1] > 0,
        classes[:, 2].astype(kind),
        np.log1p(duty).astype(kind),
        np.flatnonzero(again[trade.target]).astype(INDEX),
        np.flatnonzero(again[makers.outputs.market]).astype(INDEX),
        row_good.astype(INDEX),
        np.divide(out[edges.edge], bought, out=np.zeros(len(bought)), where=bought > 0).astype(
            kind
        ),
        outflow(model).astype(kind),
    )


def _places(rows: int, chosen: np.ndarray) -> np.ndarray:
    found = np.full(rows, -1, np.int64)
    found[chosen] = np.arange(len(chosen))
    return found
