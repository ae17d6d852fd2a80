"""Numbers of goods, ways and uses."""

from __future__ import annotations

import pytest

from monazite.errors import InputError
from monazite.shock.model.model import Good
from monazite.shock.model.numbers import capacity, lag, price, qualify, use


def test_prices_are_those_of_the_rows_they_name() -> None:
    assert price(Good("Ga", "refining"), 2023) == 365
    assert price(Good("Ge", "refining"), 2024) == 1991
    # 10.24 dollars a pound
    assert price(Good("Sb", "refining"), 2024) == pytest.approx(22.58, abs=0.01)


def test_a_rare_earth_is_priced_by_the_element_in_its_oxide() -> None:
    # 260 dollars a kg of Dy2O3, 1.1477 kg of which hold 1 kg of Dy
    assert price(Good("Dy", "refining"), 2024) == pytest.approx(260 * 1.1477, rel=1e-3)
    assert price(Good("Dy", "metal"), 2024) == pytest.approx(260 * 1.1477 * 1.12, rel=1e-3)


def test_the_nearest_year_stands_for_years_without_a_row() -> None:
    assert price(Good("Ga", "refining"), 2018) == price(Good("Ga", "refining"), 2022)


def test_a_good_without_a_price_is_told() -> None:
    with pytest.raises(InputError, match="good"):
        price(Good("Xx", "metal"), 2024)


@pytest.mark.parametrize(
    ("source", "target", "dear", "weeks"),
    [
        ("CHN", "VNM", 50, 1), ("CHN", "JPN", 50, 2), ("CHN", "DEU", 50, 5), ("CHN", "USA", 50, 5),
        ("CHN", "RUS", 50, 4), ("CHN", "ROW", 50, 5), ("CHN", "USA", 500, 1),
    ],
)  # fmt: skip
def test_weeks_on_the_way(source: str, target: str, dear: float, weeks: int) -> None:
    assert lag(source, target, dear) == weeks


def test_weeks_are_the_same_both_ways() -> None:
    assert lag("DEU", "CHN", 50) == lag("CHN", "DEU", 50)


def test_a_magnet_takes_longer_to_qualify_than_an_oxide() -> None:
    assert qualify("magnet") >= 26 > qualify("refining")
    assert capacity("magnet") > 1


def test_uses_without_a_row_of_their_own_are_those_of_any() -> None:
    assert use("Er", "glass") == use("La", "glass")
    assert use("NdFeB-heavy", "traction").at_stake == 0.9
