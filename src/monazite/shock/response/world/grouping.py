"""A model with fewer countries: what stays inside a group is no trade, all else is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import by, owners
from monazite.shock.model.model import LONGEST, Makers, Terms, Trade, Users

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.model.model import Floats, Ints, Model

WITHIN = -1
"""Of a row of trade that stays inside a group."""


class Grouped(NamedTuple):
    """A model of groups, and of each thing of the model before which one it now belongs to.

    country, market, maker, user, input (rows of users' inputs): indices; row: of trade, `WITHIN`
    where source and target are now one market.
    """

    model: Model
    country: Ints
    market: Ints
    row: Ints
    maker: Ints
    user: Ints
    input: Ints


def grouped(model: Model, of: Mapping[str, str]) -> Grouped:
    """The model with the countries of each group as one; of: the group of each country.

    Rows of trade between the same markets are one, with the mean of their weeks by tonnes; so are
    makers that turn the same goods into the same, and users of a sector with the same inputs, with
    sums of what they take and give and means, by its value, of the rest. The country that controls
    is a group of its own.
    """
    home = model.countries[model.home]
    names = (home, *dict.fromkeys(of[one] for one in model.countries if one != home))
    country = np.array([names.index(of[one]) for one in model.countries], np.int64)
    good, place = np.divmod(np.arange(model.markets), len(model.countries))
    market = good * len(names) + country[place]
    trade, row = _trade(model.trade, market, len(names) * len(model.goods))
    makers, maker = _makers(model, country, market)
    users, user, rows = _users(model, country, market)
    made = replace(model, countries=names, home=0, trade=trade, makers=makers, users=users)
    return Grouped(made, country, market, row, maker, user, rows)


def means(to: Ints, values: Floats, weight: Floats, size: int) -> Floats:
    """Means of values by where they belong (last index), by weight, plain where none has any."""
    weight = np.where(by(to, weight, size)[to] > 0, weight, 1.0)
    return np.asarray(sums(to, values * weight, size) / by(to, weight, size))


def sums(to: Ints, values: Floats, size: int) -> Floats:
    """Sums of values by where they belong (last index)."""
    found = np.zeros((*values.shape[:-1], size))
    np.add.at(found.T, to, values.T)
    return found


def worth(model: Model, terms: Terms, count: int) -> Floats:
    """What each maker gives, or user takes, at full activity, 1000 US$ a week."""
    price = model.price[terms.market // len(model.countries)]
    return by(owners(terms), terms.base * price, count)


def _trade(trade: Trade, market: Ints, markets: int) -> tuple[Trade, Ints]:
    source, target = market[trade.source], market[trade.target]
    across = np.flatnonzero(source != target)
    key, to = np.unique(target[across] * markets + source[across], return_inverse=True)
    row = np.full(len(source), WITHIN, np.int64)
    row[across] = to
    base = trade.base[across]
    weeks = means(to, trade.lag[across].astype(float), base, len(key))
    lag = np.clip(np.rint(weeks), 1, LONGEST).astype(np.int64)
    return Trade(key % markets, key // markets, by(to, base, len(key)), lag), row


def _makers(model: Model, country: Ints, market: Ints) -> tuple[Makers, Ints]:
    makers = model.makers
    recipes = (_goods(model, makers.inputs), _goods(model, makers.outputs))
    keys = zip(country[makers.country], makers.fixed, *recipes, strict=True)
    to, first = _alike(list(keys))
    size, value = len(first), worth(model, makers.outputs, len(to))
    return Makers(
        country[makers.country][first],
        means(to, makers.capacity, value, size),
        makers.fixed[first],
        _terms(makers.inputs, to, market, size)[0],
        _terms(makers.outputs, to, market, size)[0],
    ), to


def _users(model: Model, country: Ints, market: Ints) -> tuple[Users, Ints, Ints]:
    users = model.users
    keys = zip(users.sector, country[users.country], _goods(model, users.inputs), strict=True)
    to, first = _alike(list(keys))
    size = len(first)
    inputs, row = _terms(users.inputs, to, market, size)
    base, rows = users.inputs.base, len(inputs.base)
    leak = means(to, users.leak, users.value_added, size)
    return Users(
        users.sector[first],
        country[users.country][first],
        by(to, users.value_added, size),
        leak,
        inputs,
        means(row, users.elasticity, base, rows),
        means(row, users.substitutable, base, rows),
    ), to, row  # fmt: skip


def _goods(model: Model, terms: Terms) -> list[frozenset[int]]:
    """The goods that each takes or gives."""
    good = terms.market // len(model.countries)
    parts = np.split(good, terms.start[1:-1])
    return [frozenset(part.tolist()) for part in parts]


def _alike(keys: Sequence[object]) -> tuple[Ints, Ints]:
    """Of each key its number among those that differ, and where each of these first stands."""
    numbers: dict[object, int] = {}
    to = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
    first = np.unique(to, return_index=True)[1]
    return to, first.astype(np.int64)


def _terms(terms: Terms, to: Ints, market: Ints, size: int) -> tuple[Terms, Ints]:
    """Rows of new owners, sorted by them and then by market; of each row before, its new one."""
    owner, width = to[owners(terms)], int(market.max(initial=0)) + 1
    key, row = np.unique(owner * width + market[terms.market], return_inverse=True)
    start = np.searchsorted(key // width, np.arange(size + 1))
    made = Terms(start.astype(np.int64), key % width, by(row, terms.base, len(key)))
    return made, row.astype(np.int64)


def chosen(terms: Terms, which: Ints) -> tuple[Terms, Ints]:
    """The rows of some owners, in their order, and where these rows stood."""
    rows = [np.arange(terms.start[one], terms.start[one + 1]) for one in which.tolist()]
    row = np.concatenate([np.zeros(0, np.int64), *rows])
    start = np.cumsum([0, *(len(one) for one in rows)])
    return Terms(start, terms.market[row], terms.base[row]), row


def joined(terms: Terms, counts: Ints, market: Ints, base: Floats) -> Terms:
    """The rows with those of further owners, so many each."""
    start = np.concatenate([terms.start, terms.start[-1] + np.cumsum(counts)])
    return Terms(
        start.astype(np.int64),
        np.concatenate([terms.market, market]),
        np.concatenate([terms.base, base]),
    )
