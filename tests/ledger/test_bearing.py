"""What has left is entered as far as an account bears it: never beyond, never less than fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.bearing import borne
from monazite.ledger.limits import may_move
from monazite.ledger.movements import BOTH, LATE, Account, Movement

_seeded = settings(derandomize=True, max_examples=300, deadline=None)
DAY = date(2026, 3, 2)
ACCOUNT = Account(BOTH, Decimal(100), Decimal(1000), 2, 10, Decimal(30), None)


def late(quantity: int, value: int = 1, uses: int = 1, day: int = 0) -> Movement:
    return Movement(LATE, Decimal(quantity), Decimal(value), uses, DAY + timedelta(days=day))


@pytest.mark.parametrize(
    ("had", "left", "entered"),
    [
        ([], late(20), late(20)),
        ([], late(90), late(30)),
        ([], late(20, 5000), late(20, 1000)),
        ([late(30), late(30, day=20)], late(20, day=40), late(20, uses=0, day=40)),
        ([late(30), late(30, day=20), late(30, uses=0, day=40)], late(20, day=60), late(10, 1, 0, 60)),
        ([late(25)], late(20, day=3), late(5, day=3)),
        ([late(30)], late(20, day=3), None),
        ([late(20, 1000)], late(5, day=20), None),
    ],
)  # fmt: skip
def test_as_much_is_entered_as_the_whole_and_the_stretch_leave(
    had: list[Movement], left: Movement, entered: Movement | None
) -> None:
    assert borne(ACCOUNT, had, left) == entered


@pytest.mark.slow
@_seeded
@given(st.lists(st.builds(late, *[st.integers(1, 50)] * 2, st.integers(0, 1), st.integers(0, 30))))
def test_what_is_borne_may_be_moved_and_a_little_more_may_not(asked: list[Movement]) -> None:
    had: list[Movement] = []
    for each in asked:
        part = borne(ACCOUNT, had, each)
        if part is None:
            assert may_move(ACCOUNT, had, each)
            continue
        assert not may_move(ACCOUNT, had, part)
        if part.quantity < each.quantity:
            assert may_move(ACCOUNT, had, replace(part, quantity=part.quantity + 1))
        had.append(part)
