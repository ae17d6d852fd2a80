from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.cli.trade_numbers import (
    digits,
    percent,
    share_bar,
    signed_tonnes,
    sparks,
    thousands,
    tonnes,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"), (float("nan"), "–"), (0, "0"), (Decimal("0.000000"), "0"),
        (1234567.8, "1,234,568"), (123.45, "123"), (12.345, "12.3"), (1.2345, "1.23"),
        (0.0012345, "0.00123"), (-12.345, "−12.3"), (Decimal("28291.123456"), "28,291"),
    ],
)  # fmt: skip
def test_three_digits_count_and_none_is_cut_before_the_point(
    value: float | Decimal | None, text: str
) -> None:
    assert digits(value) == text


def test_masses_are_told_in_tonnes_and_values_in_thousands() -> None:
    assert tonnes(Decimal("1500.5")) == "1.50"
    assert thousands(Decimal(2_000_000)) == "2,000"
    assert tonnes(None) == thousands(None) == "–"


def test_a_difference_carries_its_sign() -> None:
    assert signed_tonnes(Decimal(20_000)) == "+20.0"
    assert signed_tonnes(Decimal(-20_000)) == "−20.0"
    assert signed_tonnes(None) == "–"


def test_a_share_that_is_not_known_is_not_nothing() -> None:
    assert percent(None, "en") == percent(float("nan"), "zh") == "–"
    assert percent(0.0, "en") == "0.0 %"
    assert percent(0.1234, "zh") == "12.3%"
    assert share_bar(None) == share_bar(float("nan")) == " " * 8


@pytest.mark.parametrize(
    ("share", "bar"),
    [(0, ""), (1, "████████"), (0.5, "████"), (0.0625, "▌"), (1.2, "████████"), (-0.1, "")],
)
def test_a_bar_is_as_long_as_its_share(share: float, bar: str) -> None:
    assert share_bar(share) == bar.ljust(8)


def test_a_trend_tells_nothing_from_not_known() -> None:
    assert sparks([1.0, 0.5, 0.0, None, 0.01], 1.0) == "█▅0·▁"
    assert sparks([0.0, None], 0.0) == "0·"
