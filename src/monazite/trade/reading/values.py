"""Values in dollars: exact where the publisher gives dollars, else at the period's average rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from monazite.trade.reading.decimals import WIDE, scaled

if TYPE_CHECKING:
    from decimal import Decimal

    from monazite.trade.reading.vocabulary import Numbers, Vocabularies

USD = "USD"
_RATE = pa.decimal128(36, 18)
_BITS = 20


class Rate(Protocol):
    """US dollars for one unit of a currency in a period; None where no rate is known."""

    def __call__(self, currency: str, period: str) -> Decimal | None:
        """The rate of a currency (ISO 4217) in a period ("2024", "2024-05")."""
        ...


def packaged_rate(currency: str, period: str) -> Decimal | None:
    """The average rate that Monazite carries (`trade.packaged.rates`)."""
    from monazite.trade.packaged.rates import usd_per  # noqa: PLC0415 - dollars need none

    return usd_per(currency, period)


def in_dollars(
    value: pa.Array, currency: Numbers, period: Numbers, words: Vocabularies, rate: Rate
) -> tuple[pa.Array, pa.Array]:
    """`value_usd` and `value_reported` of rows: the second is null where dollars were reported."""
    dollars = currency == words.small.number(USD)
    if dollars.all():
        return value, pa.nulls(len(value), WIDE)
    kinds, inverse = np.unique(currency.astype(np.int64) << _BITS | period, return_inverse=True)
    rates = [_rate(int(kind), words, rate) for kind in kinds]
    by_row = pa.array(rates, _RATE).take(pa.array(inverse))
    known = pa.array(dollars)
    return pc.if_else(known, value, scaled(value, by_row)), pc.if_else(known, None, value)


def _rate(kind: int, words: Vocabularies, rate: Rate) -> Decimal | None:
    if kind < 0:  # one of the two is no word: the row is rejected for it
        return None
    currency, period = kind >> _BITS, kind & ((1 << _BITS) - 1)
    name = words.small.words[currency]
    return None if name == USD else rate(name, words.periods.words[period].split(" ", 1)[1])
