"""The supplier cap: no one country may send more than a part of what reaches the planner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.model.places import REST
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.summing import summed

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.policies.plants import Capacity
    from monazite.shock.response.setting import Setting


class Cap(NamedTuple):
    """Pairs (n) of good and country under the cap; first: the month of the first row.

    Rows are (S, months, n), in t.
    """

    good: Ints
    country: Ints
    first: int
    row: Ints


class _Arrivals(NamedTuple):
    """What reaches the planner from others: rows of trade (A), each with its place in the rows.

    pair: of good and country; good: among the goods that arrive. coming: t of each in months x A
    that left before the first month of all. when, which: month and arrival of each flow that left
    later; column: its columns, (S, n).
    """

    pair: Ints
    good: Ints
    coming: Floats
    when: Ints
    which: Ints
    column: Ints


def cap(draft: Draft, setting: Setting, network: Network, plants: Capacity) -> Cap:
    """Add the cap: what arrives from a country <= cap x (all that arrives, and own production).

    By month, good and future; the planner's own countries are no suppliers, and the rest of the
    world is many: neither is capped. Releases from the store do not count: they arrived before. No
    rows at a cap of 1.
    """
    first, months = setting.limits.cap_from, setting.horizon.months
    if setting.limits.cap >= 1 or first >= months:
        none = np.zeros(0, np.int64)
        return Cap(none, none, first, draft.rows("cap", (len(setting.futures), 0, 0)))
    trade = _from_others(setting)
    countries = len(setting.world.model.countries)
    good = setting.world.model.trade.target[trade] // countries
    source = setting.world.model.trade.source[trade] % countries
    pairs, pair = np.unique(np.stack([good, source]), axis=1, return_inverse=True)
    goods, place = np.unique(good, return_inverse=True)
    arrivals = _arrivals(setting, network, trade, pair.ravel(), place)
    wide = (len(setting.futures), months - first)
    sums, reached = _reached(draft, arrivals, wide, len(goods))
    _own(draft, setting, network, plants, goods, sums)
    coming = summed(arrivals.coming, arrivals.pair, pairs.shape[1])
    many = np.array([setting.world.model.countries[each] == REST for each in pairs[1]])
    rows = draft.rows("cap", (*wide, len(many)), upper=np.where(many, np.inf, -coming))
    draft.add(rows[:, arrivals.when, arrivals.pair[arrivals.which]], arrivals.column, 1.0)
    draft.add(rows, reached[:, :, np.searchsorted(goods, pairs[0])], -setting.limits.cap)
    return Cap(pairs[0], pairs[1], first, rows)


def _from_others(setting: Setting) -> Ints:
    """Rows of trade that end in the planner's countries and do not begin there."""
    model, planner = setting.world.model, setting.world.planner
    countries = len(model.countries)
    ends = np.isin(model.trade.target % countries, planner)
    return np.flatnonzero(ends & ~np.isin(model.trade.source % countries, planner))


def _arrivals(setting: Setting, network: Network, trade: Ints, pair: Ints, good: Ints) -> _Arrivals:
    left = np.arange(setting.limits.cap_from, setting.horizon.months)[:, None]
    left = left - setting.world.lag[trade]
    base = setting.world.model.trade.base[trade] * WEEKS
    when, which = np.nonzero(left >= 0)
    column = network.flow[:, left[when, which], trade[which]]
    return _Arrivals(pair, good, np.where(left < 0, base, 0.0), when, which, column)


def _reached(
    draft: Draft, arrivals: _Arrivals, wide: tuple[int, int], goods: int
) -> tuple[Ints, Ints]:
    """Rows and columns (S, months, goods) of all that reaches the planner, own production open."""
    coming = summed(arrivals.coming, arrivals.good, goods)
    reached = draft.columns("reached", (*wide, goods))
    sums = draft.rows("reached", (*wide, goods), lower=coming, upper=coming)
    draft.add(sums, reached, 1.0)
    draft.add(sums[:, arrivals.when, arrivals.good[arrivals.which]], arrivals.column, -1.0)
    return sums, reached


def _own(
    draft: Draft, setting: Setting, network: Network, plants: Capacity, goods: Ints, sums: Ints
) -> None:
    """What makers and new plants of the planner's countries make of the goods that arrive."""
    makers, first = setting.world.model.makers, setting.limits.cap_from
    made = [
        (network.make[:, first:, maker], market, base * WEEKS)
        for maker, market, base in zip(
            owners(makers.outputs), makers.outputs.market, makers.outputs.base, strict=True
        )
    ]
    new = [
        (plants.output[:, first:, k], market, each)
        for k, main in enumerate(setting.plants.market)
        for market, each in ((int(main), 1.0), *setting.plants.besides[k])
    ]
    countries = len(setting.world.model.countries)
    for column, market, amount in (*made, *new):
        good, country = divmod(int(market), countries)
        if good in goods and country in setting.world.planner:
            draft.add(sums[:, :, np.searchsorted(goods, good)], column, -amount)
