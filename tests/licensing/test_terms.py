"""Months of a term, numbers of firms, exact masses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.licensing.application import Line
from monazite.licensing.identifiers import check_sign, is_social_credit_code
from monazite.licensing.masses import mass_kg, written
from monazite.licensing.terms import months_after, weekdays_after


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
        (date(2026, 12, 1), 999_999_999, date.max),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


@pytest.mark.parametrize(
    ("code", "good"),
    [
        ("91350100M000100Y43", True),  # the example of the standard
        ("91350100m000100y43", True),
        ("91350100M000100Y44", False),
        ("91350100M000100Y4", False),
        ("91350100M0001OOY43", False),
        ("", False),
    ],
)
def test_a_social_credit_code_checks_itself(code: str, good: bool) -> None:
    assert is_social_credit_code(code) is good


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17), st.integers(0, 16))
def test_one_wrong_sign_is_noticed(code: str, at: int) -> None:
    whole = code + check_sign(code)
    other = "1" if whole[at] == "0" else "0"
    assert is_social_credit_code(whole)
    assert not is_social_credit_code(whole[:at] + other + whole[at + 1 :])


def test_masses_are_exact() -> None:
    assert mass_kg(Line(quantity=Decimal("0.1"), unit="g")) == Fraction(1, 10000)
    assert mass_kg(Line(quantity=Decimal(2), unit="piece", mass_kg=Decimal("0.3"))) == Fraction(
        3, 10
    )
    assert mass_kg(Line(unit="kg")) is None
    assert written(Fraction(1, 3)) == "0.333333"
    assert written(Fraction(1200)) == "1200"
    assert written(Fraction(5, 10**7)) == "0"


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 11, 23), 45, date(2027, 1, 25)),
    ],
)
def test_working_days_are_those_of_the_week(day: date, count: int, then: date) -> None:
    assert weekdays_after(day, count) == then
