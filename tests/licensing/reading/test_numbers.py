from __future__ import annotations

from decimal import Decimal

from hypothesis import given, seed
from hypothesis import strategies as st

from monazite.licensing.hygiene import Problem
from monazite.licensing.reading.numbers import count, decimal, share

LARGEST = Decimal("999999999999.999999")


@seed(20261122)
@given(st.decimals(-LARGEST, LARGEST, places=6))
def test_every_figure_that_can_be_kept_is_read_to_the_last_digit(number: Decimal) -> None:
    assert decimal(f"{number:f}") == number


@seed(20261122)
@given(st.integers(10**12, 10**30))
def test_a_figure_too_large_is_never_cut(number: int) -> None:
    found = decimal(str(number))
    assert isinstance(found, Problem)
    assert found.code == "too_many_digits"


@seed(20261122)
@given(st.integers(0, 1_000_000))
def test_a_per_cent_is_the_same_share(parts: int) -> None:
    whole = Decimal(parts) / 1_000_000
    assert share(f"{whole:f}") == share(f"{whole * 100:f} %") == whole


@seed(20261122)
@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_problem_that_shows_it(text: str) -> None:
    for reader in (decimal, share, count):
        found = reader(text)
        assert isinstance(found, (Decimal, int)) or "value" in found.values


def test_nothing_below_nothing_is_nothing() -> None:
    assert str(decimal("-0.0")) == "0"


def test_zeros_in_front_count_no_digits() -> None:
    assert decimal("0" * 30 + "12.5") == Decimal("12.5")


def test_a_number_of_a_million_digits_is_no_count_and_costs_nothing() -> None:
    found = count(10**1_000_000)
    assert isinstance(found, Problem)
