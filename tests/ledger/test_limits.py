"""What may be entered in an account agrees with a plain model; every reason against is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.ledger.limits import Problem, may_move
from monazite.ledger.movements import Account, Movement, balance, taken

_seeded = settings(derandomize=True, max_examples=200, deadline=None)
DAY = date(2026, 3, 2)
ACCOUNT = Account("both", Decimal(100), Decimal(1000), 5, 10, Decimal(30), None)
SIGNS = {"reserve": 1, "void": -1, "expire": -1, "contra": -1, "adjust": 1, "carry_over": 1}


def entry(
    kind: str, quantity: str = "0", *, value: str = "0", uses: int = 0, day: int = 0
) -> Movement:
    """An entry of the n-th day."""
    on = DAY + timedelta(days=day)
    return Movement(kind, Decimal(quantity), Decimal(value), uses, on)


def codes(account: Account, had: list[Movement], movement: Movement) -> list[str]:
    """What speaks against the entry."""
    return [problem.code for problem in may_move(account, had, movement)]


ASKED = st.lists(
    st.builds(
        Movement,
        kind=st.sampled_from(["reserve", "post", "void", "adjust", "contra", "surrender"]),
        quantity=st.integers(0, 40).map(Decimal),
        value=st.integers(0, 400).map(Decimal),
        uses=st.integers(0, 2),
        on=st.integers(0, 30).map(lambda n: DAY + timedelta(days=n)),
    ),
    max_size=25,
)


@_seeded
@given(ASKED)
def test_an_account_that_obeys_is_never_overdrawn(asked: list[Movement]) -> None:
    had: list[Movement] = []
    for movement in asked:
        if not may_move(ACCOUNT, had, movement):
            had.append(movement)
        sums = balance(ACCOUNT, had)
        assert sums.quantity.left is not None
        assert sums.value.left is not None
        assert sums.uses_left is not None
        assert min(sums.quantity.left, sums.value.left) >= 0
        assert min(sums.uses_left, sums.uses) >= 0
        for side in (sums.quantity, sums.value):
            assert min(side.used, side.reserved, side.given_back) >= 0


@_seeded
@given(ASKED, st.integers(1, 60))
def test_a_plain_model_agrees_with_every_answer(asked: list[Movement], limit: int) -> None:
    """The model keeps five numbers and adds up by hand; stretches are left out."""
    account = replace(ACCOUNT, sub_period_days=None, quantity=Decimal(limit))
    reserved = used = given = Decimal()
    value_reserved = value_used = value_given = Decimal()
    uses = 0
    had: list[Movement] = []
    for movement in asked:
        q, v, n = movement.quantity, movement.value, movement.uses
        match movement.kind:
            case "reserve":
                after = (reserved + q, used, given, value_reserved + v, value_used, value_given)
                count = uses + n
            case "post":
                after = (reserved - q, used + q, given, value_reserved - v, value_used + v,
                         value_given)  # fmt: skip
                count = uses
            case "void":
                after = (reserved - q, used, given, value_reserved - v, value_used, value_given)
                count = uses - n
            case "adjust":
                after = (reserved, used + q, given, value_reserved, value_used + v, value_given)
                count = uses + n
            case "contra":
                after = (reserved, used - q, given, value_reserved, value_used - v, value_given)
                count = uses - n
            case _:
                after = (reserved, used, given + q, value_reserved, value_used, value_given + v)
                count = uses
        fits = (
            min(after) >= 0
            and sum(after[:3]) <= limit
            and sum(after[3:]) <= 1000
            and 0 <= count <= 5
            and bool(q or v or n)
        )
        assert (may_move(account, had, movement) == ()) == fits
        if fits:
            reserved, used, given, value_reserved, value_used, value_given = after
            uses = count
            had.append(movement)


@_seeded
@given(ASKED)
def test_no_stretch_of_days_ever_holds_more_than_it_may(asked: list[Movement]) -> None:
    had: list[Movement] = []
    for movement in asked:
        if movement.kind in {"reserve", "adjust"} and not may_move(ACCOUNT, had, movement):
            had.append(movement)
    for start in range(-10, 31):
        first = DAY + timedelta(days=start)
        within = [m for m in had if first <= m.on < first + timedelta(days=10)]
        assert sum((taken(m, "quantity") for m in within), Decimal()) <= 30


def test_all_reasons_are_named_and_not_the_first_alone() -> None:
    had = [entry("adjust", "20", value="900", uses=4)]
    found = may_move(ACCOUNT, had, entry("reserve", "81", value="101", uses=2))
    assert [(each.code, each.asked, each.most) for each in found] == [
        ("over_quantity", Decimal(81), Decimal(80)),
        ("over_value", Decimal(101), Decimal(100)),
        ("over_uses", Decimal(2), Decimal(1)),
        ("over_sub_period_quantity", Decimal(81), Decimal(10)),
    ]


def test_a_stretch_is_named_by_its_first_and_last_day() -> None:
    had = [entry("reserve", "20", day=5), entry("reserve", "20", day=20)]
    assert may_move(ACCOUNT, had, entry("reserve", "11", day=13)) == (
        Problem("over_sub_period_quantity", Decimal(11), Decimal(10),
                DAY + timedelta(days=4), DAY + timedelta(days=13)),
    )  # fmt: skip
    assert codes(ACCOUNT, had, entry("reserve", "10", day=13)) == []
    assert codes(ACCOUNT, had, entry("reserve", "11", day=30)) == []


def test_what_was_voided_counts_for_the_day_of_its_reservation() -> None:
    had = [entry("reserve", "30", day=0), entry("void", "30", day=0)]
    assert codes(ACCOUNT, had, entry("reserve", "30", day=3)) == []


@pytest.mark.parametrize(
    ("kind", "code"),
    [("post", "not_reserved"), ("void", "not_reserved"), ("expire", "not_reserved"),
     ("contra", "not_used")],
)  # fmt: skip
def test_nothing_is_taken_back_that_was_not_there(kind: str, code: str) -> None:
    had = [entry("reserve", "5"), entry("adjust", "5")]
    assert codes(ACCOUNT, had, entry(kind, "5")) == []
    assert codes(ACCOUNT, had, entry(kind, "5.000001")) == [code]


def test_an_adjustment_corrects_downwards_but_not_below_zero() -> None:
    had = [entry("adjust", "20", uses=1)]
    assert codes(ACCOUNT, had, entry("adjust", "-20", uses=-1)) == []
    assert codes(ACCOUNT, had, entry("adjust", "-20.1", uses=-2)) == ["not_used", "not_used"]


def test_what_is_left_after_an_overdraft_is_said_as_it_is() -> None:
    had = [entry("adjust", "120")]
    assert may_move(ACCOUNT, had, entry("reserve", "1", day=40)) == (
        Problem("over_quantity", Decimal(1), Decimal(-20)),
    )
    assert codes(ACCOUNT, had, entry("contra", "20")) == []


@pytest.mark.parametrize(
    ("movement", "found"),
    [
        (entry("borrow", "1"), ["unknown_kind"]),
        (entry("reserve"), ["nothing"]),
        (entry("reserve", "-1"), ["negative"]),
        (entry("reserve", "1", uses=-1), ["negative"]),
        (entry("reserve", "0.0000001", value="0.0000001"), ["too_fine", "too_fine"]),
        (entry("grant", "100", value="1000"), []),
        (entry("grant", "99", value="1000"), ["grant_differs"]),
    ],
)
def test_an_entry_that_cannot_be_read_says_why(movement: Movement, found: list[str]) -> None:
    assert codes(ACCOUNT, [], movement) == found


def test_an_account_is_granted_once() -> None:
    grant = entry("grant", "100", value="1000")
    assert codes(ACCOUNT, [grant], grant) == ["grant_differs", "grant_differs"]


def test_an_open_line_takes_any_amount_within_its_stretches() -> None:
    account = Account("open", None, None, None, 10, None, Decimal(50))
    assert codes(account, [], entry("reserve", "1000000", value="50")) == []
    assert codes(account, [], entry("reserve", "1", value="51")) == ["over_sub_period_value"]
