"""A planner's problem small enough to be solved by hand: Japan buys one magnet, sellers stop.

Of 10 t a month Japan's plants make 100 million US$ of value added, 10 for each t. Nothing is
discounted, stocks are none, what is not made in a month is lost in it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.shock.model.model import Good, Makers, Model, Terms, Trade, Users
from monazite.shock.programme.highs import solve
from monazite.shock.response.building import built as building
from monazite.shock.response.setting import (
    WAYS,
    WEEKS,
    Finished,
    Horizon,
    Limits,
    Money,
    Plants,
    Programmes,
    Setting,
    Stores,
    World,
)
from support.response_settings import NOTHING, NOWHERE, calm, no_plants

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.programme.programme import Solution
    from monazite.shock.response.building import Built
    from monazite.shock.response.setting import Future

NEED = 10.0
VALUE = 100.0
PRICE = 50.0
STORE = 60.0
"""US$ a kg paid for the store: .06 million US$ a t."""
GROWTH = 3.0
"""Times its base that a flow can be."""


def by_hand(
    months: int = 12, banned: Sequence[int] = (), sellers: Sequence[float] = (NEED,), **other: Any
) -> Setting:
    """The problem: sellers sell so many t a month; the first may not in the banned months.

    Japan is the last country; its market the last. other: fields of the setting.
    """
    world = _world(months, sellers)
    usual: dict[str, Any] = {
        "horizon": Horizon(date(2025, 4, 1), months),
        "world": world,
        "futures": (stop(world, months, banned),),
        "stores": Stores(NOWHERE, NOTHING, NOTHING, NOTHING, 0.0),
        "plants": no_plants(),
        "programmes": Programmes((), (), NOTHING, NOWHERE, NOTHING),
        "finished": Finished(NOWHERE, NOTHING, NOTHING, NOWHERE, NOTHING),
        "limits": limits(),
        "money": Money(0.0, 0.0),
        "ways": frozenset(WAYS),
        "whole": False,
    }
    return Setting(**{**usual, **other})


def solved(setting: Setting) -> tuple[Built, Solution]:
    """The programme of a setting, and its optimum."""
    built = building(setting)
    return built, solve(built.programme)


def limits(**other: Any) -> Limits:
    """No limits but those given."""
    none = Limits(np.inf, 1.0, 0, NOWHERE, NOWHERE, 0.0, 0.1)
    return none._replace(**other)


def stop(
    world: World, months: int, banned: Sequence[int], name: str = "stop", probability: float = 1.0
) -> Future:
    """A future in which the first seller licenses nothing in the banned months."""
    found = calm(world, months, name, probability)
    free = found.free.copy()
    free[list(banned)] = 0.0
    return replace(found, free=free)


def store(month_t: float = NEED, most_t: float = 1000.0, market: int = 1) -> Stores:
    """A store of the good in Japan."""
    return Stores(
        np.array([market]), np.array([most_t]), np.array([month_t]), np.array([STORE]), 0.0
    )


def plant(**other: Any) -> Plants:
    """One plant in Japan, of 10 t a month at .1 million US$ per t a month, ready in 3 months."""
    return plants([other])


def plants(given: Sequence[dict[str, Any]]) -> Plants:
    """Plants like `plant`, each with its own fields."""
    usual: dict[str, Any] = {
        "name": "plant", "project": "", "way": "plants", "market": 1, "inputs": (), "besides": (),
        "ready": 3, "from_month": 0, "until_month": 99, "least": 0.0, "most": NEED, "fixed": 0.0,
        "capex": 0.1, "running": 0.0, "floor": np.nan, "whole": False,
    }  # fmt: skip
    rows = [{**usual, **each} for each in given]
    told = {"name", "project", "way", "inputs", "besides"}
    columns: dict[str, Any] = {}
    for name in usual:
        column = tuple(row[name] for row in rows)
        columns[name] = column if name in told else np.array(column)
    return Plants(**columns)


def programme(share: float = 0.5, ready: int = 2, cost: float = 5.0) -> Programmes:
    """A programme that replaces a part of the magnets in Japan's plants."""
    return Programmes(
        ("without magnets",),
        (np.array([0]),),
        np.array([share]),
        np.array([ready]),
        np.array([cost]),
    )


def finished(most: float = 0.3, cost: float = 0.2, arranging: float = 2.0) -> Finished:
    """Finished goods in the place of Japan's, a month after they are arranged for."""
    return Finished(
        np.array([0]), np.array([most]), np.array([cost]), np.array([1]), np.array([arranging])
    )


def _world(months: int, sellers: Sequence[float]) -> World:
    count = len(sellers) + 1
    market, week = np.arange(count), np.array(sellers, float) / WEEKS
    japan = np.full(len(sellers), count - 1)
    model = Model(
        goods=(Good("NdFeB", "magnet"),),
        countries=(*("CHN", "AUS", "MYS")[: len(sellers)], "JPN"),
        sectors=("traction",),
        home=0,
        trade=Trade(market[:-1], japan, week, np.ones(len(sellers), np.int64)),
        makers=Makers(
            market[:-1],
            np.full(len(sellers), GROWTH),
            np.zeros(len(sellers), bool),
            Terms(np.zeros(count, np.int64), NOWHERE, NOTHING),
            Terms(market, market[:-1], week),
        ),
        users=Users(
            np.array([0]),
            np.array([count - 1]),
            np.array([VALUE / WEEKS]),
            np.array([0.0]),
            Terms(np.array([0, 1]), np.array([count - 1]), np.array([NEED / WEEKS])),
            np.array([0.0]),
            np.array([0.0]),
        ),
        price=np.array([PRICE]),
        qualify=np.array([26.0]),
    )
    return World(
        model=model,
        planner=np.array([count - 1]),
        licensed=np.array([0]),
        most=np.tile(week * WEEKS * GROWTH, (months, 1)),
        lag=np.zeros(len(sellers), np.int64),
        stock=np.zeros(count),
        weight=np.ones(1),
        overtime=0.0,
        kept=0.0,
        replaced=np.zeros((months, 1)),
    )
