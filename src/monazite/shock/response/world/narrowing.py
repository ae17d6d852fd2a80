"""The planner's part of a world: elsewhere all goes as in the simulation, with or without a plan.

A programme that could move the whole world would share out every shortage with foresight, and none
would be left. So what comes to the planner from a seller is what came in the run, and before the
shock, or where none comes, a part of what the seller sends to others besides; what the planner's
firms sold abroad in the run they go on to sell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.state import outflow
from monazite.shock.engine.sums import by
from monazite.shock.model.model import Makers, Trade, Users
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.world.grouping import WITHIN, Grouped, chosen, joined, sums
from monazite.shock.response.world.months import month_of, summed
from monazite.shock.response.world.runs import stirs
from monazite.shock.response.world.valuing import density

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from monazite.shock.model.model import Floats, Ints, Model
    from monazite.shock.response.setting import Future, World
    from monazite.shock.response.world.runs import Run

EXPORTS = "exports"
"""The sector of what the planner's firms sell abroad."""
_MORE = 1.01
"""What exports weigh over the dearest use, at full weight: both would else be as good to lose."""


class Narrowed(NamedTuple):
    """The planner's world and futures; to: of the full model, `WITHIN` where it is not in it."""

    world: World
    futures: tuple[Future, ...]
    to: Grouped


class _Kept(NamedTuple):
    """Rows of trade, makers and users (with rows of inputs) that are the planner's.

    sells: foreign markets that hand anything out; exports: the planner's that send any abroad.
    """

    row: Ints
    maker: Ints
    user: Ints
    input: Ints
    sells: Ints
    exports: Ints


def narrowed(
    world: World,
    futures: Sequence[Future],
    to: Grouped,
    runs: Sequence[Run],
    growth: float,
    others: float,
) -> Narrowed:
    """Only the planner's part; growth: part of what goes to others; others: weight of exports.

    Of futures beyond the runs nothing happens. Exports weigh `others` times the dearest use of the
    good by the planner's own users.
    """
    model, months = world.model, len(world.most)
    kept = _kept(model, world.planner)
    place = np.full(len(model.trade.base), WITHIN)
    place[kept.row] = np.arange(len(kept.row))
    mine = np.flatnonzero(place[world.licensed] != WITHIN)
    calm = np.tile(model.trade.base * WEEKS, (months, 1)), months
    sent = [(_monthly(run, to, months), month_of(stirs(run))) for run in runs]
    sent += [calm] * (len(futures) - len(runs))
    small = _model(world, kept, others)
    narrow = tuple(
        replace(
            one,
            wanted=np.hstack([one.wanted[:, kept.user], _wanted(model, kept, goes)]),
            available=np.hstack(
                [
                    one.available[:, kept.maker],
                    _sold(world, kept, goes, _until(months, until, growth)),
                ]
            ),
            free=one.free[:, mine],
            permit=one.permit[:, mine],
            held=None if one.held is None else np.where(_home(world), one.held, 0.0),
        )
        for one, (goes, until) in zip(futures, sent, strict=True)
    )
    new = _world(world, kept, small)
    return Narrowed(
        new._replace(licensed=place[world.licensed][mine]), narrow, _to(to, small, kept)
    )


def _until(months: int, month: int, growth: float) -> Floats:
    """The part until a month, and none from it on, months x 1."""
    return np.where(np.arange(months) < month, growth, 0.0)[:, None]


def _world(world: World, kept: _Kept, small: Model) -> World:
    """All but which of its rows are licensed."""
    exported = np.zeros((len(world.most), len(kept.exports)))
    return world._replace(
        model=small,
        most=world.most[:, kept.row],
        lag=world.lag[kept.row],
        stock=np.where(_home(world), world.stock, 0.0),
        weight=np.ones(len(small.users.sector)),
        replaced=np.hstack([world.replaced[:, kept.input], exported]),
    )


def _home(world: World) -> NDArray[np.bool_]:
    """Which markets are the planner's."""
    return np.isin(np.arange(world.model.markets) % len(world.model.countries), world.planner)


def _kept(model: Model, planner: Ints) -> _Kept:
    count, out = len(model.countries), outflow(model)
    here = np.isin(np.arange(model.markets) % count, planner)
    user = np.flatnonzero(np.isin(model.users.country, planner))
    abroad = here[model.trade.source] & ~here[model.trade.target]
    gone = by(model.trade.source, model.trade.base * abroad, model.markets)
    return _Kept(
        np.flatnonzero(here[model.trade.target]),
        np.flatnonzero(np.isin(model.makers.country, planner)),
        user,
        chosen(model.users.inputs, user)[1],
        np.flatnonzero((out > 0) & ~here),
        np.flatnonzero(gone > 0),
    )


