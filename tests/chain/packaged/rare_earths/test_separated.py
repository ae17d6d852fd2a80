from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.packaged.rare_earths.elements import ELEMENTS, HEAVY, MAGNETIC, TO_OXIDE, among
from monazite.chain.packaged.rare_earths.mined import mined
from monazite.chain.packaged.rare_earths.separated import moves, recoveries, separated

YEARS = range(2018, 2025)


@pytest.mark.parametrize("year", YEARS)
def test_what_plants_take_is_what_mines_gave(year: int) -> None:
    taken = np.sum([plant.taken for plant in separated(year).values()], axis=0)
    assert taken == pytest.approx(np.sum(list(mined(year).values()), axis=0))


@pytest.mark.parametrize("year", YEARS)
def test_plants_put_out_what_they_recover(year: int) -> None:
    for plant in separated(year).values():
        come = plant.taken + plant.added + plant.unknown
        assert plant.output == pytest.approx(recoveries("refining") * come)
        assert (plant.added >= 0).all()
        assert (plant.unknown >= 0).all()


def test_samarium_alone_is_left_behind_for_want_of_users() -> None:
    kept = dict(zip(ELEMENTS, recoveries("refining"), strict=True))
    assert kept.pop("Sm") < 0.5 * min(kept.values())
    assert set(kept.values()) == {0.92}


def test_refined_magnet_rare_earths_are_those_of_the_iea() -> None:
    four = {
        country: float(plant.output @ among(MAGNETIC)) for country, plant in separated(2024).items()
    }
    assert four["CHN"] == pytest.approx(73757)
    assert four["MYS"] == pytest.approx(3625, rel=0.01)
    assert four["USA"] == pytest.approx(961, rel=0.01)
    assert sum(four.values()) == pytest.approx(80805, rel=0.01)


@pytest.mark.parametrize("year", YEARS)
def test_heavy_rare_earths_are_separated_in_china(year: int) -> None:
    heavy = {
        country: float(plant.output @ among(HEAVY)) for country, plant in separated(year).items()
    }
    assert heavy["CHN"] / sum(heavy.values()) > 0.97


def test_what_the_united_states_separate_is_what_usgs_prints() -> None:
    made = {year: separated(year)["USA"].output @ TO_OXIDE for year in (2021, 2022, 2023, 2024)}
    assert made == pytest.approx({2021: 120, 2022: 95, 2023: 800, 2024: 4300}, rel=0.25)
    assert "USA" not in separated(2020)


def test_ore_of_mount_weld_goes_to_malaysia_and_its_heavy_part_to_china() -> None:
    moved = {
        ends: np.sum([one.amounts for one in moves(2024) if one[:2] == ends], axis=0)
        for ends in (("AUS", "MYS"), ("MYS", "CHN"))
    }
    ore = mined(2024)
    assert moved["AUS", "MYS"] == pytest.approx(ore["AUS"])
    assert moved["MYS", "CHN"] == pytest.approx(ore["MYS"] + among(HEAVY) * ore["AUS"])


def test_scandium_enters_at_plants_and_is_mined_nowhere() -> None:
    plants = separated(2024)
    scandium = among(("Sc",))
    assert sum(amounts @ scandium for amounts in mined(2024).values()) == 0
    entered = sum(plant.output @ scandium for plant in plants.values())
    assert entered == pytest.approx(40 / (TO_OXIDE @ scandium), rel=0.01)
    assert plants["RUS"].output @ scandium > plants["USA"].output @ scandium
