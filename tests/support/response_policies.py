"""Policies for settings that are made up at random: a few of each kind, in the planner's countries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.response.setting import WAYS, WEEKS, Finished, Plants, Programmes, Stores

if TYPE_CHECKING:
    from monazite.shock.response.setting import Setting


def equipped(setting: Setting, seed: int = 0) -> Setting:
    """The same setting with stores, plants, programmes and finished goods, all of them allowed."""
    random = np.random.default_rng(seed)
    model, planner = setting.world.model, setting.world.planner
    market = (np.arange(len(model.goods))[:, None] * len(model.countries) + planner).ravel()
    use = _through(setting)[market]
    users = np.flatnonzero(np.isin(model.users.country, planner))
    inputs = tuple(np.array([row]) for row in users[: len(users) // 2])  # each user has one input
    count = len(inputs)
    return replace(
        setting,
        stores=Stores(
            market, 6 * use, 0.5 * use, model.price[market // len(model.countries)] * 1.2, 0.03
        ),
        plants=_plants(setting, market, use, random),
        programmes=Programmes(
            tuple(f"programme {n}" for n in range(count)),
            inputs,
            np.full(count, 0.3),
            random.integers(1, 6, count),
            random.uniform(1.0, 20.0, count),
        ),
        finished=Finished(
            users,
            np.full(len(users), 0.2),
            np.full(len(users), 0.3),
            random.integers(1, 4, len(users)),
            random.uniform(1.0, 20.0, len(users)),
        ),
        ways=frozenset(WAYS),
    )


def _plants(
    setting: Setting, market: np.ndarray, use: np.ndarray, random: np.random.Generator
) -> Plants:
    """One for each market; every second takes the good before it, every third has a floor."""
    count, countries = len(market), len(setting.world.model.countries)
    number = np.arange(count)
    return Plants(
        name=tuple(f"plant {n}" for n in number),
        project=("",) * count,
        way=tuple("recycling" if n % 4 == 3 else "plants" for n in number),
        market=market,
        inputs=tuple(
            ((int(m) - countries, 1.2),) if m >= countries and n % 2 else ()
            for n, m in enumerate(market)
        ),
        besides=((),) * count,
        ready=random.integers(2, 6, count),
        from_month=np.zeros(count, np.int64),
        until_month=np.full(count, 3),
        least=0.2 * use,
        most=use,
        fixed=random.uniform(0.1, 1.0, count),
        capex=random.uniform(0.001, 0.01, count),
        running=np.full(count, 0.0001),
        floor=np.where(number % 3, np.nan, 150.0),
        whole=number % 5 == 0,
    )


def _through(setting: Setting) -> np.ndarray:
    """t a month that reach each market."""
    model = setting.world.model
    found = np.zeros(model.markets)
    np.add.at(found, model.trade.target, model.trade.base * WEEKS)
    np.add.at(found, model.makers.outputs.market, model.makers.outputs.base * WEEKS)
    return found
