"""Numbers as they were printed: the digits say how far the number was rounded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from monazite.errors import InputError

HUNDRED = Decimal(100)
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true value lies, both ends included."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: Interval) -> bool:
        """Whether one value can lie in both."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)


def number(value: Decimal | str | int, field: str) -> Decimal:
    """A finite number with its printed digits kept: "5,864.6", "−5.67 %"; InputError otherwise."""
    text = str(value).replace("−", "-").replace(",", "").strip().removesuffix("%").strip()
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    # A float would hide its printed digits, and an underscore is no digit.
    if not found.is_finite() or "_" in text or not text.isascii():
        raise InputError(field, value, "a number as printed, such as 18.7 or -13.7")
    return found


def amount(value: Decimal | str | int, field: str) -> Decimal:
    """A mass or a value as printed: a number that is not negative; InputError otherwise."""
    found = number(value, field)
    if found < 0:
        raise InputError(field, value, "a number of 0 or more, such as 18.7")
    return found


def rounding(value: Decimal) -> Interval:
    """What a printed number may stand for: half a unit of its last digit to each side."""
    half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
    return Interval(value - half, value + half)


def amount_rounding(value: Decimal) -> Interval:
    """Likewise for a mass or a value, which cannot lie below zero."""
    around = rounding(value)
    return Interval(max(around.low, Decimal(0)), around.high)


def percent(now: Decimal, base: Decimal) -> Decimal:
    """The change from base to now in per cent; the base is above zero."""
    return (now / base - 1) * HUNDRED


def percent_interval(now: Interval, base: Interval) -> Interval:
    """Every change in per cent that the two intervals allow; the base lies above zero."""
    return Interval(percent(now.low, base.high), percent(now.high, base.low))
