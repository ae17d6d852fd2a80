from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.screening.names.identifiers import (
    checked,
    cn_id_check,
    imo_check,
    lei_check,
    uscc_check,
)

_USCC = st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17)


@pytest.mark.parametrize(
    ("kind", "typed", "value", "why"),
    [
        ("uscc", "9144 0300-7084 6113 6t", "91440300708461136T", ""),
        ("uscc", "91440300708461136A", "", "check_digit"),
        ("uscc", "91440300708461136", "", "length"),
        ("uscc", "9144030O708461136T", "", "letters"),
        ("lei", "LEI: 5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12", ""),
        ("lei", "5493001KJTIIGC8Y1R13", "", "check_digit"),
        ("imo", "IMO 9074729", "9074729", ""),
        ("imo", "IMO no. 9074728", "", "check_digit"),
        ("imo", "90747290", "", "length"),
        ("duns", "15-048-3782", "150483782", ""),
        ("duns", "1504837", "", "length"),
        ("cn-id", "11010519491231002x", "11010519491231002X", ""),
        ("cn-id", "110105194912310021", "", "check_digit"),
        ("passport", " e 12.345/67 ", "E1234567", ""),
        ("passport", "Ｅ１２３４５６７", "E1234567", ""),
        ("passport", "n/a", "", "placeholder"),
        ("tax", "0000000", "", "placeholder"),
        ("tax", " - ", "", "empty"),
    ],
)
def test_brings_numbers_to_one_form_or_says_why_not(
    kind: str, typed: str, value: str, why: str
) -> None:
    assert checked(kind, typed) == (value, why)


@given(_USCC)
def test_one_wrong_letter_of_a_social_credit_code_is_found(first: str) -> None:
    whole = first + uscc_check(first)
    if set(whole) - {"0"}:
        assert checked("uscc", whole).value == whole
    other = ("1" if whole[3] != "1" else "2").join((whole[:3], whole[4:]))
    assert checked("uscc", other).why == "check_digit"


@given(st.text(alphabet="0123456789", min_size=18, max_size=18).filter(lambda t: set(t) > {"0"}))
def test_one_wrong_digit_of_a_legal_entity_identifier_is_found(first: str) -> None:
    whole = first + lei_check(first)
    assert checked("lei", whole).value == whole
    other = ("1" if whole[5] != "1" else "2").join((whole[:5], whole[6:]))
    assert checked("lei", other).why == "check_digit"


@given(st.text(alphabet="0123456789", min_size=6, max_size=6).filter(lambda t: set(t) != {"0"}))
def test_the_check_digit_of_a_ship_is_accepted(first: str) -> None:
    assert checked("imo", first + imo_check(first)).value


@given(st.text(alphabet="0123456789", min_size=17, max_size=17).filter(lambda t: set(t) != {"0"}))
def test_two_neighbours_swapped_in_a_residents_number_are_found(first: str) -> None:
    whole = first + cn_id_check(first)
    swapped = whole[:6] + whole[7] + whole[6] + whole[8:]
    assert (checked("cn-id", swapped).why == "check_digit") == (whole[6] != whole[7])
