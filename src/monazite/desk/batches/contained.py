"""What batches and parts of them contain, by element."""

from __future__ import annotations

from decimal import Decimal

from monazite.customs.batches.content import ZERO, share
from monazite.desk.batches.models import Batch


def elements_of(batch: Batch) -> dict[str, Decimal]:
    """Kilograms by element in the whole batch."""
    found: dict[str, Decimal] = {}
    for each in batch.contents:
        symbol = each["element"]
        found[symbol] = found.get(symbol, ZERO) + Decimal(each["element_kg"])
    return found


def part_of(batch: Batch, mass_kg: Decimal) -> dict[str, Decimal]:
    """Kilograms by element in a part of it."""
    return share(elements_of(batch), mass_kg, batch.mass_kg)


def left_of(batch: Batch) -> Decimal:
    """Kilograms that nobody has drawn."""
    left: Decimal = batch.mass_kg - batch.drawn_kg
    return left
