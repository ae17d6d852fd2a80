"""Figures as people read them: thousands apart, no zeros at the end."""

from __future__ import annotations

from decimal import Decimal


def amount(value: Decimal) -> str:
    """`12500.500000` as `12,500.5`."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def size(count: int) -> str:
    """Bytes in the unit that says it shortest."""
    unit = 1024
    if count < unit:
        return f"{count} B"
    if count < unit * unit:
        return f"{count / unit:.0f} kB"
    return f"{count / unit / unit:.1f} MB"
