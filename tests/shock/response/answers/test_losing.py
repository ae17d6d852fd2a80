"""Losses as they are told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.response.answers.answering import answered
from support.response_by_hand import by_hand, finished, stop, store
from support.response_policies import equipped
from support.response_settings import setting


def test_losses_are_told_by_year_without_and_with_the_plan() -> None:
    """A stop from November to February: two months in each year; stock for one month of it."""
    found = answered(by_hand(12, range(7, 11), stores=store(most_t=10)))
    told = [(row.year, row.sector, row.country) for row in found.losses]
    assert told == [(2025, "traction", "JPN"), (2026, "traction", "JPN")]
    assert [row.without_musd for row in found.losses] == pytest.approx([200, 200])
    assert sum(row.with_musd for row in found.losses) == pytest.approx(300)
    assert [row.month for row in found.course] == [
        *[f"2025-{month:02}" for month in range(4, 13)],
        *["2026-01", "2026-02", "2026-03"],
    ]
    assert [row.without_musd for row in found.course] == pytest.approx([0] * 7 + [100] * 4 + [0])


def test_the_mean_of_futures_is_discounted_and_losses_are_not() -> None:
    world = by_hand(13).world
    futures = (stop(world, 13, (12,), "stop", 0.25), stop(world, 13, (), "calm", 0.75))
    given = by_hand(13, futures=futures)
    found = answered(replace(given, money=given.money._replace(discount=0.1)))
    assert found.expected_without_musd == pytest.approx(0.25 * 100 / 1.1)
    (row,) = found.losses
    assert row.future == "stop"
    assert row.without_musd == pytest.approx(100)


def test_the_part_of_finished_goods_that_is_lost_counts() -> None:
    found = answered(by_hand(12, range(1, 7), finished=finished()))
    assert found.expected_musd == pytest.approx(600 - 180 * 0.8)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_course_adds_up_to_the_losses_of_the_planners_countries(seed: int) -> None:
    given = equipped(setting(seed, 3, 5, 3, 10, 2), seed)
    found = answered(given)
    planner = {given.world.model.countries[n] for n in given.world.planner}
    assert {row.country for row in found.losses} <= planner
    for future in given.futures:
        rows = [row for row in found.losses if row.future == future.name]
        course = [row for row in found.course if row.future == future.name]
        assert sum(r.without_musd for r in rows) == pytest.approx(
            sum(r.without_musd for r in course)
        )
        assert sum(r.with_musd for r in rows) == pytest.approx(sum(r.with_musd for r in course))
    assert np.isfinite(found.expected_musd)
    assert found.expected_musd < found.expected_without_musd
