from __future__ import annotations

import numpy as np
import pytest

from monazite.chain.packaged.production import counted
from monazite.chain.packaged.rare_earths.elements import ELEMENTS, MAGNETIC, TO_OXIDE, among
from monazite.chain.packaged.rare_earths.mined import COMMODITY, assay, mined, readings
from monazite.trade.packaged.tables import production_totals

YEARS = range(2018, 2025)


def hhi(amounts: dict[str, float]) -> float:
    whole = sum(amounts.values())
    return sum((one / whole) ** 2 for one in amounts.values())


@pytest.mark.parametrize(
    ("commodity", "expected"),
    [
        (COMMODITY, (0.4632, 0.5218, 0.4534, 0.4862)),
        ("Gallium", (0.8925, 0.9679, 0.9667, 0.9739)),
        ("Germanium", (0.8072, 0.8764, 0.8939, 0.8726)),
        ("Antimony", (0.3224, 0.2754, 0.2655, 0.2129)),
        ("Tungsten (W)", (0.6592, 0.6006, 0.6638, 0.6146)),
        ("Graphite", (0.5649, 0.4667, 0.5388, 0.5861)),
    ],
)
def test_concentration_is_that_of_world_mining_data(
    commodity: str, expected: tuple[float, ...]
) -> None:
    for year, value in zip((2018, 2022, 2023, 2024), expected, strict=True):
        amounts = {country: one.value for country, one in counted(commodity, year).items()}
        assert hhi(amounts) == pytest.approx(value, abs=1e-4)


def test_the_row_of_the_world_is_no_country() -> None:
    # Left in, it would halve every share: gallium would have an HHI of .49.
    for year in YEARS:
        whole = next(
            one["quantity"]
            for one in production_totals().to_pylist()
            if (one["commodity"], one["year"]) == ("Gallium", year)
        )
        amounts = {country: one.value for country, one in counted("Gallium", year).items()}
        assert sum(amounts.values()) < 1.5 * whole
        assert hhi(amounts) > 0.8


@pytest.mark.parametrize("year", YEARS)
def test_the_elements_of_a_country_are_its_oxides(year: int) -> None:
    for country, amounts in mined(year).items():
        assert amounts @ TO_OXIDE == pytest.approx(readings(year)[country].chosen.value)
        assert (amounts >= 0).all()


@pytest.mark.parametrize("year", YEARS)
def test_every_country_that_mines_has_an_assay_of_sum_one(year: int) -> None:
    assert readings(year).keys() == mined(year).keys()
    for country in mined(year):
        assert assay(country, year).shares.sum() == pytest.approx(1.0)


def test_the_magnetic_four_are_those_of_the_iea() -> None:
    four = {country: float(amounts @ among(MAGNETIC)) for country, amounts in mined(2024).items()}
    assert four["CHN"] == pytest.approx(45787)
    assert four["MMR"] == pytest.approx(12072)
    assert four["AUS"] == pytest.approx(3235)
    assert four["USA"] == pytest.approx(6860)
    named = {"CHN", "MMR", "AUS", "USA"}
    assert sum(one for place, one in four.items() if place not in named) == pytest.approx(7145)


def test_heavy_rare_earths_come_from_ionic_clay() -> None:
    at = ELEMENTS.index("Dy")
    clay = assay("MMR", 2024).shares[at]
    for country in ("USA", "AUS"):
        assert assay(country, 2024).shares[at] < clay / 5


def test_china_in_2018_had_more_of_clay_than_in_2024() -> None:
    at = ELEMENTS.index("Y")
    assert assay("CHN", 2018).shares[at] > 2 * assay("CHN", 2024).shares[at]


def test_a_country_without_a_deposit_has_no_assay() -> None:
    found = assay("DEU", 2024)
    assert found.rows == ()
    assert not np.any(found.shares)


def test_publishers_that_disagree_are_all_kept_and_one_is_named() -> None:
    australia = readings(2024)["AUS"]
    assert australia.chosen.source.startswith("World Mining Data")
    assert {one.value for one in australia.others} == {29000, 13000}
    assert australia.why == "one_table"
