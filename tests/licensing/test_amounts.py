from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.licensing.amounts import Measured, amount, measured


@pytest.mark.parametrize(
    ("value", "said"),
    [("12500.500000", "12,500.5"), ("100", "100"), ("0.000001", "0.000001"), ("1000.0", "1,000")],
)
def test_an_amount_is_read_at_a_glance(value: str, said: str) -> None:
    assert amount(Decimal(value)) == said


def test_one_piece_and_several_in_both_languages() -> None:
    assert measured(Decimal(1), "piece", "en") == "1 piece"
    assert Measured("48000", "piece").said("en") == "48,000 pieces"
    assert Measured("48000", "piece").said("zh") == "48,000 个"
