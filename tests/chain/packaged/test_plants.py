from __future__ import annotations

import pytest

from monazite.chain.network.nodes import Node
from monazite.chain.packaged.materials import LADDERS
from monazite.chain.packaged.plants import DAYS, held_by, lead_time, plant, plants
from monazite.chain.stages import SECTOR, STAGES


def test_capacity_of_gallium_is_that_of_usgs() -> None:
    china = plant("Ga", "refining", "CHN", 2024, None, None)
    assert china.capacity is not None
    assert china.capacity.value == 1000


def test_what_nobody_says_is_none_and_no_zero() -> None:
    assert plant("Sb", "refining", "CHN", 2024, None, None).capacity is None
    assert held_by("Sb", "CHN", 2024) is None


@pytest.mark.parametrize("stage", [one for one in STAGES if one != SECTOR])
def test_every_stage_has_years_to_build_between_its_bounds(stage: str) -> None:
    years = lead_time("Dy", stage)
    assert years.low is not None
    assert years.high is not None
    assert 0 < years.low <= years.value <= years.high


def test_years_of_a_material_go_before_those_of_any() -> None:
    assert lead_time("Ga", "refining").value < lead_time("Dy", "refining").value


def test_a_use_is_not_built() -> None:
    with pytest.raises(LookupError, match=SECTOR):
        lead_time("Dy", SECTOR)


def test_stocks_are_tonnes_where_printed_and_days_where_a_country_says_what_it_means_to_hold() -> (
    None
):
    printed, meant = held_by("Ga", "USA", 2024), held_by("Ga", "JPN", 2024)
    assert printed is not None
    assert printed.value == pytest.approx(3.41)
    assert printed.unit == "t"
    assert meant is not None
    assert (meant.value, meant.unit) == (60, DAYS)
    assert meant.rows[0] == "stockpile/07"


def test_makers_of_a_ladder_have_their_readings_and_markets_their_stocks() -> None:
    known = plants(LADDERS["Sb"](2024, estimates=True))
    mine = known[Node("Sb", "mining", "CHN", "make")]
    assert mine.production is not None
    assert mine.production.chosen.value == 46_223
    assert mine.recovery is None
    assert known[Node("Sb", "refining", "CHN", "make")].recovery is not None
    held = known[Node("Sb", "intermediate", "JPN", "market")]
    assert held.stock is not None
    assert held.production is None
