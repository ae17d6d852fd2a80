"""A week's hand-out: users, plants and other markets draw on each market at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.reference.filling import fill, tranches
from monazite.shock.engine.reference.making import made_of
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Ints, Model


class Handed(NamedTuple):
    """What a hand-out brought, t: shipped by row of trade; by way round; activity of makers, of 1.

    By market: claimed, given, left; at_contract, at_spot: what of it was given so.
    """

    shipped: Floats
    round: Floats
    activity: Floats
    claimed: Floats
    given: Floats
    left: Floats
    at_contract: Floats
    at_spot: Floats


class Claims(NamedTuple):
    """What leaves a market, t: by row of trade; by way round a measure, and of which market.

    Who buys for a way round has no contract, and stands in line with all others.
    """

    trade: Floats
    round: Floats
    market: Ints


def hand_out(
    model: Model,
    state: State,
    knobs: Knobs,
    order: Floats,
    claims: Claims,
    tried: Floats,
    released: Floats,
) -> Handed:
    """Give what there is; moves users' stocks. order: input rows x plants."""
    trade, inputs, users = model.trade, model.makers.inputs, model.users.inputs
    feed = inputs.base * np.repeat(tried, np.diff(inputs.start))
    asked = (order.sum(axis=1), feed, claims.trade, claims.round)
    where = (users.market, inputs.market, trade.source, claims.market)
    usual = (users.base, inputs.base, trade.base, np.zeros(len(claims.round)))
    split = [
        tranches(amount, base, knobs.contract) for amount, base in zip(asked, usual, strict=True)
    ]
    firsts, seconds = (
        _gathered(model, where, [pair[tranche] for pair in split]) for tranche in (0, 1)
    )
    available = state.stock + released
    filled = fill(available, firsts, seconds)
    got = [filled.of(at, *pair) for at, pair in zip(where, split, strict=True)]
    state.held += shared(order, got[0], knobs.triage)
    part = np.divide(got[1], feed, out=np.ones(len(feed)), where=feed > 0)
    activity = made_of(model.makers, tried, part)
    got[1] = inputs.base * np.repeat(activity, np.diff(inputs.start))
    given = _gathered(model, where, got)
    return Handed(
        got[2], got[3], activity, firsts + seconds, given, np.maximum(0.0, available - given),
        filled.first * firsts, filled.second * seconds,
    )  # fmt: skip


def _gathered(model: Model, where: Sequence[Ints], amounts: Sequence[Floats]) -> Floats:
    """Several columns of amounts, summed by market."""
    return by(np.concatenate(where), np.concatenate(amounts), model.markets)


def shared(order: Floats, got: Floats, triage: float) -> Floats:
    """Deliveries by plant: in proportion to orders, but for the part that goes by need."""
    total = order.sum(axis=1)
    ratio = np.divide(got, total, out=np.zeros(len(got)), where=total > 0)
    return np.asarray((1 - triage) * order * ratio[:, None] + triage * _thinnest(order, got))


def _thinnest(order: Floats, got: Floats) -> Floats:
    """Whole orders, the plants that keep the least stock first: they stand in this order."""
    before = np.cumsum(order, axis=1) - order
    return np.asarray(np.clip(got[:, None] - before, 0.0, order))
