"""Lists of sums: what is shown tells nobody's trade, nor does what is left of the total."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.customs.statistics.listing import Trade, listing
from monazite.customs.statistics.sensitive import Limits

LIMITS = Limits(3, 1, Decimal("0.85"), Decimal("0.10"))
ROWS = st.lists(
    st.builds(
        Trade,
        st.sampled_from("abcde"),
        st.tuples(st.integers(0, 6), st.integers(0, 6)),
        st.tuples(st.integers(0, 1000), st.integers(0, 1000)),
    ),
    max_size=40,
)


def even(part: str, firms: int = 4, amount: int = 100) -> list[Trade]:
    """As much of each of so many firms, each to a user of its own."""
    return [Trade(part, (firm, firm), (amount, amount)) for firm in range(firms)]


def tells(rows: list[tuple[int, int]]) -> bool:
    """The three rules in plain words, of one amount by party."""
    sums: dict[int, int] = {}
    for party, amount in rows:
        if amount:
            sums[party] = sums.get(party, 0) + amount
    ranked = sorted(sums.values(), reverse=True)
    if not ranked:
        return False
    if len(ranked) < LIMITS.firms:
        return True
    rest = sum(ranked[2:])
    return ranked[0] > 0.85 * sum(ranked) + 1e-6 or rest + 1 <= 0.10 * ranked[0]


def any_tells(rows: list[Trade]) -> bool:
    return any(
        tells([(each.parties[kind], each.amounts[at]) for each in rows])  # type: ignore[misc]
        for kind in range(2)
        for at in range(2)
    )


def test_what_everybody_trades_is_shown() -> None:
    found = listing([*even("JPN"), *even("DEU", amount=50)], LIMITS)
    assert found is not None
    assert found.total == (600, 600)
    assert found.parts == {"DEU": (200, 200), "JPN": (400, 400)}
    assert found.hidden == (0, 0)


def test_what_one_firm_sells_takes_another_part_along() -> None:
    found = listing([*even("JPN"), *even("DEU", amount=50), *even("OMN", 1)], LIMITS)
    assert found is not None
    assert found.parts == {"DEU": None, "JPN": (400, 400), "OMN": None}
    assert found.hidden == (300, 300)


def test_what_one_user_buys_of_many_firms_is_hidden_too() -> None:
    rows = [Trade("OMN", (firm, "one user"), (100, 100)) for firm in range(4)]
    found = listing([*even("JPN"), *rows], LIMITS)
    assert found is not None
    assert found.parts == {"JPN": None, "OMN": None}


def test_an_amount_of_which_few_have_any_hides_the_part() -> None:
    rows = [Trade("OMN", (firm, firm), (100, 100 if firm == 0 else 0)) for firm in range(4)]
    found = listing([*even("JPN"), *even("DEU"), *rows], LIMITS)
    assert found is not None
    assert found.parts["OMN"] is None


@pytest.mark.parametrize("rows", [[], even("JPN", 2)])
def test_a_total_that_tells_is_no_list(rows: list[Trade]) -> None:
    assert listing(rows, LIMITS) is None


@given(ROWS)
def test_nothing_that_is_shown_or_left_tells(rows: list[Trade]) -> None:
    found = listing(rows, LIMITS)
    if found is None:
        assert not rows or any_tells(rows)
        return
    for part, amounts in found.parts.items():
        assert amounts is None or not any_tells([each for each in rows if each.part == part])
    hidden = [each for each in rows if found.parts[each.part] is None]
    assert not hidden or not any_tells(hidden)
    shown = [amounts for amounts in found.parts.values() if amounts]
    for at in range(2):
        assert found.total[at] == sum(each[at] for each in shown) + found.hidden[at]
        assert found.hidden[at] == sum(each.amounts[at] for each in hidden)


@given(ROWS, st.randoms(use_true_random=False))
def test_neither_order_nor_names_matter(rows: list[Trade], chance: object) -> None:
    turned = list(rows)
    chance.shuffle(turned)  # type: ignore[attr-defined]
    renamed = [
        Trade(each.part, tuple(f"firm {party}" for party in each.parties), each.amounts)
        for each in turned
    ]
    assert listing(renamed, LIMITS) == listing(rows, LIMITS)


def test_parts_come_in_order() -> None:
    found = listing([*even("JPN"), *even("DEU"), *even("KOR")], LIMITS)
    assert found is not None
    assert all(a < b for a, b in pairwise(found.parts))
