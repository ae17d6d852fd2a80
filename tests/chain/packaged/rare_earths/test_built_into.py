from __future__ import annotations

import pytest

from monazite.catalogue.texts import keys
from monazite.chain.packaged.rare_earths.alloys import ALLOYS
from monazite.chain.packaged.rare_earths.built_into import uses_of


@pytest.mark.parametrize("alloy", ALLOYS)
@pytest.mark.parametrize("country", ["CHN", "USA", "DEU", "VNM", "CHE", "ROW"])
def test_all_uses_add_up_to_one_and_have_a_name(alloy: str, country: str) -> None:
    uses = uses_of(alloy, country)
    assert sum(part[0] for part in uses.values()) == pytest.approx(1.0)
    assert {f"chain.sector.{sector}" for sector in uses} <= set(keys())


def test_a_country_that_nobody_weighed_uses_as_the_world_does() -> None:
    uses = uses_of("NdFeB-heavy", "CHE")
    assert uses["traction"][0] == pytest.approx(0.46)
    assert uses["wind"][0] == pytest.approx(0.20)


def test_vietnam_builds_electronics_and_the_united_states_arms() -> None:
    for sector, country in (("electronics", "VNM"), ("defence", "USA")):
        parts = {one: uses_of("NdFeB-heavy", one)[sector][0] for one in ("CHN", "USA", "VNM")}
        assert max(parts, key=lambda one: parts[one]) == country
