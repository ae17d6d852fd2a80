"""Whether one more entry may be made in an account: every reason against it, never the first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from monazite.ledger.movements import (
    ADJUST,
    CARRY_OVER,
    EFFECTS,
    GRANT,
    QUANTITY,
    VALUE,
    ZERO,
    Account,
    Movement,
    Side,
    amount_of,
    balance,
    taken,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FINEST = -6
"""An amount is exact to a millionth."""
_BEYOND = Decimal(10) ** 12
"""No amount of an account comes to this."""
_USES_BEYOND = 2**31
_AMOUNTS = (QUANTITY, VALUE)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an entry cannot be made.

    code: unknown_kind; no_number, too_large, negative, too_fine (an amount); nothing (it moves
    nothing); grant_differs (from the account, or there was one); over_quantity, over_value,
    over_uses (more than is left); over_sub_period_quantity, over_sub_period_value (more than a
    stretch allows); not_reserved, not_used (it takes back more than there is); still_reserved (of a
    line that is replaced). asked: what the entry takes, most: what it may; since, until: the first
    and last day of the stretch.
    """

    code: str
    asked: Decimal | None = None
    most: Decimal | None = None
    since: date | None = None
    until: date | None = None


def may_move(
    account: Account, movements: Sequence[Movement], movement: Movement
) -> tuple[Problem, ...]:
    """Every reason against adding this entry to those that stand; nothing where it may be made."""
    if movement.kind not in EFFECTS:
        return (Problem("unknown_kind"),)
    if problems := malformed(movement):
        return problems
    if movement.kind == GRANT:
        return tuple(_grant(account, movements, movement))
    sums = balance(account, movements)
    return (
        *_side(sums.quantity, movement, QUANTITY),
        *_side(sums.value, movement, VALUE),
        *_uses(sums.uses, sums.uses_left, movement),
        *_stretches(account, movements, movement),
    )


def malformed(movement: Movement) -> tuple[Problem, ...]:
    """Every reason against its amounts that no account would change."""
    return tuple(_amounts(movement))


def _amounts(movement: Movement) -> Iterator[Problem]:
    amounts = [amount_of(movement, amount) for amount in _AMOUNTS]
    if not all(amount.is_finite() for amount in amounts):
        yield Problem("no_number")
        return
    if large := [a for a in (*amounts, Decimal(movement.uses)) if abs(a) >= _BEYOND]:
        yield Problem("too_large", asked=large[0], most=_BEYOND)
        return
    if not any((*amounts, movement.uses)) and movement.kind != GRANT:
        yield Problem("nothing")
    least = min(*amounts, Decimal(movement.uses))
    if least < 0 and movement.kind != ADJUST:
        yield Problem("negative", asked=least)
    for moved in amounts:
        if moved != round(moved, -_FINEST):
            yield Problem("too_fine", asked=moved)


def _grant(
    account: Account, movements: Sequence[Movement], movement: Movement
) -> Iterator[Problem]:
    """The first entry of an account says what the account says."""
    for amount in _AMOUNTS:
        most: Decimal = getattr(account, amount) or ZERO
        if movements or amount_of(movement, amount) != most:
            yield Problem("grant_differs", asked=amount_of(movement, amount), most=most)


def _side(side: Side, movement: Movement, amount: str) -> Iterator[Problem]:
    effect, moved = EFFECTS[movement.kind], amount_of(movement, amount)
    after = (side.reserved + effect.reserved * moved, side.used + effect.used * moved)
    if max(after) >= _BEYOND:
        yield Problem("too_large", asked=max(after), most=_BEYOND)
    takes = (effect.reserved + effect.used + effect.given_back) * moved
    if side.left is not None and takes > max(side.left, ZERO):
        yield Problem(f"over_{amount}", asked=takes, most=side.left)
    if after[0] < 0:
        yield Problem("not_reserved", asked=moved, most=side.reserved)
    if after[1] < 0:
        yield Problem("not_used", asked=abs(moved), most=side.used)


def _uses(uses: int, left: int | None, movement: Movement) -> Iterator[Problem]:
    takes = EFFECTS[movement.kind].uses * movement.uses
    if left is not None and takes > max(left, 0):
        yield Problem("over_uses", asked=Decimal(takes), most=Decimal(left))
    if uses + takes >= _USES_BEYOND:
        yield Problem("too_large", asked=Decimal(uses + takes), most=Decimal(_USES_BEYOND))
    if uses + takes < 0:
        yield Problem("not_used", asked=Decimal(-takes), most=Decimal(uses))


def _stretches(
    account: Account, movements: Sequence[Movement], movement: Movement
) -> Iterator[Problem]:
    """What is carried over was taken under the limits of the line before, and only counts."""
    if account.sub_period_days is None or movement.kind == CARRY_OVER:
        return
    for amount in _AMOUNTS:
        limit: Decimal | None = getattr(account, f"sub_period_{amount}")
        takes = taken(movement, amount)
        if limit is None or takes <= 0:
            continue
        since, had = _fullest(movements, movement.on, account.sub_period_days, amount)
        if had + takes > limit:
            first, last = _date(since), _date(since + account.sub_period_days - 1)
            yield Problem(f"over_sub_period_{amount}", takes, limit - had, first, last)


def _fullest(
    movements: Sequence[Movement], on: date, days: int, amount: str
) -> tuple[int, Decimal]:
    """The first day of the stretch around `on` in which most was taken, and how much that was.

    Days are counted by their ordinals: a stretch may reach past the first day that a date can say.
    """
    by_day: dict[int, Decimal] = {}
    for movement in movements:
        day = movement.on.toordinal()
        by_day[day] = by_day.get(day, ZERO) + taken(movement, amount)
    this = on.toordinal()
    around = [by_day.get(this + n, ZERO) for n in range(1 - days, days)]
    sums = [sum(around[first : first + days], ZERO) for first in range(days)]
    most = max(sums)
    return this - (days - 1 - sums.index(most)), most


def _date(ordinal: int) -> date:
    """The day, or the nearest one that a date can say."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
