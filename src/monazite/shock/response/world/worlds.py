"""The world of a planner's problem: the model in groups, by month, with what it holds in stock."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.errors import InputError
from monazite.shock.engine.state import PATIENCE
from monazite.shock.engine.sums import by
from monazite.shock.response.options.recipes import holds
from monazite.shock.response.setting import WEEKS, World
from monazite.shock.response.world.futures import futures
from monazite.shock.response.world.grouping import Grouped, grouped, sums
from monazite.shock.response.world.months import lags, summed
from monazite.shock.response.world.most import Growth, most
from monazite.shock.response.world.narrowing import narrowed
from monazite.shock.response.world.opening import opened
from monazite.shock.response.world.regions import regions
from monazite.shock.response.world.runs import given_way, stirs
from monazite.shock.response.world.stocks import let_go

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.model.model import Floats, Ints, Model
    from monazite.shock.response.setting import Future
    from monazite.shock.response.world.runs import Run


class Worlds(NamedTuple):
    """The planner's world, its futures, and how the full model's things and countries are grouped.

    whole: the grouped model of all countries.
    """

    world: World
    futures: tuple[Future, ...]
    to: Grouped
    regions: Mapping[str, str]
    whole: Model


class Frame(NamedTuple):
    """What of a question shapes the world.

    places: the planner's countries and groups; regions: told apart at most; growth: part of what
    sellers send to others that the planner may buy besides; others: weight of its exports.
    """

    places: tuple[str, ...]
    regions: int
    months: int
    growth: float
    others: float


def worlds(runs: Sequence[Run], frame: Frame) -> Worlds:
    """The grouped world; InputError field "for" for a country that the model does not have."""
    model, knobs = runs[0].case.model, runs[0].knobs
    of = regions(model, frame.places, frame.regions, runs[0].case.world_year)
    to = grouped(model, of)
    planner = np.array([to.model.countries.index(place) for place in frame.places], np.int64)
    to = _open(to, planner)
    first = min(stirs(run) for run in runs)
    carry = most(to.model, planner, frame.months, Growth(knobs.rerouting, first, frame.growth))
    licensed, found = futures(runs, to, carry)
    gone = [let_go(run, to, frame.months) for run in runs]
    world = World(
        model=to.model,
        planner=planner,
        licensed=licensed,
        most=carry,
        lag=lags(to.model.trade.lag),
        stock=np.max([each[-1] for each in gone], axis=0),
        weight=np.ones(len(to.model.users.sector)),
        overtime=knobs.overtime,
        kept=(1 - 1 / PATIENCE) ** WEEKS,
        replaced=_replaced(runs, to, frame.months),
    )
    gone += [np.zeros_like(gone[0])] * (len(found) - len(gone))
    found = tuple(
        replace(one, held=world.stock - each) for one, each in zip(found, gone, strict=True)
    )
    small = narrowed(world, found, to, runs, frame.growth, frame.others)
    return Worlds(*small, of, to.model)


def _open(to: Grouped, planner: Ints) -> Grouped:
    """The same with ways that the planner could buy by; rows of the full model are found anew."""
    model, count = to.model, len(to.model.countries)
    used = by(model.users.inputs.market, model.users.inputs.base, model.markets)
    used += by(model.makers.inputs.market, model.makers.inputs.base, model.markets)
    here = used.reshape(-1, count)[:, planner].sum(axis=1)
    goods = np.flatnonzero((here > 0) | (here @ holds(model) > 0))
    made = opened(model, planner, goods.tolist())
    keys = made.trade.target * model.markets + made.trade.source
    before = model.trade.target * model.markets + model.trade.source
    place = np.searchsorted(keys, before)
    row = np.where(to.row >= 0, place[to.row], to.row)
    return to._replace(model=made, row=row)


def _replaced(runs: Sequence[Run], to: Grouped, months: int) -> Floats:
    """T a month that users need no longer of their inputs, the most of all futures."""
    base = runs[0].case.model.users.inputs.base
    size = len(to.model.users.inputs.base)
    found = np.zeros((months, size))
    for run in runs:
        amount = summed(given_way(run) * base, months)
        found = np.maximum(found, sums(to.input, amount, size))
    return found


def served(serve: Mapping[str, int], model: Model, planner: Ints) -> tuple[Ints, Ints]:
    """Users whose output may not be lost, and until which month each; InputError field "serve"."""
    here = np.isin(model.users.country, planner) & (model.users.value_added > 0)
    names = np.array([model.sectors[sector] for sector in model.users.sector])
    for sector in serve:
        if not (here & (names == sector)).any():
            known = ", ".join(sorted(set(names[here])))
            raise InputError("serve", sector, f"a sector that uses these materials there: {known}")
    user = np.flatnonzero(here & np.isin(names, list(serve)))
    return user, np.array([serve[names[one]] for one in user], np.int64)
