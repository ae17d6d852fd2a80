"""The supplier cap."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.response.answers.answering import answered
from monazite.shock.response.setting import WEEKS
from support.response_by_hand import by_hand, limits, plant, solved
from support.response_policies import equipped
from support.response_settings import setting


def test_others_sell_more_where_one_may_sell_less() -> None:
    """8 t of China and 2 of Australia; at most 65 % of one: at least 3.5 t of Australia."""
    made, found = solved(by_hand(6, sellers=(8.0, 2.0), limits=limits(cap=0.65)))
    china, australia = found.values[made.network.flow][0].T
    assert found.objective == pytest.approx(0)
    assert np.all(china <= 0.65 * (china + australia) + 1e-6)
    assert np.all(australia >= 3.5 - 1e-6)


def test_what_nobody_else_sells_is_not_used() -> None:
    """Australia cannot grow: China may send 2 x .65 / .35 t, and the rest of 10 is lost."""
    given = by_hand(6, sellers=(8.0, 2.0), limits=limits(cap=0.65))
    most = given.world.most * np.array([1.0, 1 / 3])
    _, found = solved(replace(given, world=given.world._replace(most=most)))
    assert found.objective == pytest.approx(6 * (100 - 10 * 2 / 0.35))


def test_own_production_counts() -> None:
    """A plant of 3.5 t in Japan makes room for China from month 3 on; before, nothing comes."""
    given = by_hand(6, sellers=(10.0,), limits=limits(cap=0.65), plants=plant(most=3.5))
    made, found = solved(given)
    assert found.objective == pytest.approx(300 + 0.35)
    assert found.values[made.network.flow][0, :, 0] == pytest.approx([0] * 3 + [6.5] * 3)


def test_it_holds_from_its_month_on() -> None:
    made, found = solved(by_hand(6, sellers=(10.0,), limits=limits(cap=0.65, cap_from=4)))
    assert found.objective == pytest.approx(200)
    assert found.values[made.network.use][0, :, 0] == pytest.approx([1] * 4 + [0] * 2)


def test_what_is_at_sea_already_may_break_it_and_is_told() -> None:
    """A month at sea: 8 t of 10 come from China in the first month whatever is decided."""
    given = by_hand(6, sellers=(8.0, 2.0), limits=limits(cap=0.65))
    given = replace(given, world=given.world._replace(lag=np.ones(2, np.int64)))
    found = answered(given)
    assert not found.feasible
    (row,) = found.unmet
    assert (row.kind, row.what, row.country, row.origin) == ("cap", "NdFeB/magnet", None, "CHN")
    assert (row.month, row.unit) == ("2025-04", "t")
    assert row.short == pytest.approx(8 - 6.5)


def test_a_planners_own_countries_are_no_suppliers() -> None:
    given = by_hand(6, sellers=(8.0, 2.0), limits=limits(cap=0.65))
    ours = given.world._replace(planner=np.array([0, 1, 2]))
    made, found = solved(replace(given, world=ours))
    assert found.objective == pytest.approx(0)
    assert made.cap.row.size == 0


def test_the_rest_of_the_world_is_many_and_not_capped() -> None:
    given = by_hand(6, sellers=(2.0, 8.0), limits=limits(cap=0.65))
    _, capped = solved(given)
    model = replace(given.world.model, countries=("CHN", "ROW", "JPN"))
    most = given.world.most * np.array([0.0, 1.0])
    for countries, cost in ((model, 0.0), (given.world.model, 600.0)):
        world = given.world._replace(model=countries, most=most)
        _, found = solved(replace(given, world=world))
        assert found.objective == pytest.approx(cost)
    assert capped.objective == pytest.approx(0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_holds_in_every_month_future_and_good(seed: int) -> None:
    cap, first = 0.5, 6
    given = equipped(setting(seed, 3, 6, 3, 12, 2), seed)
    given = replace(given, limits=given.limits._replace(cap=cap, cap_from=first))
    made, found = solved(given)
    assert found.status == "optimal"
    model, world = given.world.model, given.world
    countries = len(model.countries)
    flow = found.values[made.network.flow]
    for s, t, good in np.ndindex(len(given.futures), 12 - first, len(model.goods)):
        sent = np.zeros(countries)
        for row, (source, target) in enumerate(
            zip(model.trade.source, model.trade.target, strict=True)
        ):
            inside = source % countries in world.planner
            if target // countries == good and target % countries in world.planner and not inside:
                left = first + t - world.lag[row]
                sent[source % countries] += flow[s, left, row]
        made_here = sum(
            base * WEEKS * found.values[made.network.make[s, first + t, maker]]
            for maker, (market, base) in enumerate(
                zip(model.makers.outputs.market, model.makers.outputs.base, strict=True)
            )
            if market // countries == good and market % countries in world.planner
        )
        new = sum(
            found.values[made.plants.output[s, first + t, k]]
            for k, market in enumerate(given.plants.market)
            if market // countries == good
        )
        assert sent.max() <= cap * (sent.sum() + made_here + new) + 1e-6
