"""Costs in US dollars, at the mean rate of the month in which they were stated."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from monazite.facts import table
from monazite.shock.projects.project import Money

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

DOLLAR = "USD"
_CENT = Decimal("0.01")


class Rate(NamedTuple):
    """US$ for one unit of a currency, and the packaged row that says so."""

    usd: Decimal
    row: str


@cache
def currencies() -> tuple[str, ...]:
    """The currencies that can be converted, the dollar first."""
    return (DOLLAR, *sorted(_rates()))


def rate(currency: str, on: date) -> Rate | None:
    """The rate of the month of a day, else of its year, else of the last month before it.

    None where no rate is packaged: a currency without rates, or a day before the first of them.
    """
    known = _rates().get(currency, {})
    month = f"{on:%Y-%m}"
    earlier = [one for one in known if len(one) == len(month) and one < month]
    period = next((one for one in (month, f"{on:%Y}") if one in known), max(earlier, default=""))
    return known.get(period)


def money(amount_m: Decimal, currency: str, on: date) -> Money:
    """A cost as it was printed and in million US$, to the cent of a million."""
    if currency == DOLLAR:
        return Money(amount_m, currency, amount_m, Decimal(1), "")
    found = rate(currency, on)
    if found is None:
        return Money(amount_m, currency, None, None, "")
    musd = (amount_m * found.usd).quantize(_CENT, ROUND_HALF_EVEN)
    return Money(amount_m, currency, musd, found.usd, found.row)


@cache
def _rates() -> Mapping[str, Mapping[str, Rate]]:
    """By currency and period."""
    found: dict[str, dict[str, Rate]] = {}
    for row in table("exchange-rates"):
        one = Rate(Decimal(row.fields["usd_per_unit"]), row.id)
        found.setdefault(row.fields["currency"], {})[row.fields["period"]] = one
    return found
