"""One week: users, orders, licences, hand-outs, plants, ways, trust and prices, in this order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.desks import covered
from monazite.shock.engine.reference.admitting import admit
from monazite.shock.engine.reference.handing import Claims, hand_out
from monazite.shock.engine.reference.licensing import ask
from monazite.shock.engine.reference.making import plan
from monazite.shock.engine.reference.now import now
from monazite.shock.engine.reference.ordering import missed, order
from monazite.shock.engine.reference.pricing import Market, duty_abroad, reprice
from monazite.shock.engine.reference.smuggling import seek_round, send_round
from monazite.shock.engine.reference.trusting import trust
from monazite.shock.engine.reference.using import replace, use
from monazite.shock.engine.state import DISBELIEF, outflow
from monazite.shock.engine.sums import by

if TYPE_CHECKING:
    from monazite.shock.engine.knobs import Knobs
    from monazite.shock.engine.reference.handing import Handed
    from monazite.shock.engine.schedule import Edges, Groups, Schedule
    from monazite.shock.engine.state import State
    from monazite.shock.model.model import Floats, Model


class Week(NamedTuple):
    """What a week brought.

    shipped: t by row of trade; round, seized: t by hub; activity, stopped: of users (of 1);
    made: activity of makers; used: t by row of users' inputs; applied, granted: t by row of the
    schedule; inner, spot, contract: US$ a kg by good; at_contract, at_spot: t that markets outside
    home hand out at these prices, by good.
    """

    shipped: Floats
    round: Floats
    seized: Floats
    activity: Floats
    stopped: Floats
    made: Floats
    used: Floats
    applied: Floats
    granted: Floats
    inner: Floats
    spot: Floats
    contract: Floats
    at_contract: Floats
    at_spot: Floats


def step(model: Model, schedule: Schedule, knobs: Knobs, state: State, week: int) -> Week:
    """Move the state by a week."""
    at, office, hubs, rest = now(schedule, week)
    used = use(model, state, knobs, knobs.demand * rest.wanted, rest.announced)
    orders = order(model, state, knobs, at, rest.announced)
    asked = ask(model, state, knobs, at, office, rest, orders.trade[at.edge])
    claim = orders.trade.copy()
    claim[at.edge] = within_quota(asked.free + asked.allowed, covered(at, knobs), at, office)
    plants = plan(model, orders.made, rest.available)
    served, refused = admit(model, used.order, rest.admitted)
    # What may not leave now, whether banned, refused, waiting or beyond a quota.
    blocked = np.maximum(0.0, orders.trade[at.edge] - claim[at.edge])
    claims = Claims(claim, *seek_round(model, at, hubs, knobs, blocked))
    handed = hand_out(model, state, knobs, served, claims, plants.tried, rest.released)
    sent = handed.shipped[at.edge]
    licensed = np.divide(
        asked.allowed, claim[at.edge], out=np.zeros(len(sent)), where=claim[at.edge] > 0
    )
    state.bank = np.maximum(0.0, state.bank - sent * np.minimum(1.0, licensed))
    np.add.at(state.coming, (model.trade.lag, model.trade.target), handed.shipped)
    ways = send_round(model, at, hubs, knobs, state, handed.round)
    _close(model, state, knobs, handed, refused)
    trust(model, state, knobs, at, orders, plants, handed)
    abroad = Market(
        stopped_share(model, at, orders.trade, handed.shipped),
        duty_abroad(model, at.edge, at.duty),
        outside(model, handed.at_contract),
        outside(model, handed.at_spot),
    )
    reprice(model, state, knobs, week, abroad)
    state.unmet = missed(model, at, orders, handed.shipped, handed.activity)
    replace(model, state, knobs, used)
    return Week(
        handed.shipped, ways.left, ways.seized, used.activity, used.stopped, handed.activity,
        used.used.sum(axis=1), asked.applied, asked.granted,
        state.inner.copy(), state.spot.copy(), state.contract.copy(),
        abroad.at_contract, abroad.at_spot,
    )  # fmt: skip


def outside(model: Model, amount: Floats) -> Floats:
    """What is said of markets, summed by good over all countries but home."""
    table = amount.reshape(len(model.goods), -1)
    return np.asarray(table.sum(axis=1) - table[:, model.home])


def within_quota(claim: Floats, part: Floats, at: Edges, office: Groups) -> Floats:
    """What is covered shares the quota of its group in proportion."""
    held = claim * part
    total = by(at.group, held, len(office.quota))
    share = np.divide(office.quota, total, out=np.ones(len(total)), where=total > office.quota)
    return np.asarray(claim - held * (1 - share[at.group]))


def stopped_share(model: Model, at: Edges, ordered: Floats, shipped: Floats) -> Floats:
    """The part of what countries outside order that measures hold back, by good."""
    abroad = model.trade.target % len(model.countries) != model.home
    good = model.trade.source // len(model.countries)
    held = np.maximum(0.0, ordered - shipped)[at.edge] * abroad[at.edge]
    total = by(good, model.trade.base * abroad, len(model.goods))
    lost = by(good[at.edge], held, len(model.goods))
    part = np.divide(lost, total, out=np.zeros(len(total)), where=total > 0)
    return np.asarray(np.minimum(1.0, part))


def _close(model: Model, state: State, knobs: Knobs, handed: Handed, refused: Floats) -> None:
    """Take in what arrives and what was made; learn what is claimed."""
    outputs = model.makers.outputs
    made = outputs.base * np.repeat(handed.activity, np.diff(outputs.start))
    state.stock = handed.left + state.coming[0]
    state.stock += by(outputs.market, made, model.markets)
    state.coming = np.roll(state.coming, -1, axis=0)
    state.coming[-1] = 0.0
    claimed = np.minimum(handed.claimed + refused, DISBELIEF * outflow(model))
    state.expected += knobs.smoothing * (claimed - state.expected)