def _model(world: World, kept: _Kept, others: float) -> Model:
    """Trade, makers and users of the planner, with sellers abroad and what is sold abroad."""
    model, trade, row = world.model, world.model.trade, kept.row
    return replace(
        model,
        sectors=(*model.sectors, EXPORTS),
        trade=Trade(trade.source[row], trade.target[row], trade.base[row], trade.lag[row]),
        makers=_makers(model, kept),
        users=_users(model, kept, others * _MORE * density(model, world.planner)),
    )


def _makers(model: Model, kept: _Kept) -> Makers:
    """The planner's, and one for each market abroad, which makes what it hands out."""
    makers, one = model.makers, np.ones(len(kept.sells))
    each = one.astype(np.int64)
    inputs = chosen(makers.inputs, kept.maker)[0]
    outputs = chosen(makers.outputs, kept.maker)[0]
    nothing = joined(inputs, 0 * each, np.zeros(0, np.int64), np.zeros(0))
    return Makers(
        np.concatenate([makers.country[kept.maker], kept.sells % len(model.countries)]),
        np.concatenate([makers.capacity[kept.maker], one]),
        np.concatenate([makers.fixed[kept.maker], one == 0]),
        nothing,
        joined(outputs, each, kept.sells, outflow(model)[kept.sells]),
    )


def _users(model: Model, kept: _Kept, worth: Floats) -> Users:
    """The planner's, and what each market sells abroad as another; worth: million US$ a t."""
    users, sold = model.users, _exports(model, kept)
    none = np.zeros(len(kept.exports))
    each = none.astype(np.int64)
    value = worth[kept.exports // len(model.countries)] * sold
    inputs = chosen(users.inputs, kept.user)[0]
    return Users(
        np.concatenate([users.sector[kept.user], each + len(model.sectors)]),
        np.concatenate([users.country[kept.user], each + model.home]),
        np.concatenate([users.value_added[kept.user], value]),
        np.concatenate([users.leak[kept.user], none]),
        joined(inputs, each + 1, kept.exports, sold),
        np.concatenate([users.elasticity[kept.input], none]),
        np.concatenate([users.substitutable[kept.input], none]),
    )


def _exports(model: Model, kept: _Kept) -> Floats:
    """What each market that exports sends abroad, t a week."""
    planner = np.unique(kept.exports % len(model.countries))
    abroad = ~np.isin(model.trade.target % len(model.countries), planner)
    return by(model.trade.source, model.trade.base * abroad, model.markets)[kept.exports]


def _monthly(run: Run, to: Grouped, months: int) -> Floats:
    """What left on each grouped row in the run, months x rows, t."""
    across = to.row != WITHIN
    size = len(to.model.trade.base)
    return summed(sums(to.row[across], run.week.shipped[:, across], size), months)


def _wanted(model: Model, kept: _Kept, sent: Floats) -> Floats:
    """What was sold abroad in each month, of 1 as before, months x markets that export."""
    count = len(model.countries)
    planner = np.unique(kept.exports % count)
    abroad = ~np.isin(model.trade.target % count, planner)
    gone = sums(model.trade.source, sent * abroad, model.markets)[:, kept.exports]
    return np.asarray(gone / (_exports(model, kept) * WEEKS))


def _sold(world: World, kept: _Kept, sent: Floats, growth: Floats) -> Floats:
    """What sellers abroad can send the planner, of what they hand out; months x sellers.

    Of the country that controls what licences let pass, as far as rows carry it; of others what
    came in the run, and by month (months x 1) a part of what goes to others besides.
    """
    model, trade, row = world.model, world.model.trade, kept.row
    out = outflow(model)[kept.sells] * WEEKS
    usual = by(trade.source[row], trade.base[row], model.markets)[kept.sells] * WEEKS
    came, carried = (
        sums(trade.source[row], each[:, row], model.markets)[:, kept.sells]
        for each in (sent, world.most)
    )
    home = kept.sells % len(model.countries) == model.home
    return np.asarray(np.where(home, carried, came + growth * (out - usual)) / out)


def _to(to: Grouped, model: Model, kept: _Kept) -> Grouped:
    def moved(old: Ints, which: Ints) -> Ints:
        place = np.full(max(int(old.max(initial=0)), int(which.max(initial=0))) + 2, WITHIN)
        place[which] = np.arange(len(which))
        return place[old]  # WITHIN is the last entry, which stays as it is

    return to._replace(
        model=model,
        row=moved(to.row, kept.row),
        maker=moved(to.maker, kept.maker),
        user=moved(to.user, kept.user),
        input=moved(to.input, kept.input),
    )
