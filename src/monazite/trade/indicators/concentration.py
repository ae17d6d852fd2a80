"""Concentration of a market: the Herfindahl–Hirschman index, its bounds, and the top share.

Unit: shares and the index are fractions from 0 to 1; times `DOJ_SCALE` gives the scale to 10,000 on
which the US Department of Justice and the EU write it. Formula: HHI = Σ s², s = x / Σ x.
Source: Hirschman, "The Paternity of an Index", American Economic Review 54 (1964) 761.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.errors import InputError
from monazite.trade.indicators import reasons
from monazite.trade.indicators.values import Indicator, Span, missing

if TYPE_CHECKING:
    from collections.abc import Iterable

DOJ_SCALE = 10_000


def hhi(amounts: Iterable[float]) -> Indicator:
    """The index of suppliers' amounts: 1 is one supplier, 1/n is n suppliers of equal size.

    Raises:
        InputError: field "amounts", where one is negative or not a number.
    """
    known = _amounts(amounts)
    if not (total := sum(known)):
        return missing(reasons.NOTHING_TO_SHARE)
    return Indicator(sum((amount / total) ** 2 for amount in known))


def top_share(amounts: Iterable[float]) -> Indicator:
    """The share of the largest supplier; errors as `hhi`."""
    known = _amounts(amounts)
    if not (total := sum(known)):
        return missing(reasons.NOTHING_TO_SHARE)
    return Indicator(max(known) / total)


def hhi_with_rest(named: Iterable[float], rest: float, largest: float | None = None) -> Span:
    """Every index that is possible where a "rest of world" stands for countries not named.

    Low: the rest is spread over infinitely many suppliers and adds nothing. High: the rest is one
    supplier; where no country of it can exceed `largest` (such as the smallest one named in a list
    of the greatest), it is as many suppliers of that size as fit, and one of what is left.

    Raises:
        InputError: field "amounts", as `hhi`, or where all of them together are zero.
    """
    known = _amounts(named)
    (remainder,) = _amounts((rest,))
    total = _total(known, remainder)
    size = remainder if largest is None else min(largest, remainder)
    whole, left = divmod(remainder, size) if size else (0.0, 0.0)
    squares = sum(amount**2 for amount in known)
    return Span(squares / total**2, (squares + whole * size**2 + left**2) / total**2)


def hhi_with_unspecified(named: Iterable[float], unspecified: float) -> Span:
    """Every index that is possible where an amount has no stated partner, so may be anyone's.

    Low: spread over infinitely many others. High: all of it came from the largest named supplier.

    Raises:
        InputError: as `hhi_with_rest`.
    """
    known = _amounts(named)
    (loose,) = _amounts((unspecified,))
    total = _total(known, loose)
    squares = sum(amount**2 for amount in known)
    top = max(known, default=0.0)
    return Span(squares / total**2, (squares + 2 * top * loose + loose**2) / total**2)


def _total(known: list[float], rest: float) -> float:
    if not (total := sum(known) + rest):
        raise InputError("amounts", 0, "amounts of which at least one is above zero")
    return total


def _amounts(amounts: Iterable[float]) -> list[float]:
    known = [float(amount) for amount in amounts]
    for amount in known:
        if not 0 <= amount < float("inf"):
            raise InputError("amounts", amount, "masses or values of 0 or more")
    return known
