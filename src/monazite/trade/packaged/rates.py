"""Exchange rates to the US dollar: averages of a period, from the packaged table of facts.

A rate is the mean of the daily cross rates over the euro that the European Central Bank fixed in
the period (facts table `exchange-rates`, made by `tools/build_rates.py`). Customs convert each
declaration at the rate of its own day or month, so a value converted here is an approximation of
what the dollar value was; the value as reported always stands beside it.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache

from monazite.facts import table
from monazite.trade.periods import month, parse

DOLLAR = "USD"
_YEAR = 12
_DIGITS = Context(prec=6)
"""As the table's own averages: the fixings have no more digits."""


def usd_per(currency: str, period: str) -> Decimal | None:
    """US dollars for one unit of the currency, on average over the period; None if not known.

    A year, or a month, is a row of the table. Any other period is the mean over the fixings of
    its months. One month that is not known makes the period unknown: nothing is guessed and no
    neighbouring month is taken.

    Args:
        currency: ISO 4217 code, such as EUR; unknown ones have no rate.
        period: as `monazite.trade.periods` reads it, such as 2024, 2024-05 or 2025-01/02.

    Raises:
        InputError: field "period", where that is no period.
    """
    asked, code = parse(period), currency.strip().upper()
    if code == DOLLAR:
        return Decimal(1)
    year = _rates().get((code, asked.text))
    if year is not None:
        return year[0]
    months = [_rates().get((code, _month_text(one))) for one in range(asked.first, asked.last + 1)]
    known = [rate for rate in months if rate is not None]
    if len(known) < len(months):
        return None
    total = sum((rate * fixings for rate, fixings in known), Decimal(0))
    return _DIGITS.divide(total, Decimal(sum(fixings for _, fixings in known)))


@cache
def _rates() -> dict[tuple[str, str], tuple[Decimal, int]]:
    """The rate and its number of fixings by currency and period."""
    return {
        (row.fields["currency"], row.fields["period"]): (
            Decimal(row.fields["usd_per_unit"]),
            int(row.fields["fixings"]),
        )
        for row in table("exchange-rates")
    }


def _month_text(index: int) -> str:
    return month(index // _YEAR, index % _YEAR + 1).text
