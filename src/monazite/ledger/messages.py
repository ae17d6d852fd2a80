"""Reports from outside of what a declaration took of a line, and the entries that they lead to.

A report says how much more (delta) or how much by now (cumulative), and which it is in the row of
reports of that declaration about that line. What they come to depends on which reports there are,
never on the order in which they came: a report leads to the entries that lie between what stood
before it and what stands with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from monazite.ledger.movements import ADJUST, CONTRA, EFFECTS, LATE, QUANTITY, VALUE, ZERO, Movement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime, tzinfo
    from decimal import Decimal

DELTA, CUMULATIVE = "delta", "cumulative"
SEMANTICS = (DELTA, CUMULATIVE)
_FIRST = 1


@dataclass(frozen=True, slots=True)
class Message:
    """One report; sequence: from 1, in the row of this line and declaration; as_of: an instant.

    quantity in the line's unit, value in its currency: more since the report before (delta, below
    zero where less), or all by then (cumulative).
    """

    message_id: str
    line: str
    declaration: str
    semantics: str
    sequence: int
    as_of: datetime
    quantity: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Applied:
    """What a report leads to.

    movements: in the order in which they are to be made, what is given back first; problems: codes
    of why it leads to nothing (`problems_of`); replayed: it was here before; covered: a later
    report with a total had told all of it; owed: more was taken back than was ever reported, so
    that this waits for the reports between; missing: numbers (first, last) of reports that have not
    come and that no total covers.
    """

    movements: tuple[Movement, ...] = ()
    problems: tuple[str, ...] = ()
    replayed: bool = False
    covered: bool = False
    owed: bool = False
    missing: tuple[tuple[int, int], ...] = ()


class _Day(NamedTuple):
    """What left on a day."""

    quantity: Decimal
    value: Decimal


def apply(before: Sequence[Message], message: Message, zone: tzinfo) -> Applied:
    """What one more report leads to, after those of its line and declaration, in any order.

    zone: of the regime, whose day counts.
    """
    if message in before:
        return Applied(replayed=True)
    if problems := problems_of(before, message):
        return Applied(problems=problems)
    after = [*before, message]
    return Applied(
        movements=_between(booked(before, zone), booked(after, zone)),
        covered=any(_covers(each, message) for each in before),
        owed=min(totals(after)) < 0,
        missing=_missing(after),
    )


def leading(
    entered: Sequence[Movement], messages: Sequence[Message], zone: tzinfo
) -> tuple[Movement, ...]:
    """The entries that lead from those that were made to what the reports come to.

    Asked where a line did not bear all of an earlier report: what is owed of it is asked again.
    """
    return _between(_entered(entered), booked(messages, zone))


def _entered(entries: Sequence[Movement]) -> dict[date, _Day]:
    """What the entries of reports come to on each day; no day without any."""
    days: dict[date, _Day] = {}
    for each in entries:
        sign = EFFECTS[each.kind].used
        had = days.get(each.on, _Day(ZERO, ZERO))
        days[each.on] = _Day(had.quantity + sign * each.quantity, had.value + sign * each.value)
    return {day: had for day, had in days.items() if any(had)}


def problems_of(before: Sequence[Message], message: Message) -> tuple[str, ...]:
    """Why a report cannot stand beside those before: every code.

    message_reused, sequence_taken (by another report), unknown_semantics, no_sequence, no_zone (of
    its instant), below_zero (a total), no_number.
    """
    amounts = (message.quantity, message.value)
    finite = all(amount.is_finite() for amount in amounts)
    found = {
        "message_reused": any(each.message_id == message.message_id for each in before),
        "sequence_taken": any(each.sequence == message.sequence for each in before),
        "unknown_semantics": message.semantics not in SEMANTICS,
        "no_sequence": message.sequence < _FIRST,
        "no_zone": message.as_of.tzinfo is None,
        "no_number": not finite,
        "below_zero": finite and message.semantics == CUMULATIVE and min(amounts) < 0,
    }
    return tuple(code for code, applies in found.items() if applies)


def totals(messages: Sequence[Message]) -> tuple[Decimal, Decimal]:
    """Quantity and value that the reports come to: the last total, and every delta after it."""
    base = max((m.sequence for m in messages if m.semantics == CUMULATIVE), default=0)
    counted = [each for each in messages if each.sequence >= base]
    return sum((m.quantity for m in counted), ZERO), sum((m.value for m in counted), ZERO)


def booked(messages: Sequence[Message], zone: tzinfo) -> dict[date, _Day]:
    """What left on each day of the regime, as the reports say it together; no day without any.

    More counts for the day of its report; less takes from the newest days. What is taken back
    before it was reported is owed, and the next report pays it.
    """
    quantities = _by_day(messages, QUANTITY, zone)
    values = _by_day(messages, VALUE, zone)
    days = sorted(quantities.keys() | values.keys())
    return {day: _Day(quantities.get(day, ZERO), values.get(day, ZERO)) for day in days}


def _by_day(messages: Sequence[Message], amount: str, zone: tzinfo) -> dict[date, Decimal]:
    days: dict[date, Decimal] = {}
    owed = ZERO
    for message in sorted(messages, key=lambda each: each.sequence):
        said: Decimal = getattr(message, amount)
        if message.semantics == CUMULATIVE:
            said, owed = said - sum(days.values(), ZERO), ZERO
        more = said - owed
        owed = _taken_back(days, -more) if more < 0 else ZERO
        if more > 0:
            day = message.as_of.astimezone(zone).date()
            days[day] = days.get(day, ZERO) + more
    return {day: had for day, had in days.items() if had}


def _taken_back(days: dict[date, Decimal], less: Decimal) -> Decimal:
    """Take so much from the days, the newest first; how much could not be taken."""
    for day in sorted(days, reverse=True):
        taken = min(days[day], less)
        days[day] -= taken
        less -= taken
    return less


def _between(before: Mapping[date, _Day], after: Mapping[date, _Day]) -> tuple[Movement, ...]:
    """The entries that lead from one to the other: what is given back, and then what is taken."""
    nothing = _Day(ZERO, ZERO)
    made = []
    for day in sorted(before.keys() | after.keys()):
        had, has = before.get(day, nothing), after.get(day, nothing)
        quantity, value = has.quantity - had.quantity, has.value - had.value
        if quantity or value:
            made.append(_entry(quantity, value, day))
    made.sort(key=lambda each: (each.kind != CONTRA, each.kind != ADJUST, each.on))
    return _used(made, bool(after) - bool(before))


def _entry(quantity: Decimal, value: Decimal, day: date) -> Movement:
    if quantity >= 0 and value >= 0:
        return Movement(LATE, quantity, value, 0, day)
    if quantity <= 0 and value <= 0:
        return Movement(CONTRA, -quantity, -value, 0, day)
    return Movement(ADJUST, quantity, value, 0, day)


def _used(made: list[Movement], uses: int) -> tuple[Movement, ...]:
    """The same with the use that begins or ends: a declaration uses a line once."""
    if uses > 0:
        made[-1] = replace(made[-1], uses=1)
    if uses < 0:
        made[0] = replace(made[0], uses=1)
    return tuple(made)


def _covers(later: Message, message: Message) -> bool:
    return later.semantics == CUMULATIVE and later.sequence > message.sequence


def _missing(messages: Sequence[Message]) -> tuple[tuple[int, int], ...]:
    base = max((m.sequence for m in messages if m.semantics == CUMULATIVE), default=0)
    seen = sorted({base, *(m.sequence for m in messages if m.sequence > base)})
    return tuple((one + 1, two - 1) for one, two in pairwise(seen) if two - one > 1)
