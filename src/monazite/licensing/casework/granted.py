"""The terms of a licence as values and as JSON: its validity, its lines and its conditions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

_BOUNDS = {
    "quantity": ("quantity",),
    "value": ("value",),
    "both": ("quantity", "value"),
    "open": (),
}


@dataclass(frozen=True, slots=True)
class TermLine:
    """One line of a licence: quantity in the unit, value in the currency of the application.

    controlled_by: quantity, value, both or open; sub_period_days: in any so many days no more than
    sub_period_quantity and sub_period_value; uses_max: None for any number of uses.
    """

    number: int
    controlled_by: str
    quantity: Decimal | None
    value: Decimal | None
    sub_period_days: int | None
    sub_period_quantity: Decimal | None
    sub_period_value: Decimal | None
    uses_max: int | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a licence is to say; both days are in it."""

    valid_from: date
    valid_until: date
    lines: tuple[TermLine, ...]
    conditions: tuple[str, ...]

    def document(self) -> dict[str, Any]:
        """The terms as JSON, every number and day as text: `read` takes it back."""
        return {
            "valid_from": self.valid_from.isoformat(),
            "valid_until": self.valid_until.isoformat(),
            "lines": [_document(line) for line in self.lines],
            "conditions": list(self.conditions),
        }


def bounds(controlled_by: str) -> tuple[str, ...]:
    """What a line so controlled is bounded by: quantity, value, both or nothing."""
    return _BOUNDS[controlled_by]


def _document(line: TermLine) -> dict[str, Any]:
    fields = (name for name in TermLine.__slots__ if name not in {"number", "controlled_by"})
    return {
        "number": str(line.number),
        "controlled_by": line.controlled_by,
        **{name: _text(getattr(line, name)) for name in fields},
    }


def _text(value: Decimal | int | None) -> str | None:
    return None if value is None else f"{value:f}" if not isinstance(value, int) else str(value)
