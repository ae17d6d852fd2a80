"""The value of a licence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.response.answers.licences import licence_values, licences
from support.response_by_hand import by_hand, solved, stop
from support.response_settings import setting


def test_a_licence_is_worth_what_is_made_of_the_good() -> None:
    """10 million US$ a t, 10,000 US$ a kg, in every month from which it can be kept for the stop."""
    found = licences(*solved(by_hand(6, (2, 3))))
    assert [row.month for row in found] == ["2025-04", "2025-05", "2025-06", "2025-07"]
    assert {(row.good, row.origin, row.country) for row in found} == {
        ("NdFeB/magnet", "CHN", "JPN")
    }
    assert [row.value_usd_kg for row in found] == pytest.approx([10_000] * 4)
    assert found[0].spread_usd_kg is found[0].observed_usd_kg is None


def test_it_is_told_as_if_the_future_came_and_in_its_months_money() -> None:
    world = by_hand(13).world
    futures = (stop(world, 13, (12,), "stop", 0.2), stop(world, 13, (), "calm", 0.8))
    given = by_hand(13, futures=futures)
    found = licences(*solved(replace(given, money=given.money._replace(discount=0.1))))
    last = found[-1]
    assert (last.future, last.month) == ("stop", "2026-04")
    assert last.value_usd_kg == pytest.approx(10_000)
    assert {row.future for row in found} == {"stop"}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_is_what_a_little_more_licensed_saves(seed: int) -> None:
    given = setting(seed, 2, 5, 3, 8, 2)
    made, before = solved(given)
    values = licence_values(made, before)
    for s, t, row in np.argwhere(values > 0).tolist()[:3]:
        future = given.futures[s]
        permit = future.permit.copy()
        permit[t, row] += 1e-5
        futures = list(given.futures)
        futures[s] = replace(future, permit=permit)
        _, after = solved(replace(given, futures=tuple(futures)))
        weight = future.probability * made.network.discount[t]
        saved = (before.objective - after.objective) / 1e-5 * 1000 / weight
        assert saved == pytest.approx(values[s, t, row], rel=1e-2)
