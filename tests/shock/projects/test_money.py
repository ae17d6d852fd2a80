from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from monazite.facts import row
from monazite.shock.projects.money import currencies, money, rate


def test_a_cost_in_dollars_is_as_it_was_printed() -> None:
    found = money(Decimal(410), "USD", date(2026, 1, 15))
    assert (found.musd, found.rate, found.rate_row) == (Decimal(410), Decimal(1), "")


@pytest.mark.parametrize(
    ("currency", "on", "of_row"),
    [
        ("AUD", date(2025, 9, 15), "exchange-rates/AUD-2025-09"),
        ("EUR", date(2025, 3, 31), "exchange-rates/EUR-2025-03"),
        ("EUR", date(2026, 11, 20), "exchange-rates/EUR-2026-10"),
        ("EUR", date(2031, 1, 1), "exchange-rates/EUR-2026-10"),
    ],
)
def test_another_currency_is_converted_at_the_month_of_the_statement_or_the_last_before_it(
    currency: str, on: date, of_row: str
) -> None:
    found = money(Decimal(100), currency, on)
    usd = Decimal(row(of_row).fields["usd_per_unit"])
    assert (found.rate, found.rate_row) == (usd, of_row)
    assert found.musd == (100 * usd).quantize(Decimal("0.01"))
    assert found.amount_m == 100


def test_a_month_without_a_rate_has_that_of_its_year(monkeypatch: pytest.MonkeyPatch) -> None:
    from monazite.shock.projects import money as module  # noqa: PLC0415 - only here is it changed

    only = {"EUR": {"2025": module.Rate(Decimal("1.1"), "of-the-year")}}
    monkeypatch.setattr(module, "_rates", lambda: only)
    assert rate("EUR", date(2025, 3, 1)) == (Decimal("1.1"), "of-the-year")


def test_before_the_first_rate_nothing_is_known_and_nothing_is_guessed() -> None:
    found = money(Decimal(100), "CNY", date(2001, 1, 1))
    assert (found.musd, found.rate, found.rate_row) == (None, None, "")
    assert rate("XAU", date(2025, 1, 1)) is None


def test_the_dollar_is_the_first_of_the_currencies() -> None:
    assert currencies()[0] == "USD"
    assert {"AUD", "CAD", "EUR", "KRW"} <= {*currencies()}
