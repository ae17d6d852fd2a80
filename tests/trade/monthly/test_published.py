from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.errors import InputError
from monazite.trade.monthly.published import (
    Interval,
    amount,
    amount_rounding,
    number,
    percent,
    percent_interval,
    rounding,
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5,864.6", "5864.6"),
        ("−5.67 %", "-5.67"),
        ("-13.7", "-13.7"),
        ("+2.3%", "2.3"),
        (7, "7"),
        (Decimal("18.70"), "18.70"),
    ],
)
def test_a_number_keeps_its_printed_digits(written: str | int | Decimal, value: str) -> None:
    assert str(number(written, "change")) == value


@pytest.mark.parametrize("written", ["", "abc", "nan", "inf", "1_000", "1.2.3", "４", "%"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(InputError) as caught:
        number(written, "figure")
    assert caught.value.field == "figure"


def test_a_mass_is_not_negative() -> None:
    assert amount("0", "figure") == 0
    with pytest.raises(InputError, match="0 or more"):
        amount("-1", "figure")


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("18.7", "18.65", "18.75"),
        ("6217", "6216.5", "6217.5"),
        ("-5.67", "-5.675", "-5.665"),
        ("5E+1", "45", "55"),
    ],
)
def test_printed_digits_say_how_far_a_number_was_rounded(printed: str, low: str, high: str) -> None:
    assert rounding(Decimal(printed)) == Interval(Decimal(low), Decimal(high))


def test_a_mass_rounded_to_zero_is_not_below_it() -> None:
    assert amount_rounding(Decimal(0)) == Interval(Decimal(0), Decimal("0.5"))


def test_changes_and_their_intervals() -> None:
    assert percent(Decimal(150), Decimal(100)) == 50
    around = percent_interval(rounding(Decimal("18.7")), rounding(Decimal("21.7")))
    assert around.low.quantize(Decimal("0.01")) == Decimal("-14.25")
    assert around.high.quantize(Decimal("0.01")) == Decimal("-13.39")


def test_intervals_meet_at_their_ends() -> None:
    one, two = Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3))
    assert one.overlaps(two)
    assert not one.overlaps(Interval(Decimal("2.1"), Decimal(3)))
    assert one + two == Interval(Decimal(3), Decimal(5))
