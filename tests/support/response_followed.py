"""Plans of made-up worlds that are followed in the simulation: stores and a plant against a ban."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.answers.answering import answered
from monazite.shock.response.assumptions.reading import packaged
from monazite.shock.response.setting import WAYS, WEEKS, Plants, Stores
from monazite.shock.response.setting_of import Posed
from monazite.shock.response.world.worlds import worlds
from support.response_worlds import frame, model_of, run_of, setting_of
from support.shock_cases import short_of_stocks

if TYPE_CHECKING:
    from monazite.shock.model.model import Model
    from monazite.shock.response.answers.answering import Answer
    from monazite.shock.response.world.worlds import Worlds


class Planned(NamedTuple):
    """A problem with its answer."""

    posed: Posed
    answer: Answer


@cache
def planned(seed: int, budget: float = 1e6) -> Planned:
    """A ban from the ninth week on, in which C01 may store its goods and build a plant."""
    run = run_of(model_of(seed), covered=1.0, banned=1.0)
    made = worlds([run], frame())
    setting = setting_of(
        made,
        stores=_stores(made),
        plants=_plant(made),
        limits=setting_of(made).limits._replace(budget=budget),
        ways=frozenset(WAYS),
    )
    posed = Posed(setting, made, (run,), short_of_stocks(), packaged(), ())
    return Planned(posed, answered(setting))


def _stores(made: Worlds) -> Stores:
    """Each market of C01, as much as it uses in half a year."""
    model = made.whole
    market = np.arange(len(model.goods)) * len(model.countries) + made.world.planner[0]
    used = WEEKS * _used(model)[market]
    return Stores(market, 6 * used, 0.5 * used, model.price[: len(market)] * 1.1, 0.03)


def _plant(made: Worlds) -> Plants:
    """A plant of the last good, which nobody has to feed, ready after four months."""
    model = made.whole
    market = (len(model.goods) - 1) * len(model.countries) + int(made.world.planner[0])
    one, most = np.ones(1), WEEKS * _used(model)[[market]] / 4
    whole = np.ones(1, np.int64)
    return Plants(
        ("plant",), ("",), ("plants",), np.array([market]), ((),), ((),), 4 * whole, 0 * whole,
        11 * whole, 0 * one, most, 0 * one, 0.01 * one, 1e-4 * one, np.nan * one, one > 1,
    )  # fmt: skip


def _used(model: Model) -> np.ndarray:
    found = np.zeros(model.markets)
    for terms in (model.users.inputs, model.makers.inputs):
        np.add.at(found, terms.market, terms.base)
    return found
