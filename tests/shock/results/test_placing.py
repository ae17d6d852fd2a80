"""Whose plants users of the world's models are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from monazite.chain.packaged.world import world
from monazite.shock.engine.meters import meters
from monazite.shock.model.draft import LEFT, OTHER
from monazite.shock.model.of_world import model
from monazite.shock.model.places import REST
from monazite.shock.results.placing import plants, pooled
from monazite.shock.runs.case import Case
from support.shock_schedules import schedule

if TYPE_CHECKING:
    from monazite.shock.model.model import Model


def _case(found: Model) -> Case:
    return Case("calm", found, schedule(found), meters({}), date(2025, 3, 3), (), {}, (), 2024)


@pytest.mark.parametrize("scope", [("magnets",), ("Sb", "Ga", "Ge")], ids=" ".join)
def test_no_two_users_of_the_world_share_a_row(scope: tuple[str, ...]) -> None:
    found = _case(model(world(2024), scope))
    rows = [plants(found, user) for user in range(len(found.model.users.sector))]
    known = [row for row in rows if row.sector != LEFT]
    assert len(known) == len(set(known))
    assert {row.sector for row in known if row.good} == {OTHER}


def test_car_plants_that_do_not_stand_alone_are_under_the_rest_of_the_world() -> None:
    magnets = model(world(2024), ("magnets",))
    found = set(pooled(magnets))
    for country in ("FRA", "ITA", "ESP", "MEX", "GBR"):
        assert country in magnets.countries
        assert ("traction", country) in found
    assert not {("traction", country) for country in ("CHN", "JPN", "DEU", "USA", REST)} & found


def test_where_there_is_no_rest_of_the_world_nothing_is_pooled() -> None:
    small = model(world(2024), ("Ga",))
    assert REST not in small.countries
    assert not list(pooled(small))
