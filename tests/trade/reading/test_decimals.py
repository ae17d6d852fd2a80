from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal, localcontext

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monazite.trade.reading.decimals import LIMIT, WIDE, amounts, decimals, outside, scaled

SIX = Decimal("0.000001")
FACTORS = [Decimal(text) for text in ("1", "1000", "0.001", "0.45359237", "100", "1e-9", "7")]


def read(texts: list[str | None], times: Decimal = Decimal(1)) -> list[Decimal | None]:
    found, wrong = decimals(pa.array(texts, pa.string()), times)
    assert found.type == WIDE
    assert not any(wrong.to_pylist())
    return [*found.to_pylist()]


@settings(deadline=None)  # the first example loads pyarrow's own libraries
@given(
    st.lists(st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False), max_size=8),
    st.sampled_from(FACTORS),
)
def test_every_number_is_exact_and_rounded_once_half_to_even(
    numbers: list[Decimal], times: Decimal
) -> None:
    with localcontext() as exact:
        exact.prec = 500
        expected = [(one * times).quantize(SIX, ROUND_HALF_EVEN) for one in numbers]
    found = read([str(one) for one in numbers], times)
    for one, expects in zip(found, expected, strict=True):
        assert one == expects or abs(expects) >= LIMIT


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.0000005", "0"), ("0.0000015", "0.000002"), ("0.0000025", "0.000002"),
        ("0.00000250000000000000000001", "0.000003"), ("5.", "5"), (".5", "0.5"), ("+3", "3"),
        ("1e3", "1000"), ("1E-7", "0"), ("0.30000000000000004", "0.3"), ("-0", "0"),
        ("44.907000000000004", "44.907"), ("007", "7"),
    ],
)  # fmt: skip
def test_numbers_as_publishers_write_them(text: str, value: str) -> None:
    assert read(["1", text, None]) == [Decimal(1), Decimal(value), None]


@pytest.mark.parametrize(
    "text", ["", "x", "1,5", "1 000", "NaN", "inf", "0x1", "1_0", "１", "--1", "1e", "."]
)
def test_what_is_no_number_is_told_apart(text: str) -> None:
    found, wrong = decimals(pa.array(["1.5", text, None]))
    assert found.to_pylist() == [Decimal("1.5"), None, None]
    assert wrong.to_pylist() == [False, True, False]


@pytest.mark.parametrize("text", ["1e300", "9" * 40, "1e12", "1000000000000", "-1e12"])
@pytest.mark.parametrize("times", [Decimal(1), Decimal("2.5")])
def test_numbers_that_no_column_holds_are_recognised_as_such(text: str, times: Decimal) -> None:
    found, _ = decimals(pa.array([text, "1"]), times)
    negative, absurd = outside(found)
    assert absurd.tolist() == [True, False]
    assert negative.tolist() == [text.startswith("-"), False]


def test_all_in_bounds_says_so_of_empty_columns_too() -> None:
    for column in (pa.array([], WIDE), pa.array([None], WIDE), pa.array([Decimal(1)], WIDE)):
        negative, absurd = outside(column)
        assert not negative.any()
        assert not absurd.any()


def test_amounts_have_the_type_of_the_flow_table_and_keep_their_gaps_in_slices() -> None:
    found, _ = decimals(pa.array(["1.5", None, "999999999999.999999"]))
    assert amounts(found).to_pylist() == [Decimal("1.5"), None, Decimal("999999999999.999999")]
    assert amounts(found.slice(1)).to_pylist() == [None, Decimal("999999999999.999999")]
    assert str(amounts(found).type) == "decimal128(18, 6)"


def test_amounts_times_factors_of_their_rows() -> None:
    found, _ = decimals(pa.array(["1.5", "2", None, "4"]))
    factors = pa.array(
        [Decimal(1000), Decimal("0.0000003"), Decimal(1), None], pa.decimal128(36, 18)
    )
    assert scaled(found, factors).to_pylist() == [Decimal(1500), Decimal("0.000001"), None, None]
