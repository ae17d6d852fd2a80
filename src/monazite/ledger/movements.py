"""A licence line as an account: its entries, what they leave, and whether one more may be made.

Entries are only ever added. What undoes an entry (void, expire, contra) counts for the day of the
entry that it undoes, so that every stretch of days adds up.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

GRANT, RESERVE, POST, VOID, EXPIRE, ADJUST, CONTRA, LATE, SURRENDER, CARRY_OVER = (
    "grant", "reserve", "post", "void", "expire", "adjust", "contra", "late", "surrender",
    "carry_over",
)  # fmt: skip
QUANTITY, VALUE, BOTH, OPEN = "quantity", "value", "both", "open"
CONTROLLED_BY = (QUANTITY, VALUE, BOTH, OPEN)
"""What may bound a line of a licence."""
ZERO = Decimal()


class Effect(NamedTuple):
    """How often an entry's amounts count into each sum: 1, 0 or -1."""

    reserved: int
    used: int
    given_back: int
    uses: int


EFFECTS = {
    GRANT: Effect(0, 0, 0, 0),
    RESERVE: Effect(1, 0, 0, 1),
    POST: Effect(-1, 1, 0, 0),
    VOID: Effect(-1, 0, 0, -1),
    EXPIRE: Effect(-1, 0, 0, -1),
    ADJUST: Effect(0, 1, 0, 1),
    CONTRA: Effect(0, -1, 0, -1),
    LATE: Effect(0, 1, 0, 1),
    SURRENDER: Effect(0, 0, 1, 0),
    CARRY_OVER: Effect(0, 1, 0, 1),
}
"""What each kind does. A use is counted when it is reserved, so that it cannot fail at the exit.

A late entry was reported after the goods had left: nothing was reserved for it, and it counts for
the day on which they left, even where the licence has ended since.
"""
KINDS = tuple(EFFECTS)


@dataclass(frozen=True, slots=True)
class Account:
    """What may be moved at all: quantity in the line's unit, value in its currency.

    controlled_by: quantity, value, both or open; sub_period_days: in any so many days no more than
    sub_period_quantity or sub_period_value; uses_max: how often. None where nothing limits it.
    """

    controlled_by: str
    quantity: Decimal | None
    value: Decimal | None
    uses_max: int | None
    sub_period_days: int | None
    sub_period_quantity: Decimal | None
    sub_period_value: Decimal | None


@dataclass(frozen=True, slots=True)
class Movement:
    """One entry; on: the day for which it counts; uses: how often the licence is used by it.

    Amounts are not negative, save those of an adjustment, which corrects up or down.
    """

    kind: str
    quantity: Decimal
    value: Decimal
    uses: int
    on: date


@dataclass(frozen=True, slots=True)
class Side:
    """The sums of one amount; granted, left: None where the account is not controlled by it."""

    granted: Decimal | None
    reserved: Decimal
    used: Decimal
    given_back: Decimal

    @property
    def left(self) -> Decimal | None:
        """What can still be moved."""
        if self.granted is None:
            return None
        return self.granted - self.reserved - self.used - self.given_back


@dataclass(frozen=True, slots=True)
class Balance:
    """The sums of an account's entries; uses_left: None where their number is not limited."""

    quantity: Side
    value: Side
    uses: int
    uses_left: int | None

    @property
    def exhausted(self) -> bool:
        """Whether nothing more can be moved, whatever stands reserved."""
        return self.uses_left == 0 or ZERO in {self.quantity.left, self.value.left}


def balance(account: Account, movements: Iterable[Movement]) -> Balance:
    """The account's sums; the order of its entries does not matter."""
    entries = tuple(movements)
    uses = sum(EFFECTS[entry.kind].uses * entry.uses for entry in entries)
    return Balance(
        quantity=_side(granted(account, QUANTITY), QUANTITY, entries),
        value=_side(granted(account, VALUE), VALUE, entries),
        uses=uses,
        uses_left=None if account.uses_max is None else account.uses_max - uses,
    )


def granted(account: Account, amount: str) -> Decimal | None:
    """What the account may move of that amount, None where it is not controlled by it."""
    limit: Decimal | None = getattr(account, amount)
    return limit if account.controlled_by in {amount, BOTH} else None


def amount_of(movement: Movement, amount: str) -> Decimal:
    """Its quantity or its value."""
    return movement.quantity if amount == QUANTITY else movement.value


def taken(movement: Movement, amount: str) -> Decimal:
    """How much an entry takes of what may be moved; below zero where it gives some back."""
    effect = EFFECTS[movement.kind]
    return (effect.reserved + effect.used) * amount_of(movement, amount)


def _side(limit: Decimal | None, amount: str, entries: tuple[Movement, ...]) -> Side:
    sums = [ZERO, ZERO, ZERO]
    for entry in entries:
        effect, moved = EFFECTS[entry.kind], amount_of(entry, amount)
        sums = [had + sign * moved for had, sign in zip(sums, effect[:3], strict=True)]
    return Side(limit, *sums)
