from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.packaged.rare_earths.alloys import (
    ALLOYS,
    HEAVY_GRADE,
    SMCO,
    STANDARD,
    alloys,
    made,
    tonnes,
)
from monazite.chain.packaged.rare_earths.elements import ELEMENTS
from monazite.chain.packaged.rare_earths.metals import output

YEARS = range(2018, 2025)


@pytest.mark.parametrize("year", YEARS)
def test_no_more_goes_into_magnets_than_was_made_into_metal(year: int) -> None:
    metal = np.sum(list(output(year).values()), axis=0)
    taken = np.sum([made(year)[alloy].taken for alloy in ALLOYS], axis=0)
    assert (taken <= metal * (1 + 1e-12)).all()
    assert taken[ELEMENTS.index("Dy")] == pytest.approx(metal[ELEMENTS.index("Dy")])


@pytest.mark.parametrize("year", YEARS)
def test_magnets_hold_what_the_table_prints(year: int) -> None:
    for alloy, (_, content) in made(year).items():
        whole = sum(one.value for one in alloys()[alloy].holds.values())
        assert content.sum() == pytest.approx(whole, rel=0.01)
    assert made(year)[HEAVY_GRADE].content[ELEMENTS.index("Dy")] == pytest.approx(0.03, abs=0.003)


def test_a_heavy_magnet_holds_light_rare_earths_too() -> None:
    holds = alloys()[HEAVY_GRADE].holds
    assert holds["Nd"].value / holds["Pr"].value == pytest.approx(4.0)
    assert sum(one.value for one in holds.values()) == pytest.approx(0.30)
    assert "Dy" not in alloys()[STANDARD].holds
    assert set(alloys()[SMCO].holds) == {"Sm"}


@pytest.mark.parametrize("alloy", ALLOYS)
def test_makers_have_all_of_it(alloy: str) -> None:
    amounts = tonnes(alloy, 2024)
    assert amounts["CHN"] == max(amounts.values())
    assert min(amounts.values()) > 0


def test_china_makes_94_per_cent_of_ndfeb() -> None:
    for alloy in (STANDARD, HEAVY_GRADE):
        amounts = tonnes(alloy, 2024)
        assert amounts["CHN"] / sum(amounts.values()) == pytest.approx(0.94)


@pytest.mark.parametrize(("year", "least", "most"), [(2018, 1500, 4000), (2024, 3000, 4000)])
def test_samarium_that_nobody_needs_is_no_magnet(year: int, least: float, most: float) -> None:
    # 3 to 4 kt a year are recalled; all samarium that is mined would make 12 kt.
    assert least < sum(tonnes(SMCO, year).values()) < most
