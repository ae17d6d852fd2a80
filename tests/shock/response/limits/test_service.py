"""Uses that may not be lost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from monazite.shock.response.answers.answering import answered
from monazite.shock.response.results import Unmet
from support.response_by_hand import by_hand, limits, solved, store
from support.response_settings import setting

SERVED = np.array([0])


def test_what_must_be_served_is_served_at_any_price() -> None:
    """A t that saves 10 costs 60 million US$: nobody would buy it but who must serve."""
    dear = store(month_t=10)._replace(price=np.array([60_000.0]))
    _, free = solved(by_hand(12, range(6, 12), stores=dear))
    must = limits(service=SERVED, service_until=np.array([12]))
    made, found = solved(by_hand(12, range(6, 12), stores=dear, limits=must))
    assert free.objective == pytest.approx(600)
    assert found.objective == pytest.approx(60 * 60)
    assert found.values[made.network.owed] == pytest.approx(0)


def test_only_the_months_that_are_asked_for_are_served() -> None:
    dear = store(month_t=10)._replace(price=np.array([60_000.0]))
    must = limits(service=SERVED, service_until=np.array([8]))
    _, found = solved(by_hand(12, range(6, 12), stores=dear, limits=must))
    assert found.objective == pytest.approx(20 * 60 + 400)


def test_each_use_has_months_of_its_own() -> None:
    """A chain of random shocks: the first user is served for 2 months, the second for 6."""
    given = setting(3, 3, 5, 3, 8, 2)
    users = np.flatnonzero(np.isin(given.world.model.users.country, given.world.planner))[:2]
    until = np.array([2, 6])
    made, found = solved(replace(given, limits=limits(service=users, service_until=until)))
    assert made.service.shape == (2, 6, 2)
    upper = made.programme.row_upper[made.service]
    assert np.all(upper[:, :, 1] == 0)
    assert np.all(upper[:, :2, 0] == 0)
    assert np.all(np.isinf(upper[:, 2:, 0]))
    assert found.status in {"optimal", "infeasible"}


def test_what_cannot_be_served_is_told_by_month_and_part() -> None:
    """8 t a month are bought for a stop of two months: 4 t lack, after 4 of month 5 or later."""
    must = limits(service=SERVED, service_until=np.array([12]))
    found = answered(by_hand(4, (2, 3), stores=store(month_t=8), limits=must))
    assert not found.feasible
    assert sum(row.short for row in found.unmet) == pytest.approx(0.4)
    for row in found.unmet:
        assert (row.kind, row.what, row.country, row.unit) == ("service", "traction", "JPN", "part")
        assert row.month in {"2025-06", "2025-07"}
    assert found.expected_musd == pytest.approx(40)


def test_with_nothing_to_help_every_month_is_told() -> None:
    must = limits(service=SERVED, service_until=np.array([3]))
    found = answered(by_hand(4, (1, 2, 3), limits=must))
    assert found.unmet == tuple(
        Unmet("service", "traction", "JPN", None, "stop", month, 1.0, "part")
        for month in ("2025-05", "2025-06")
    )


@pytest.mark.parametrize("budget", [0.0, 1.0, 2.4, 3.6, 10.0])
def test_a_served_use_is_never_lost_or_it_is_told(budget: float) -> None:
    must = limits(service=SERVED, service_until=np.array([12]), budget=budget)
    found = answered(by_hand(12, range(6, 12), stores=store(month_t=10), limits=must))
    lost = sum(row.with_musd for row in found.losses)
    assert lost == pytest.approx(100 * sum(row.short for row in found.unmet), abs=0.01)
    assert found.feasible == (budget >= 3.6)
