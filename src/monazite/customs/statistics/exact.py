"""Amounts as whole millionths: sums of them are exact on every engine."""

from __future__ import annotations

from decimal import Decimal

PLACES = 6


def plain(millionths: int) -> Decimal:
    """An amount as a decimal."""
    return Decimal(int(millionths)).scaleb(-PLACES)
