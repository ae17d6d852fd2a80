from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.customs.numbers import LONGEST, readable, tidy

NUMBER = "CN-L-2026-000123"


@pytest.mark.parametrize(
    "typed",
    [
        NUMBER,
        " cn-l-2026-000123 ",
        "CN - L - 2026 - 000123",
        "CN\u2014L\u20132026\u2010000123",
        "CN\u2212L\u22122026\u2212000123",
        "\uff23\uff2e-L-2026-\uff10\uff10\uff10123",
        "\u0421N-L-2026-000123",
        "CN-L-2O26-OOOI23",
        "CN-L-2026-0\u200b00123",
        "CN-L-2026-\n000123",
    ],
)
def test_a_number_is_one_however_it_is_typed(typed: str) -> None:
    assert tidy(typed) == NUMBER
    assert readable(tidy(typed))


def test_letters_stay_letters_where_no_figure_is_beside_them() -> None:
    assert tidy("OIL-7") == "OIL-7"


@pytest.mark.parametrize(
    "typed", ["", "-", "ask my boss!", "CN--1", "A" * (LONGEST + 1), "许可证1"]
)
def test_what_is_no_number_is_not_readable(typed: str) -> None:
    assert not readable(tidy(typed))


@given(st.text(max_size=50))
def test_a_tidy_number_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    if readable(once):
        assert tidy(once) == once
