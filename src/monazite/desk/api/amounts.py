"""Amounts and instants that a body has as text."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation

from monazite.errors import InputError


def decimal(field: str, said: str) -> Decimal:
    """The number, exactly as it was written; InputError where it is none."""
    try:
        found = Decimal(said)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or "_" in said:
        raise InputError(field, said[:80], "a number as text, such as 12.5")
    return found


def instant(field: str, said: str) -> datetime:
    """The instant in its zone; InputError where it is none or does not say its zone."""
    try:
        found = datetime.fromisoformat(said)
        found.utctimetuple()  # a year that no calendar has in UTC
    except (ValueError, OverflowError):
        found = None
    if found is None or found.tzinfo is None:
        raise InputError(field, said[:80], "an instant with its offset: 2026-11-22T16:30:00+08:00")
    return found
