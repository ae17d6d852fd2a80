"""A line takes another's place: what was used of the old one is carried over, entry by entry."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from monazite.ledger.limits import Problem, may_move
from monazite.ledger.movements import (
    CARRY_OVER,
    EFFECTS,
    QUANTITY,
    VALUE,
    ZERO,
    Account,
    Movement,
    balance,
    taken,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Carried(NamedTuple):
    """The entries with which the new account begins, and every reason why it cannot."""

    movements: tuple[Movement, ...]
    problems: tuple[Problem, ...]


def carry_over(old: Account, movements: Sequence[Movement], new: Account, on: date) -> Carried:
    """What the old line's entries come to in the line that takes its place on a day.

    One entry of that day; where the new line limits stretches, what was used within reach of one
    keeps its day and all that is older stands just before those. A problem where something is
    still reserved, or more was used than the new line grants.
    """
    total = tuple(_by_day(movements, on, reach=0))
    entries = tuple(_by_day(movements, on, reach=new.sub_period_days or 0))
    if any(entry.quantity < 0 or entry.value < 0 or entry.uses < 0 for entry in entries):
        entries = total  # what undoes an entry was booked on another day: no day stands alone
    over = [problem for entry in total for problem in may_move(new, (), entry)]
    return Carried(entries, (*_reserved(old, movements), *over))


def _by_day(movements: Sequence[Movement], on: date, reach: int) -> list[Movement]:
    """What is used on each day within reach before `on`; everything older just beyond reach."""
    days: dict[date, Movement] = {}
    beyond = on - timedelta(days=reach)
    for movement in movements:
        day = min(max(movement.on, beyond), on)
        had = days.get(day, Movement(CARRY_OVER, ZERO, ZERO, 0, day))
        days[day] = _plus(had, movement)
    return [days[day] for day in sorted(days) if _moves(days[day])]


def _plus(had: Movement, movement: Movement) -> Movement:
    return Movement(
        kind=had.kind,
        quantity=had.quantity + taken(movement, QUANTITY),
        value=had.value + taken(movement, VALUE),
        uses=had.uses + EFFECTS[movement.kind].uses * movement.uses,
        on=had.on,
    )


def _moves(entry: Movement) -> bool:
    return bool(entry.quantity or entry.value or entry.uses)


def _reserved(old: Account, movements: Sequence[Movement]) -> list[Problem]:
    sums = balance(old, movements)
    reserved = (sums.quantity.reserved, sums.value.reserved)
    return [Problem("still_reserved", asked=amount) for amount in reserved if amount]
