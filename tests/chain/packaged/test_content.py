from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.chain.packaged.content import RICH, content, price


def test_a_dear_concentrate_is_a_rich_one() -> None:
    assert content("Sb", 9.3, 2024) == RICH["Sb"]
    assert content("W", 17.0, 2024) == RICH["W"]


def test_cheap_ore_holds_what_was_paid_for() -> None:
    # 10.24 dollars a pound of metal, of which ore fetches 65 %: 14.67 a kg; 1.80 paid is 12 %.
    assert content("Sb", 1.8, 2024) == pytest.approx(1.8 / (10.24 / 0.45359237 * 0.65))


def test_a_metric_ton_unit_is_turned_into_kilograms_of_tungsten() -> None:
    known = price("W", 2024)
    assert known is not None
    assert known.usd_kg == pytest.approx(252 / 7.93)


def test_without_a_price_a_good_concentrate_is_meant() -> None:
    assert price("Sb", 2018) is None
    assert content("Sb", 0.1, 2018) == RICH["Sb"]


@given(st.floats(0, 1e6), st.sampled_from(["Sb", "W"]), st.integers(2018, 2025))
def test_content_is_a_fraction_and_never_above_that_of_a_good_concentrate(
    unit_value: float, element: str, year: int
) -> None:
    assert 0 < content(element, unit_value, year) <= RICH[element] or 0 < unit_value < 1e-6
