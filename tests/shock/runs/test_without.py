"""A run in which nothing of its scenario happens."""

from __future__ import annotations

import numpy as np
import pytest

from monazite.shock.runs.by_reference import by_reference
from monazite.shock.runs.draws import drawn
from monazite.shock.runs.without import calm, without
from support.shock_cases import FIRST, METERS, MODEL, case, short_of_stocks
from support.shock_schedules import scenarios, schedule

DRAW = drawn(short_of_stocks(), 1, 0)
QUIET = by_reference(MODEL, schedule(MODEL), METERS, FIRST, DRAW)


@pytest.mark.parametrize("name", scenarios(MODEL))
def test_without_any_kind_of_measure_the_weeks_are_quiet_ones(name: str) -> None:
    found = by_reference(MODEL, without(case(name)).schedule, METERS, FIRST, DRAW)
    for member in ("flows", "inner", "spot", "output", "lost", "first", "standing"):
        np.testing.assert_allclose(getattr(found, member), getattr(QUIET, member), atol=1e-12)
    assert found.round.size == 0


def test_what_is_taken_away_and_given_in_other_ways_is_gone_too() -> None:
    plan = schedule(MODEL, available=0.5, wanted=1.3, released=2.0, announced=1.0, missing=0.2)
    rest = calm(plan).elsewhere
    assert {float(column.max()) for column in (rest.available, rest.wanted, rest.admitted)} == {1.0}
    assert {float(column.max()) for column in (rest.announced, rest.released, rest.missing)} == {
        0.0
    }


def test_what_the_scenario_assumes_still_holds() -> None:
    assert without(case("ban")._replace(assumed={"panic": 1.0})).assumed == {"panic": 1.0}
