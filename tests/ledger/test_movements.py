"""A balance is the sum of its entries, exact to the last digit, in whatever order they came."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.movements import (
    BOTH,
    EFFECTS,
    KINDS,
    OPEN,
    QUANTITY,
    VALUE,
    Account,
    Movement,
    balance,
)

if TYPE_CHECKING:
    from random import Random

_seeded = settings(derandomize=True, max_examples=200, deadline=None)
DAY = date(2026, 3, 2)
AMOUNTS = st.decimals(0, 10**9, places=6)
ENTRIES = st.lists(
    st.builds(
        Movement,
        kind=st.sampled_from(KINDS),
        quantity=AMOUNTS,
        value=AMOUNTS,
        uses=st.integers(0, 3),
        on=st.just(DAY),
    ),
    max_size=30,
)


def account(controlled_by: str = BOTH, *, uses_max: int | None = None) -> Account:
    """A thousand of either."""
    return Account(controlled_by, Decimal(1000), Decimal(1000), uses_max, None, None, None)


def entry(kind: str, quantity: str, *, value: str = "0", uses: int = 0) -> Movement:
    """An entry of one day."""
    return Movement(kind, Decimal(quantity), Decimal(value), uses, DAY)


@_seeded
@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(entries: list[Movement], random: Random) -> None:
    mixed = list(entries)
    random.shuffle(mixed)
    assert balance(account(), mixed) == balance(account(), entries)


@_seeded
@given(ENTRIES)
def test_nothing_is_lost_between_the_sums(entries: list[Movement]) -> None:
    side = balance(account(), entries).quantity
    assert side.left is not None
    assert side.left + side.used + side.reserved + side.given_back == Decimal(1000)


@_seeded
@given(st.integers(1, 10**18 - 1))
def test_sums_are_exact_to_a_millionth(millionths: int) -> None:
    amount = Decimal(millionths).scaleb(-6)
    once = Movement("adjust", amount, Decimal(), 0, DAY)
    back = Movement("contra", amount, Decimal(), 0, DAY)
    side = balance(account(), [once, once, once, back]).quantity
    assert side.used == Decimal(2 * millionths).scaleb(-6)


def test_an_amount_that_does_not_control_the_line_has_no_rest() -> None:
    entries = [entry("reserve", "3", value="5", uses=1)]
    rest = {
        by: (found.quantity.left, found.value.left)
        for by in (QUANTITY, VALUE, BOTH, OPEN)
        for found in [balance(account(by), entries)]
    }
    assert rest == {
        QUANTITY: (Decimal(997), None),
        VALUE: (None, Decimal(995)),
        BOTH: (Decimal(997), Decimal(995)),
        OPEN: (None, None),
    }


def test_what_is_reserved_is_used_when_it_leaves() -> None:
    entries = [entry("reserve", "30", uses=1)]
    assert balance(account(), entries).quantity.reserved == 30
    entries.append(entry("post", "30"))
    found = balance(account(uses_max=1), entries)
    assert (found.quantity.reserved, found.quantity.used) == (Decimal(), Decimal(30))
    assert found.uses == 1
    assert found.exhausted


def test_a_line_is_exhausted_by_quantity_value_or_uses() -> None:
    assert not balance(account(), [entry("adjust", "999.999999")]).exhausted
    assert balance(account(), [entry("adjust", "1000")]).exhausted
    assert balance(account(), [entry("adjust", "0", value="1000")]).exhausted
    assert balance(account(OPEN, uses_max=2), [entry("adjust", "1", uses=2)]).exhausted
    assert not balance(account(OPEN), [entry("adjust", "5000", uses=9)]).exhausted
    assert balance(account(), [entry("adjust", "400"), entry("surrender", "600")]).exhausted


def test_every_kind_moves_at_most_one_step_in_each_sum() -> None:
    assert all(step in {-1, 0, 1} for effect in EFFECTS.values() for step in effect)
    assert EFFECTS["post"] == (-1, 1, 0, 0)
