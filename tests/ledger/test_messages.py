"""What reports come to depends on which there are, never on the order in which they came."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.limits import may_move
from monazite.ledger.messages import CUMULATIVE, DELTA, Message, apply, booked, totals
from monazite.ledger.movements import OPEN, Account, Movement, balance, taken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from random import Random

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
UNLIMITED = Account(OPEN, None, None, None, None, None, None)
_seeded = settings(derandomize=True, max_examples=300, deadline=None)


@st.composite
def rows(draw: st.DrawFn) -> list[Message]:
    """The reports of one declaration, numbered from 1, in the order of their numbers."""
    said = st.tuples(
        st.sampled_from([DELTA, CUMULATIVE]), st.integers(-6, 9), st.integers(-6, 9),
        st.integers(0, 4),
    )  # fmt: skip
    return [
        Message(
            message_id=f"m{number}",
            line="L/1",
            declaration="D",
            semantics=semantics,
            sequence=number,
            as_of=START + timedelta(days=day),
            quantity=Decimal(quantity if semantics == DELTA else abs(quantity)),
            value=Decimal(value if semantics == DELTA else abs(value)),
        )
        for number, (semantics, quantity, value, day) in enumerate(draw(st.lists(said)), 1)
    ]


def all_entries(messages: Sequence[Message]) -> list[Movement]:
    before: list[Message] = []
    made: list[Movement] = []
    for each in messages:
        made += apply(before, each, UTC).movements
        before.append(each)
    return made


def per_day(entries: Sequence[Movement]) -> dict[date, tuple[Decimal, Decimal]]:
    days: dict[date, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for entry in entries:
        days[entry.on][0] += taken(entry, "quantity")
        days[entry.on][1] += taken(entry, "value")
    return {day: (sums[0], sums[1]) for day, sums in days.items() if any(sums)}


@_seeded
@given(rows(), st.randoms(use_true_random=False))
def test_in_every_order_the_entries_come_to_the_same_days(
    messages: list[Message], random: Random
) -> None:
    mixed = list(messages)
    random.shuffle(mixed)
    assert per_day(all_entries(mixed)) == per_day(all_entries(messages))
    assert booked(mixed, UTC) == booked(messages, UTC)


@_seeded
@given(rows(), st.randoms(use_true_random=False))
def test_the_sum_is_what_the_last_total_and_the_deltas_after_it_say(
    messages: list[Message], random: Random
) -> None:
    random.shuffle(messages)
    sums = balance(UNLIMITED, all_entries(messages))
    quantity, value = totals(messages)
    assert (sums.quantity.used, sums.value.used) == (max(quantity, 0), max(value, 0))
    assert sums.uses == (1 if quantity > 0 or value > 0 else 0)


@pytest.mark.slow
@_seeded
@given(rows(), st.randoms(use_true_random=False))
def test_no_entry_takes_back_more_than_there_is(messages: list[Message], random: Random) -> None:
    random.shuffle(messages)
    stand: list[Movement] = []
    for entry in all_entries(messages):
        assert not may_move(UNLIMITED, stand, entry)
        stand.append(entry)


@_seeded
@given(rows())
def test_a_report_that_comes_again_leads_to_nothing(messages: list[Message]) -> None:
    for each in messages:
        again = apply(messages, each, UTC)
        assert again.replayed
        assert not again.movements


def test_a_number_that_is_none_is_said() -> None:
    sent = Message("a", "L/1", "D", "sum", 1, START, Decimal("NaN"), Decimal(0))
    assert apply([], sent, UTC).problems == ("unknown_semantics", "no_number")


def test_more_of_one_amount_and_less_of_the_other_is_a_correction() -> None:
    first = Message("a", "L/1", "D", CUMULATIVE, 1, START, Decimal(10), Decimal(500))
    second = Message("b", "L/1", "D", CUMULATIVE, 2, START, Decimal(12), Decimal(450))
    (entry,) = apply([first], second, UTC).movements
    assert entry == Movement("adjust", Decimal(2), Decimal(-50), 0, START.date())
