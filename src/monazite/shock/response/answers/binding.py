"""Which constraints bind: by kind, good or sector, and country, with what one more would save."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import by, owners
from monazite.shock.response.answers.licences import permit_worth
from monazite.shock.response.answers.naming import names
from monazite.shock.response.results import Binding
from monazite.shock.response.setting import WEEKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from monazite.shock.model.model import Floats, Ints, Model
    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.answers.naming import Names
    from monazite.shock.response.building import Built
    from monazite.shock.response.results import Bound

WORTHLESS = 1e-7
"""Million US$ that are the solver's own leeway."""
MOST = 50
"""Groups that are told: those beyond are of little use."""

Place = tuple[str, str]


class _Group(NamedTuple):
    """Constraints of a kind: what one unit more of each saves, cases x things, and their places."""

    kind: Bound
    value: Floats
    places: Sequence[Place]
    unit: Literal["t/month", "t", "part"]


def binding(built: Built, solution: Solution) -> tuple[Binding, ...]:
    """Groups of constraints, the most valuable first; the budget at the head if it binds."""
    saved = -float(solution.dual("budget")[0])
    budget = Binding("budget", None, None, 1, 1, saved, "million US$")
    rows = [row for group in _groups(built, solution) for row in _bindings(group)]
    told = sorted(rows, key=lambda row: -row.value)[:MOST]
    return (budget, *told) if saved > WORTHLESS else tuple(told)


def _groups(built: Built, solution: Solution) -> Iterator[_Group]:
    """Of rows: their duals; of columns: the reduced costs of those at their upper bound."""
    setting, named, network = built.setting, names(built.setting), built.network
    model, world = setting.world.model, setting.world
    duals, reduced = solution.duals, solution.reduced
    to = [named.place(market) for market in model.trade.target]
    permits = [to[row] for row in world.licensed]
    yield _Group("permit", permit_worth(built, solution), permits, "t/month")
    capacity, market = _capacity(built, -reduced[network.make])
    own = np.isin(model.makers.country, world.planner)
    makers = [named.place(each) for each in market[own]]
    yield _Group("capacity", capacity[:, :, own], makers, "t/month")
    sellers, buyers = _sellers(model, np.where(own, -1, market))
    routes = np.concatenate([-reduced[network.flow], capacity[:, :, sellers]], axis=2)
    yield _Group("route", routes, [*to, *(named.place(each) for each in buyers)], "t/month")
    pairs = zip(built.cap.good, built.cap.country, strict=True)
    capped = [(named.goods[good], named.countries[country]) for good, country in pairs]
    yield _Group("cap", -duals[built.cap.row], capped, "t/month")
    users = [
        (named.sectors[sector], named.countries[country])
        for sector, country in zip(model.users.sector, model.users.country, strict=True)
    ]
    served = [users[user] for user in setting.limits.service]
    yield _Group("service", -duals[built.service], served, "part")
    yield from _policies(built, solution, named, users)


def _policies(
    built: Built, solution: Solution, named: Names, users: Sequence[Place]
) -> Iterator[_Group]:
    setting, reduced = built.setting, solution.reduced
    stores = [named.place(market) for market in setting.stores.market]
    yield _Group("store", -reduced[built.stockpile.store], stores, "t")
    yield _Group("purchase", -reduced[built.stockpile.buy], stores, "t/month")
    plants = [named.place(market) for market in setting.plants.market]
    yield _Group("plant", _larger(built, solution), plants, "t/month")
    inputs = setting.world.model.users.inputs.market
    replaced = [named.place(inputs[rows[0]]) for rows in setting.programmes.input]
    # One bound for all months.
    more = -reduced[built.substitution.done].sum(axis=0)
    yield _Group("programme", more, replaced, "part")
    arranged = [users[user] for user in setting.finished.user]
    more = -reduced[built.purchases.there].sum(axis=0)
    yield _Group("finished", more, arranged, "part")


def _larger(built: Built, solution: Solution) -> Floats:
    """What a t a month more of each plant would save: the rows of its size, where it is chosen."""
    plants = built.plants
    found = np.zeros(len(built.setting.plants.name))
    for begins in (plants.built, plants.offtaken):
        saved = -solution.duals[begins.most] * solution.values[begins.chosen]
        found += by(begins.plant, saved, len(found))
    return found


def _capacity(built: Built, value: Floats) -> tuple[Floats, Ints]:
    """Per t a month of the largest output of each maker, and the market of that."""
    outputs = built.setting.world.model.makers.outputs
    of, size = owners(outputs), np.zeros(value.shape[2])
    np.maximum.at(size, of, outputs.base)
    largest: Ints = np.full(value.shape[2], -1)
    main = outputs.base == size[of]
    largest[of[main]] = outputs.market[main]
    t_month = size * WEEKS
    return np.divide(value, t_month, out=np.zeros_like(value), where=t_month > 0), largest


def _sellers(model: Model, market: Ints) -> tuple[Ints, Ints]:
    """Makers whose output (by market, -1 for none) is bought elsewhere: what they can send.

    Then for each the market that buys most of it.
    """
    order = np.argsort(model.trade.base, kind="stable")
    buyer = np.full(model.markets, -1)
    buyer[model.trade.source[order]] = model.trade.target[order]
    sellers = np.flatnonzero((market >= 0) & (buyer[market] >= 0))
    return sellers, buyer[market[sellers]]


def _bindings(group: _Group) -> Iterator[Binding]:
    """One row for each place where any of the group binds."""
    if group.value.size == 0:
        return
    value = group.value.reshape(-1, len(group.places))
    things: dict[Place, list[int]] = {}
    for n in np.flatnonzero((value > WORTHLESS).any(axis=0)).tolist():
        things.setdefault(group.places[n], [])
    for n, place in enumerate(group.places):
        if place in things:
            things[place].append(n)
    for (what, country), columns in things.items():
        own = value[:, columns]
        cases, largest = int((own > WORTHLESS).sum()), float(own.max())
        yield Binding(group.kind, what, country, cases, own.size, largest, group.unit)
