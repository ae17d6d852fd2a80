"""Figures as people read them: thousands apart, no zeros at the end."""

from __future__ import annotations

from decimal import Decimal

from monazite.catalogue.texts import say


def amount(value: Decimal) -> str:
    """`12500.500000` as `12,500.5`."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def measured(value: Decimal, unit: str, lang: str) -> str:
    """`48,000 pieces`: an amount in a unit of the form."""
    one = unit == "piece" and value == 1
    return say(f"desk.pages.amount.{unit}{'.one' if one else ''}", lang, amount=amount(value))


def size(count: int) -> str:
    """Bytes in the unit that says it shortest."""
    unit = 1024
    if count < unit:
        return f"{count} B"
    if count < unit * unit:
        return f"{count / unit:.0f} kB"
    return f"{count / unit / unit:.1f} MB"
