"""A setting answered as a whole: regret, what binds, what is told on the way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.errors import MonaziteError
from monazite.shock.response.answers.answering import answered
from monazite.shock.response.setting import WAYS
from support.response_by_hand import by_hand, finished, limits, plant, programme, stop, store
from support.response_policies import equipped
from support.response_settings import setting


def test_each_policy_alone_is_set_beside_the_mix_and_nothing() -> None:
    """Stops of 6 months: a store covers 2, a plant 4, together all; nothing covers none."""
    given = by_hand(12, range(1, 7), stores=store(month_t=20), plants=plant())
    found = answered(replace(given, ways=frozenset({"stockpile", "plants"})))
    spent = {row.portfolio: row.spent_musd for row in found.regrets}
    lost = {row.portfolio: row.lost_musd for row in found.regrets}
    assert spent == pytest.approx({"mix": 2.2, "plants": 1.0, "stockpile": 1.2, "nothing": 0})
    assert lost == pytest.approx({"mix": 0, "plants": 200, "stockpile": 400, "nothing": 600})
    regret = {row.portfolio: row.regret_musd for row in found.regrets}
    assert regret["mix"] == 0
    assert regret["nothing"] == pytest.approx(600 - 2.2)


def test_where_nothing_happens_the_mix_regrets_what_it_spent() -> None:
    world = by_hand(12).world
    futures = (stop(world, 12, range(6, 12), "stop", 0.5), stop(world, 12, (), "calm", 0.5))
    found = answered(by_hand(12, futures=futures, stores=store(month_t=10)))
    calm = {row.portfolio: row.regret_musd for row in found.regrets if row.future == "calm"}
    assert calm["nothing"] == 0
    assert calm["mix"] == pytest.approx(3.6)


def test_what_binds_is_told_with_what_one_more_would_save() -> None:
    """Money for 30 t of stock, licences of the first 12 months, and nothing else."""
    given = by_hand(12, range(6, 12), stores=store(month_t=10), limits=limits(budget=1.8))
    found = answered(given)
    assert [(row.kind, row.what, row.country, row.cases, row.of) for row in found.binding] == [
        ("budget", None, None, 1, 1),
        ("permit", "NdFeB/magnet", "JPN", 12, 12),
    ]
    assert [row.value for row in found.binding] == pytest.approx([10 / 0.06 - 1, 10])


def test_a_full_store_and_a_plant_at_its_most_bind() -> None:
    """5 t more in store save 10 each; 1 t a month more of plant saves 10 in each of 4 months."""
    given = by_hand(12, range(1, 7), stores=store(month_t=20, most_t=5), plants=plant(most=4.0))
    found = {row.kind: row for row in answered(given).binding}
    assert found["store"].value == pytest.approx(10 - 0.06)
    assert found["plant"].value == pytest.approx(40 - 0.1)
    assert (found["plant"].what, found["plant"].country) == ("NdFeB/magnet", "JPN")


def test_what_sellers_can_send_is_told_as_the_buyers_way_round() -> None:
    """China stops, Australia has 2 t a month, thrice that at most: more of it would save 10 a t."""
    found = answered(by_hand(6, range(6), sellers=(8.0, 2.0)))
    routes = [row for row in found.binding if row.kind == "route"]
    assert [(row.what, row.country) for row in routes] == [("NdFeB/magnet", "JPN")]
    assert routes[0].value == pytest.approx(10)
    assert "capacity" not in {row.kind for row in found.binding}


def test_programmes_and_finished_goods_at_their_most_bind() -> None:
    given = by_hand(12, range(1, 7), programmes=programme(share=0.2), finished=finished(most=0.1))
    found = {row.kind: row for row in answered(given).binding}
    assert found["programme"].value == pytest.approx(5 * 20 - 5)
    assert found["finished"].value == pytest.approx(6 * 80 - 2)
    assert (found["finished"].what, found["finished"].cases) == ("traction", 1)


def test_what_is_done_is_told_stage_by_stage() -> None:
    heard: list[tuple[str, float, float | None]] = []
    answered(by_hand(6, (2,), stores=store()), told=lambda *each: heard.append(each))
    stages = list(dict.fromkeys(stage for stage, _, _ in heard))
    assert stages == ["building", "solving", "regret"]
    assert heard[-1] == ("regret", len(WAYS), len(WAYS))


def test_where_wishes_break_nothing_is_said_of_what_more_would_be_worth() -> None:
    """10 t in store for a stop of two months: in one it must break; duals would be of that."""
    must = limits(service=np.array([0]), service_until=np.array([6]))
    found = answered(by_hand(6, (2, 3), stores=store(most_t=10), limits=must))
    assert [row.short for row in found.unmet] == pytest.approx([1.0])
    assert found.spent_musd == pytest.approx(10 * 0.06)
    assert (found.marginal, found.licences, found.binding) == ((), (), ())


def test_a_policy_that_cannot_keep_the_wishes_alone_is_left_out() -> None:
    """Stops of 6 months, all to be served: a store of 2 and a plant of 4 do it together."""
    must = limits(service=np.array([0]), service_until=np.array([12]))
    given = by_hand(12, range(1, 7), stores=store(month_t=20), plants=plant(), limits=must)
    found = answered(given)
    assert found.feasible
    assert {row.portfolio for row in found.regrets} == {"mix", "nothing", "freed"}
    regret = {row.portfolio: row.regret_musd for row in found.regrets}
    assert regret["mix"] == regret["freed"] == 0


def test_what_must_be_kept_is_set_beside_the_plan_without_it() -> None:
    """To serve the stop costs a store dearer than what is lost: freed, the plan buys nothing."""
    must = limits(service=np.array([0]), service_until=np.array([6]))
    dear = store(month_t=20)._replace(price=np.array([20_000.0]))
    given = by_hand(6, (2,), stores=dear, limits=must)
    found = answered(given)
    cost = {row.portfolio: row.cost_musd for row in found.regrets}
    spent = {row.portfolio: row.spent_musd for row in found.regrets}
    assert found.feasible
    assert spent["freed"] == 0
    assert spent["mix"] == pytest.approx(200)
    assert cost["freed"] == cost["nothing"] == pytest.approx(100)
    assert cost["mix"] > 150
    assert [row.regret_musd for row in found.regrets if row.portfolio == "freed"] == [0]


def test_too_little_time_is_told_as_such() -> None:
    given = equipped(setting(4, 3, 5, 3, 10, 2), 4)
    with pytest.raises(MonaziteError, match="no plan was found: the time ended"):
        answered(replace(given, whole=True), seconds=0.0)


@pytest.mark.parametrize("whole", [False, True])
def test_all_of_it_hangs_together(whole: bool) -> None:
    given = equipped(setting(4, 3, 5, 3, 10, 2), 4)
    given = replace(given, limits=limits(budget=30.0, tail_weight=0.2), whole=whole)
    found = answered(given)
    assert found.feasible
    assert found.unmet == ()
    assert 0 < found.spent_musd <= 30 + 1e-6
    assert sum(step.cost_musd for step in found.plan) == pytest.approx(found.spent_musd, abs=1e-4)
    mix = [row for row in found.regrets if row.portfolio == "mix"]
    assert sum(0.5 * row.spent_musd for row in mix) == pytest.approx(found.spent_musd)
    assert sum(0.5 * row.lost_musd for row in mix) == pytest.approx(found.expected_musd)
    assert {row.portfolio for row in found.regrets} == {*WAYS, "nothing", "mix"}
    assert all(row.regret_musd >= 0 for row in found.regrets)
    assert found.solved.columns == found.built.programme.matrix.shape[1]
    assert found.solved.entries > found.solved.rows
