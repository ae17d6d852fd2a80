"""What left in a month, read in one statement: each firm's share by kind of leaving, exactly."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import partial
from typing import Any

from django.db import connection

from monazite.customs.regime import Rules
from monazite.customs.statistics.exact import PLACES
from monazite.customs.statistics.shares import Share
from monazite.desk import sql
from monazite.desk.figures.engine import in_memory
from monazite.trade.packaged.rates import usd_per

EXPORT = "export"
"""The kind under which all kinds that count as exports stand."""
_LEFT = """
SELECT d.series, i.hs, d.destination, d.arrival, d.organisation_id, i.second_unit, i.currency,
  CASE WHEN x.id IS NULL THEN '' ELSE x.reason END, COUNT(*), SUM({mass}), SUM({value}),
  SUM({second})
FROM gate_declaration d
JOIN gate_item i ON i.declaration_id = d.id
JOIN gate_left l ON l.item_id = i.id
LEFT JOIN statistics_exclusion x ON x.item_id = i.id AND NOT x.counts
WHERE d.exited_on >= %s AND d.exited_on < %s AND d.state = 'exited' AND d.regime = %s
  AND l.quantity > 0
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
"""
_MILLION = 10**PLACES


@dataclass(frozen=True, slots=True)
class Collected:
    """A month's shares by kind of leaving; releases: how many items are in them.

    excluded: how many items were left out, by reason; currencies: sums by kind and currency; rates:
    US dollars for one unit, None where no rate of the month is known.
    """

    shares: dict[str, list[Share]]
    releases: int
    excluded: dict[str, int]
    currencies: dict[str, dict[str, Decimal]]
    rates: dict[str, Decimal | None]


def collect(regime: str, rules: Rules, first: date, after: date) -> Collected:
    """What left from a day on until before another, under a regime."""
    rows = _rows(regime, first, after)
    month = f"{first:%Y-%m}"
    rates = {currency: usd_per(currency, month) for currency in {row[6] for row in rows}}
    found: dict[str, list[Share]] = defaultdict(list)
    excluded: Counter[str] = Counter()
    currencies: dict[str, Counter[str]] = defaultdict(Counter)
    releases = 0
    in_dollars = {currency: partial(_dollars, rate) for currency, rate in rates.items()}
    for (
        kind,
        hs,
        destination,
        arrival,
        firm,
        unit,
        currency,
        why,
        count,
        mass,
        value,
        second,
    ) in rows:
        if why:
            excluded[why] += count
            continue
        said = rules.series.get(kind)
        series = EXPORT if said and said.counted else kind
        releases += count
        currencies[series][currency] += int(value)
        usd = in_dollars[currency](int(value))
        found[series].append(
            Share(hs, destination, arrival, str(firm), int(mass), usd, int(second or 0), unit)
        )
    return Collected(dict(found), releases, dict(excluded), _plain(currencies), rates)


def _rows(regime: str, first: date, after: date) -> list[tuple[Any, ...]]:
    exact = "l.{}" if connection.vendor == "sqlite" else f"l.{{}} * {_MILLION}"
    columns = {
        "mass": exact.format("mass_kg"),
        "value": exact.format("value"),
        "second": exact.format("second_quantity"),
    }
    with in_memory():
        return sql.rows(_LEFT.format(**columns), [first.isoformat(), after.isoformat(), regime])


def _dollars(rate: Decimal | None, millionths: int) -> int | None:
    if rate is None:
        return None
    return int((millionths * rate).to_integral_value(ROUND_HALF_EVEN))


def _plain(sums: dict[str, Counter[str]]) -> dict[str, dict[str, Decimal]]:
    return {
        series: {currency: Decimal(sum_).scaleb(-PLACES) for currency, sum_ in sorted(by.items())}
        for series, by in sorted(sums.items())
    }
