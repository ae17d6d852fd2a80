"""Masses in kilograms, exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monazite.licensing.application import Line

KG = {"kg": Decimal(1), "g": Decimal("0.001"), "t": Decimal(1000)}
"""Kilograms in one unit of mass."""
_PLACES = Decimal("0.000001")


def mass_kg(line: Line) -> Fraction | None:
    """The net mass of a line, None where it was not said."""
    if line.unit in KG and line.quantity is not None:
        return Fraction(line.quantity) * Fraction(KG[line.unit])
    return None if line.mass_kg is None else Fraction(line.mass_kg)


def written(amount: Fraction) -> str:
    """An exact amount with six decimals at most, rounded half to even."""
    whole = Decimal(round(amount / Fraction(_PLACES))) * _PLACES
    return f"{whole.normalize():f}"
