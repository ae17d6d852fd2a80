"""What was used of a replaced line is carried over, to the last digit, and nothing twice."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.carrying import carry_over
from monazite.ledger.limits import may_move
from monazite.ledger.movements import Account, Movement, balance

_seeded = settings(derandomize=True, max_examples=200, deadline=None)
DAY = date(2026, 3, 2)
NEW_FROM = DAY + timedelta(days=40)
OLD = Account("quantity", Decimal(1000), None, None, None, None, None)


def line(quantity: str, *, days: int | None = None, most: str = "0") -> Account:
    """A line by quantity; most: in any so many days."""
    stretch = Decimal(most) if days else None
    return Account("quantity", Decimal(quantity), None, None, days, stretch, None)


def used(quantity: str, day: int = 0) -> Movement:
    """A use on the n-th day."""
    return Movement("adjust", Decimal(quantity), Decimal(), 1, DAY + timedelta(days=day))


USES = st.lists(
    st.builds(
        used,
        st.decimals("0.000001", 40, places=6).map(str),
        st.integers(0, 39),
    ),
    max_size=12,
)


@_seeded
@given(USES, st.integers(0, 600), st.sampled_from([None, 7, 30]))
def test_what_is_left_is_never_more_than_the_new_grant_minus_what_was_used(
    uses: list[Movement], grant: int, days: int | None
) -> None:
    new = line(str(grant), days=days, most="50")
    carried = carry_over(OLD, uses, new, NEW_FROM)
    before, after = balance(OLD, uses), balance(new, carried.movements)
    assert after.quantity.used == before.quantity.used
    assert after.uses == before.uses
    assert after.quantity.left == Decimal(grant) - before.quantity.used
    below = Decimal(grant) < before.quantity.used
    assert [each.code for each in carried.problems] == (["over_quantity"] if below else [])


@_seeded
@given(USES, st.integers(1, 60).map(Decimal))
def test_stretches_go_on_as_if_the_line_had_never_been_replaced(
    uses: list[Movement], asked: Decimal
) -> None:
    account = line("100000", days=30, most="60")
    carried = carry_over(account, uses, account, NEW_FROM)
    move = Movement("reserve", asked, Decimal(), 1, NEW_FROM)
    same = may_move(account, uses, move)
    assert may_move(account, carried.movements, move) == same


def test_without_stretches_one_entry_says_it_all() -> None:
    carried = carry_over(OLD, [used("1.5"), used("2.5", 3)], line("10"), NEW_FROM)
    assert carried.movements == (Movement("carry_over", Decimal(4), Decimal(), 2, NEW_FROM),)
    assert carried.problems == ()


def test_nothing_used_is_nothing_carried() -> None:
    undone = [used("4"), Movement("contra", Decimal(4), Decimal(), 1, DAY)]
    assert carry_over(OLD, undone, line("10"), NEW_FROM).movements == ()


def test_a_grant_below_what_was_used_is_named_with_both_figures() -> None:
    (problem,) = carry_over(OLD, [used("12")], line("10"), NEW_FROM).problems
    assert (problem.code, problem.asked, problem.most) == (
        "over_quantity",
        Decimal(12),
        Decimal(10),
    )


def test_what_is_still_reserved_is_named() -> None:
    reserved = Movement("reserve", Decimal(3), Decimal(7), 1, DAY)
    carried = carry_over(OLD, [reserved], line("10"), NEW_FROM)
    assert [(each.code, each.asked) for each in carried.problems] == [
        ("still_reserved", Decimal(3)),
        ("still_reserved", Decimal(7)),
    ]


def test_what_undoes_a_use_on_another_day_is_not_carried_as_less_than_nothing() -> None:
    later = Movement("contra", Decimal(5), Decimal(), 1, DAY + timedelta(days=30))
    carried = carry_over(OLD, [used("8"), later], line("10", days=30, most="9"), NEW_FROM)
    assert carried.movements == (Movement("carry_over", Decimal(3), Decimal(), 0, NEW_FROM),)
    assert carried.problems == ()
