from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.errors import InputError
from monazite.facts import row, table
from monazite.trade.packaged.rates import usd_per


@pytest.mark.parametrize(
    ("period", "published"),
    [
        ("1999", "1.0658"),
        ("2010", "1.3257"),
        ("2015", "1.1095"),
        ("2023", "1.0813"),
        ("2024", "1.0824"),
    ],
)
def test_a_years_average_of_the_euro_is_the_ecbs_own(period: str, published: str) -> None:
    rate = usd_per("EUR", period)
    assert rate is not None
    assert abs(rate - Decimal(published)) <= Decimal("0.0001")


@pytest.mark.parametrize(
    ("currency", "low", "high"),
    [("CNY", "0.138", "0.142"), ("JPY", "0.0064", "0.0068"), ("GBP", "1.26", "1.30"),
     ("KRW", "0.00072", "0.00075"), ("EUR", "1.081", "1.084")],
)  # fmt: skip
def test_magnitudes_of_2024_are_those_of_the_markets(currency: str, low: str, high: str) -> None:
    rate = usd_per(currency, "2024")
    assert rate is not None
    assert Decimal(low) <= rate <= Decimal(high)


def test_a_month_is_its_row_of_the_facts() -> None:
    assert usd_per("EUR", "2024-05") == Decimal(
        row("exchange-rates/EUR-2024-05").fields["usd_per_unit"]
    )


def test_the_currency_may_be_written_small() -> None:
    assert usd_per(" eur ", "2024-05") == usd_per("EUR", "2024-05")


def test_joined_months_weigh_by_their_fixings() -> None:
    january, february = (row(f"exchange-rates/CNY-2025-0{n}").fields for n in (1, 2))
    parts = [Decimal(one["usd_per_unit"]) * int(one["fixings"]) for one in (january, february)]
    total = sum(parts, Decimal(0))
    mean = total / (int(january["fixings"]) + int(february["fixings"]))
    rate = usd_per("CNY", "2025-01/02")
    assert rate is not None
    assert abs(rate - mean) < Decimal("0.000001")
    assert usd_per("CNY", "2025-01..02") == rate


def test_a_span_of_a_whole_year_is_the_year() -> None:
    assert usd_per("GBP", "2024-01..12") == usd_per("GBP", "2024")
    assert usd_per("GBP", "2023-07..2024-06") not in {None, usd_per("GBP", "2024")}


def test_a_dollar_is_a_dollar_in_any_year() -> None:
    assert usd_per("USD", "1990") == Decimal(1)


@pytest.mark.parametrize(
    ("currency", "period"),
    [("EUR", "1998-12"), ("CNY", "2005"), ("CNY", "2005-03"), ("XXX", "2024"), ("", "2024"), ("EUR", "2031-Q2"),
     ("CNY", "2005-03..05")],
)  # fmt: skip
def test_an_unknown_rate_is_none_and_never_a_guess(currency: str, period: str) -> None:
    assert usd_per(currency, period) is None


def test_a_period_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(InputError) as refused:
        usd_per("EUR", "May 24")
    assert refused.value.field == "period"


def test_no_year_stands_that_lacks_a_month() -> None:
    periods = {(one.fields["currency"], one.fields["period"]) for one in table("exchange-rates")}
    for currency, period in periods:
        if len(period) == 4:
            assert all((currency, f"{period}-{n:02d}") in periods for n in range(1, 13)), (
                currency,
                period,
            )
