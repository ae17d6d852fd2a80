"""Amounts as whole millionths: sums of them are exact on every engine."""

from __future__ import annotations

from decimal import Decimal

PLACES = 6


def plain(whole: int) -> Decimal:
    """An amount as a decimal."""
    return Decimal(int(whole)).scaleb(-PLACES)


def millionths(amount: Decimal) -> int:
    """A decimal of at most six places as whole millionths."""
    return int(amount.scaleb(PLACES))
