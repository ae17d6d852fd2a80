"""Amounts as people read them: thousands apart, no zeros at the end, the unit in its number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from monazite.catalogue.texts import say


def amount(value: Decimal) -> str:
    """`12500.500000` as `12,500.5`."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def measured(value: Decimal, unit: str, lang: str) -> str:
    """`48,000 pieces`: an amount in a unit of the form."""
    one = unit == "piece" and value == 1
    return say(f"licensing.amount.{unit}{'.one' if one else ''}", lang, amount=amount(value))


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount inside a finding; value: a decimal as text, unit: of the form."""

    value: str
    unit: str

    def said(self, lang: str) -> str:
        """The amount with its unit, in the reader's language."""
        return measured(Decimal(self.value), self.unit, lang)
