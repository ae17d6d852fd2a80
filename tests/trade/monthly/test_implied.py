from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.errors import InputError
from monazite.trade.monthly.figures import Figure, unknown
from monazite.trade.monthly.implied import implied_base, implied_interval, implied_value
from monazite.trade.monthly.published import amount_rounding, rounding


def printed(value: str, unit: str = "t", confidence: str = "reported") -> Figure:
    number = Decimal(value)
    around = (rounding if unit == "%" else amount_rounding)(number)
    interval = around if confidence == "reported" else None
    return Figure(number, unit, (f"row/{value}",), confidence, None, interval)


def test_the_base_of_a_level_and_its_change_with_the_rounding_of_both() -> None:
    found = implied_base(printed("5864.6"), printed("-5.67", "%"))
    assert found is not None
    assert found.value == Decimal("6217.11")
    assert found.interval is not None
    assert found.interval.low < Decimal(6217) < found.interval.high
    assert (found.confidence, found.unit) == ("derived", "t")
    assert found.sources == ("row/5864.6", "row/-5.67")


def test_a_value_of_may_2024() -> None:
    found = implied_base(printed("18.7", "USD million"), printed("-48.3", "%"))
    assert found is not None
    assert found.value == Decimal("36.17")


def test_a_derived_input_leaves_no_interval_and_stays_as_weak() -> None:
    found = implied_base(printed("4814", confidence="derived-weak"), printed("8.3", "%"))
    assert found is not None
    assert (found.interval, found.confidence) == (None, "derived-weak")


def test_nothing_follows_from_the_unknown_nor_from_a_fall_to_nothing() -> None:
    assert implied_base(unknown("t", "joined"), printed("3", "%")) is None
    assert implied_base(printed("0"), printed("-100", "%")) is None
    assert implied_interval(rounding(Decimal(1)), rounding(Decimal("-99.8"))) is not None
    assert implied_interval(rounding(Decimal(1)), rounding(Decimal(-100))) is None
    with pytest.raises(InputError, match="above -100"):
        implied_value(Decimal(1), Decimal(-100))
