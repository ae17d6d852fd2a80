"""A line of a licence as `monazite.ledger` reckons with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from monazite.desk.licences.models import LicenceLine
from monazite.ledger.movements import (
    CARRY_OVER,
    RESERVE,
    SURRENDER,
    Account,
    Balance,
    Movement,
    balance,
)  # fmt: skip


def account_of(line: LicenceLine) -> Account:
    """What the line may move at all."""
    return Account(
        controlled_by=line.controlled_by,
        quantity=line.quantity,
        value=line.value,
        uses_max=line.uses_max,
        sub_period_days=line.sub_period_days,
        sub_period_quantity=line.sub_period_quantity,
        sub_period_value=line.sub_period_value,
    )


def entries_of(line: LicenceLine) -> list[Movement]:
    """The entries that one more is measured against.

    Where no stretch of days is limited, the sums that the row keeps stand for all of them: a line
    that moves a thousand times is not read a thousand times.
    """
    return summed(line) if line.sub_period_days is None else dated(line)


def dated(line: LicenceLine) -> list[Movement]:
    """Every entry, with the day for which it counts."""
    return [
        Movement(row.kind, row.quantity, row.value, row.uses, row.on)
        for row in line.movements.order_by("number")
    ]


def summed(line: LicenceLine) -> list[Movement]:
    """Three entries that come to the sums of the row."""
    sums = (
        (CARRY_OVER, line.used_quantity, line.used_value, line.uses),
        (RESERVE, line.reserved_quantity, line.reserved_value, 0),
        (SURRENDER, line.given_back_quantity, line.given_back_value, 0),
    )
    return [
        Movement(kind, Decimal(quantity), Decimal(value), uses, date.min)
        for kind, quantity, value, uses in sums
    ]


def balance_of(line: LicenceLine) -> Balance:
    """What is granted, reserved, used, given back and left, by the sums of the row."""
    return balance(account_of(line), summed(line))
