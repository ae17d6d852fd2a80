from __future__ import annotations

from datetime import date

import pytest

from monazite.errors import InputError
from monazite.trade.mirror.controls import Control, month_number


def control(day: date) -> Control:
    return Control("a control", ("811292",), "CHN", None, day)


@pytest.mark.parametrize(
    ("day", "last_before", "first", "last_year", "first_year"),
    [
        (date(2024, 12, 3), "2024-11", "2025-01", 2023, 2025),
        (date(2023, 8, 1), "2023-07", "2023-08", 2022, 2024),
        (date(2024, 1, 1), "2023-12", "2024-01", 2023, 2024),
        (date(2023, 1, 31), "2022-12", "2023-02", 2022, 2024),
    ],
)
def test_a_period_that_a_control_divides_is_on_neither_side(
    day: date, last_before: str, first: str, last_year: int, first_year: int
) -> None:
    found = control(day)
    assert (found.last_month_before, found.first_month) == (
        month_number(last_before),
        month_number(first),
    )
    assert (found.last_year_before, found.first_year) == (last_year, first_year)


@pytest.mark.parametrize("codes", [(), ("8112",), ("811292", "81129290"), ("81129A",)])
def test_codes_have_six_digits(codes: tuple[str, ...]) -> None:
    with pytest.raises(InputError) as caught:
        Control("a control", codes, "CHN", None, date(2023, 8, 1))
    assert caught.value.field == "codes"


def test_months_count_on_over_the_year_and_joined_ones_have_no_number() -> None:
    december, january = month_number("2024-12"), month_number("2025-01")
    assert december is not None
    assert january == december + 1
    assert month_number("2025-01/02") is None
