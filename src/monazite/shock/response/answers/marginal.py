"""What a little more would be worth: money, capacity at a stage in a country, stock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.response.answers.naming import names
from monazite.shock.response.costing import TONNE
from monazite.shock.response.results import Marginal

if TYPE_CHECKING:
    from typing import Literal

    from monazite.shock.model.model import Floats, Model, Terms
    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.building import Built
    from monazite.shock.response.setting import Setting

WORTHLESS = 1e-9
"""Worth below which a value is the solver's own leeway."""


def marginal(built: Built, solution: Solution) -> tuple[Marginal, ...]:
    """The budget's dual, and by good and country of the planner the stages'."""
    setting = built.setting
    worth = worths(built, solution)
    capacity = _capacity(setting, worth)
    return (
        Marginal("budget", None, None, None, *[_budget(solution)] * 2),
        *_rows(setting, "capacity", capacity, _capex(setting)),
        *_rows(setting, "stock", _stock(built, solution), _price(setting)),
    )


def worths(built: Built, solution: Solution) -> Floats:
    """What a t more in a market in a month saves, million US$, x the probability, (S, T, G, C)."""
    model = built.setting.world.model
    dual = np.maximum(0.0, -solution.duals[built.network.balance])
    return np.asarray(dual.reshape(*dual.shape[:2], len(model.goods), len(model.countries)))


def _budget(solution: Solution) -> float:
    """US$ of loss that the next US$ avoids: what it is worth beyond itself, and itself.

    0 where the budget does not bind: then no more would be spent.
    """
    gain = -float(solution.dual("budget")[0])
    return 1 + gain if gain > WORTHLESS else 0.0


def _capacity(setting: Setting, worth: Floats) -> Floats:
    """Worth of a t a month more of capacity from the first month on, (G x C,).

    Its output less its inputs, in each month and future in which that is worth the while, with the
    recipe of all makers of the good: for one with inputs at hand, sum max(0, worth - inputs).
    """
    net = recipes(setting.world.model)
    profit = np.einsum("gh,sthc->stgc", net, worth)
    return np.asarray(np.maximum(0.0, profit).sum(axis=(0, 1)).ravel())


def _stock(built: Built, solution: Solution) -> Floats:
    """Worth of a kg more in stock at the start, US$ a kg, with room for it, (M,)."""
    network = built.network
    more = np.maximum(0.0, -solution.duals[network.balance[:, 0]]).sum(axis=0)
    room = np.maximum(0.0, -solution.reduced[network.stock]).sum(axis=(0, 1))
    return np.asarray((more + room) / TONNE)


def recipes(model: Model) -> Floats:
    """What comes (plus) and goes (minus) of each good with a t of a good, its makers' mean; (G, G).

    Goods that nobody makes have none: 0 throughout.
    """
    makers, goods = model.makers, len(model.goods)

    def by_maker(terms: Terms) -> Floats:
        found = np.zeros((len(makers.country), goods))
        np.add.at(found, (owners(terms), terms.market // len(model.countries)), terms.base)
        return found

    made = by_maker(makers.outputs)
    net = made - by_maker(makers.inputs)
    total = made.sum(axis=0)
    # A maker of several goods counts for each of them with all that it takes and gives.
    sums = (made > 0).T.astype(np.float64) @ net
    made_at_all = total[:, None] > 0
    return np.asarray(np.divide(sums, total[:, None], np.zeros_like(sums), where=made_at_all))


def _capex(setting: Setting) -> Floats:
    """Million US$ per t a month of the cheapest option of each market; NaN where there is none."""
    plants = setting.plants
    most = np.maximum(plants.most, WORTHLESS)
    found = np.full(setting.world.model.markets, np.inf)
    np.minimum.at(found, plants.market, plants.capex + plants.fixed / most)
    return np.asarray(np.where(np.isfinite(found) & (found > 0), found, np.nan))


def _price(setting: Setting) -> Floats:
    """US$ a kg: what the store pays, else the price before any shock."""
    model = setting.world.model
    found = np.repeat(model.price, len(model.countries))
    found[setting.stores.market] = setting.stores.price
    return np.asarray(np.where(found > 0, found, np.nan))


def _rows(
    setting: Setting, kind: Literal["capacity", "stock"], value: Floats, price: Floats
) -> list[Marginal]:
    named, model = names(setting), setting.world.model
    found = []
    for market in np.flatnonzero(value > WORTHLESS).tolist():
        good, country = named.place(market)
        if market % len(model.countries) in setting.world.planner:
            stage = model.goods[market // len(model.countries)].stage
            ratio = None if np.isnan(price[market]) else float(value[market] / price[market])
            found.append(Marginal(kind, stage, good, country, float(value[market]), ratio))
    return sorted(found, key=lambda row: -row.value)
