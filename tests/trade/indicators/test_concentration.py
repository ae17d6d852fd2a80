from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.errors import InputError
from monazite.trade.indicators.concentration import (
    DOJ_SCALE,
    hhi,
    hhi_with_rest,
    hhi_with_unspecified,
    top_share,
)

AMOUNTS = st.lists(st.floats(0.001, 1e9), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("amounts", "index", "top"),
    [
        ([7], 1.0, 1.0),
        ([1, 1, 1, 1], 0.25, 0.25),
        ([50, 30, 20], 0.38, 0.5),
        ([50, 30, 20, 0], 0.38, 0.5),
    ],
)
def test_the_index_is_the_sum_of_squared_shares(
    amounts: list[float], index: float, top: float
) -> None:
    assert hhi(amounts).value == pytest.approx(index)
    assert top_share(amounts).value == top


def test_three_suppliers_of_50_30_and_20_are_3800_on_the_scale_of_antitrust() -> None:
    assert hhi([50, 30, 20]).value * DOJ_SCALE == pytest.approx(3800)


@pytest.mark.parametrize("amounts", [[], [0, 0]])
def test_without_amounts_there_is_no_index_rather_than_zero(amounts: list[float]) -> None:
    for found in (hhi(amounts), top_share(amounts)):
        assert found.missing
        assert found.reason == "nothing_to_share"


@pytest.mark.parametrize("wrong", [-1.0, float("nan"), float("inf")])
def test_an_amount_that_cannot_be_is_refused_by_name(wrong: float) -> None:
    with pytest.raises(InputError, match=r"^amounts: .*0 or more"):
        hhi([1.0, wrong])


@given(AMOUNTS)
def test_the_index_lies_between_equal_shares_and_one(amounts: list[float]) -> None:
    assert 1 / len(amounts) - 1e-9 <= hhi(amounts).value <= 1 + 1e-9


def test_a_rest_of_the_world_gives_bounds_and_they_close_without_one() -> None:
    span = hhi_with_rest([50, 30], 20)
    assert (span.low, span.high) == pytest.approx((0.34, 0.38))
    exact = hhi_with_rest([50, 30, 20], 0)
    assert exact.low == exact.high == pytest.approx(hhi([50, 30, 20]).value)


def test_a_rest_of_countries_smaller_than_those_named_narrows_the_bounds() -> None:
    # 20 of a rest no part of which exceeds 8: two of 8 and one of 4.
    span = hhi_with_rest([72, 8], 20, largest=8)
    assert span.high == pytest.approx((72**2 + 8**2 + 2 * 8**2 + 4**2) / 100**2)
    assert span.high < hhi_with_rest([72, 8], 20).high
    assert hhi_with_rest([72, 8], 20, largest=0).high == span.low


@given(AMOUNTS, AMOUNTS)
def test_however_the_rest_is_really_shared_the_index_lies_within_the_bounds(
    named: list[float], rest: list[float]
) -> None:
    span = hhi_with_rest(named, sum(rest))
    true = hhi([*named, *rest]).value
    assert span.low <= true * (1 + 1e-9)
    assert true <= span.high * (1 + 1e-9)
    tight = hhi_with_rest(named, sum(rest), largest=max(rest))
    assert true <= tight.high * (1 + 1e-9)


@given(AMOUNTS, st.floats(0, 1e9))
def test_whoever_sent_the_unspecified_part_the_index_lies_within_the_bounds(
    named: list[float], loose: float
) -> None:
    span = hhi_with_unspecified(named, loose)
    for lucky in range(len(named)):
        true = hhi([amount + loose * (n == lucky) for n, amount in enumerate(named)]).value
        assert span.low <= true * (1 + 1e-9)
        assert true <= span.high * (1 + 1e-9)
    assert isclose(span.high, max(
        hhi([amount + loose * (n == lucky) for n, amount in enumerate(named)]).value
        for lucky in range(len(named))
    ), rel_tol=1e-9)  # fmt: skip


def test_bounds_of_nothing_are_refused() -> None:
    with pytest.raises(InputError, match="at least one is above zero"):
        hhi_with_rest([], 0)
    with pytest.raises(InputError, match="at least one is above zero"):
        hhi_with_unspecified([0], 0)
