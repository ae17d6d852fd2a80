"""Settings of planners made up at random: a chain whose first country licenses what it exports."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.shock.engine.state import outflow
from monazite.shock.response.setting import (
    WEEKS,
    Finished,
    Future,
    Horizon,
    Limits,
    Money,
    Plants,
    Programmes,
    Setting,
    Stores,
    World,
)
from support.shock_models import chain_model

if TYPE_CHECKING:
    from monazite.shock.model.model import Model

FIRST = date(2025, 4, 1)
NOWHERE = np.zeros(0, np.int64)
NOTHING = np.zeros(0)


def setting(
    seed: int,
    goods: int,
    countries: int,
    suppliers: float,
    months: int,
    futures: int = 1,
    **other: Any,
) -> Setting:
    """A chain of so many goods; each market buys from about so many others; shocks by future.

    other: fields of the setting in the place of the usual: no policy, no limit.
    """
    model = chain_model(seed, goods, countries, suppliers / countries, lead=0.6)
    random = np.random.default_rng(seed)
    world = _world(model, random, months)
    shocks = tuple(_future(world, random, months, n, futures) for n in range(futures))
    usual = {
        "horizon": Horizon(FIRST, months),
        "world": world,
        "futures": shocks,
        "stores": Stores(NOWHERE, NOTHING, NOTHING, NOTHING, 0.0),
        "plants": no_plants(),
        "programmes": Programmes((), (), NOTHING, NOWHERE, NOTHING),
        "finished": Finished(NOWHERE, NOTHING, NOTHING, NOWHERE, NOTHING),
        "limits": Limits(np.inf, 1.0, 0, NOWHERE, NOWHERE, 0.0, 0.05),
        "money": Money(0.05, 1.1),
        "ways": frozenset(),
        "whole": False,
    }
    return Setting(**{**usual, **other})


def no_plants() -> Plants:
    """None that could be built."""
    whole = np.zeros(0, bool)
    months, numbers = (NOWHERE,) * 3, (NOTHING,) * 6
    return Plants((), (), (), NOWHERE, (), (), *months, *numbers, whole)


def calm(world: World, months: int, name: str = "calm", probability: float = 1.0) -> Future:
    """A future in which nothing happens."""
    model = world.model
    free = world.most[:, world.licensed]
    return Future(
        name,
        probability,
        np.ones((months, len(model.users.sector))),
        np.tile(model.makers.capacity, (months, 1)),
        free,
        np.zeros_like(free),
        np.tile(model.price, (months, 1)),
    )


def _world(model: Model, random: np.random.Generator, months: int) -> World:
    """Stocks of one to three weeks; the first country licenses, up to three others plan."""
    count, trade = len(model.countries), model.trade
    planner = np.arange(1, 1 + min(3, max(1, count // 4)))
    licensed = trade.source % count == 0
    grown = 1 + np.linspace(0.0, 0.5, months)[:, None] * random.random(len(trade.base))
    return World(
        model=model,
        planner=planner,
        licensed=np.flatnonzero(licensed),
        most=trade.base * WEEKS * grown,
        lag=np.round(trade.lag / WEEKS).astype(np.int64),
        stock=outflow(model) * random.uniform(1.0, 3.0, model.markets),
        weight=np.where(np.isin(model.users.country, planner), 1.0, 0.1),
        overtime=0.1,
        kept=0.85,
        replaced=np.zeros((months, len(model.users.inputs.base))),
    )


def _future(world: World, random: np.random.Generator, months: int, number: int, of: int) -> Future:
    """Licences slow down after some months, by more or less, and come back or do not."""
    base = calm(world, months, f"future-{number}", 1 / of)
    granted = random.uniform(0.0, 0.8, months)[:, None] * random.uniform(
        0.5, 1.0, len(world.licensed)
    )
    shut = (np.arange(months) >= random.integers(0, 6))[:, None]
    usual = world.model.trade.base[world.licensed] * WEEKS
    return Future(
        base.name,
        base.probability,
        base.wanted * random.uniform(0.95, 1.1, (months, 1)),
        base.available,
        np.where(shut, 0.0, base.free),
        np.where(shut, usual * granted, 0.0),
        base.price * random.uniform(1.0, 3.0, (months, 1)),
    )
