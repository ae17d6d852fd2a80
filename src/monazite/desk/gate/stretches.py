"""What a line of a licence leaves on a day: of its whole, and of the stretch around the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from monazite.desk.licences.accounts import account_of, balance_of, dated
from monazite.desk.licences.models import LicenceLine
from monazite.ledger.limits import may_move
from monazite.ledger.movements import RESERVE, ZERO, Movement


class Leaves(NamedTuple):
    """What may still be reserved; None where nothing limits it, never below zero."""

    quantity: Decimal | None
    value: Decimal | None
    uses: int | None


def left_of(line: LicenceLine, on: date) -> Leaves:
    """One query for the entries where stretches of days are limited, else none."""
    sums = balance_of(line)
    stretch = _stretch(line, on)
    return Leaves(
        _least(sums.quantity.left, stretch.get("quantity")),
        _least(sums.value.left, stretch.get("value")),
        sums.uses_left,
    )


def _least(*amounts: Decimal | None) -> Decimal | None:
    limits = [amount for amount in amounts if amount is not None]
    return max(ZERO, min(limits)) if limits else None


def _stretch(line: LicenceLine, on: date) -> dict[str, Decimal]:
    """By amount what the fullest stretch around the day leaves: asked with more than it holds."""
    if line.sub_period_days is None:
        return {}
    quantity, value = line.sub_period_quantity or ZERO, line.sub_period_value or ZERO
    entry = Movement(RESERVE, quantity + 1, value + 1, 0, on)
    problems = may_move(account_of(line), dated(line), entry)
    most = {problem.code: problem.most for problem in problems if problem.most is not None}
    found = {name: most.get(f"over_sub_period_{name}") for name in ("quantity", "value")}
    return {name: left for name, left in found.items() if left is not None}
