"""What is scarce goes to all users of a market in proportion; what the plan brings to anyone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.shock.programme.highs import solve
from monazite.shock.response.answers.losing import lost_musd
from monazite.shock.response.building import built as building
from monazite.shock.response.setting import WAYS, WEEKS, Stores
from monazite.shock.response.world.worlds import worlds
from support.response_worlds import frame, model_of, run_of, setting_of

if TYPE_CHECKING:
    from monazite.shock.response.setting import Setting


def scarce(*, shared: bool, dear: float = 10.0, store: float = 0.0) -> Setting:
    """A ban; of C01's two users of the last good the second makes `dear` times as much of a t.

    store: t a month that the planner may put in store, for nothing.
    """
    model = model_of(0)
    value = model.users.value_added.copy()
    value[5:] *= dear  # the second sector of each country
    run = run_of(replace(model, users=model.users._replace(value_added=value)), covered=1, banned=1)
    made = worlds([run], frame())
    market = 2 * 5 + int(made.world.planner[0])
    stores = Stores(np.array([market]), np.full(1, 1e9), np.full(1, store), np.zeros(1), 0.0)
    return setting_of(made, shared=shared, stores=stores, ways=frozenset(WAYS))


def losses(setting: Setting) -> tuple[float, float]:
    """The parts of their output that the two users lose, in months."""
    built = building(setting)
    users = setting.world.model.users
    mine = np.flatnonzero(np.isin(users.country, setting.world.planner))
    lost = lost_musd(built, solve(built.programme))[0][:, mine].sum(axis=0)
    first, second = lost / (users.value_added[mine] * WEEKS)
    return float(first), float(second)


def test_alone_the_dearer_user_is_served_first() -> None:
    first, second = losses(scarce(shared=False))
    assert first > 0.5
    assert second < 0.5 * first


def test_shared_both_lose_alike_though_one_makes_more_of_a_tonne() -> None:
    first, second = losses(scarce(shared=True))
    assert first > 0.1
    assert second == pytest.approx(first, rel=0.1)


def test_sharing_never_loses_less_and_costs_nothing_where_there_is_enough() -> None:
    alone, shared = (sum(losses(scarce(shared=one, dear=1.0))) for one in (False, True))
    assert shared >= alone - 1e-6
    calm = setting_of(worlds([run_of(model_of(0))], frame()), shared=True)
    assert sum(losses(calm)) == pytest.approx(0.0, abs=1e-9)


def test_what_the_plan_brings_goes_to_the_dearer_user() -> None:
    without, kept = losses(scarce(shared=True)), losses(scarce(shared=True, store=5.0))
    assert kept[1] < without[1]
    assert without[1] - kept[1] > without[0] - kept[0]
