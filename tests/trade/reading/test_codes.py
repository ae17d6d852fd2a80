from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from support.mapped import flows_of, side_of

if TYPE_CHECKING:
    from pathlib import Path


def text(code: str) -> str:
    return f"year,code,to,kg\n2022,{code},JPN,5\n2022,810411,JPN,1\n"


@pytest.mark.parametrize(
    ("written", "spec", "code"),
    [
        ("2846.90", "code", "284690"), ("2846 90", "code", "284690"), (" 284690 ", "code", "284690"),
        ("10111", "{column: code, pad: 6}", "010111"), ("HS284690", "{column: code, extract: '[0-9]+'}", "284690"),
        ("284690 - Compounds", "{column: code, extract: '^([0-9]+) -|^([0-9]+)$'}", "284690"),
        ("2846901100", "{column: code, digits: [6, 10]}", "2846901100"),
    ],
)  # fmt: skip
def test_a_code_is_read_as_digits(tmp_path: Path, written: str, spec: str, code: str) -> None:
    extra = f"code: {spec}\n"
    if "Compounds" in written:
        extra = "code: {column: code, extract: '^[0-9]+'}\n"
    assert code in [row["code"] for row in flows_of(tmp_path, text(written), extra)]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2846", "heading"), ("28", "heading"), ("284", "bad_code"), ("28469011", "bad_code"),
        ("00", "bad_code"), ("004690", "bad_code"), ("28469X", "bad_code"), ("", "bad_code"),
        ("TOTAL", "bad_code"), ("２８４６９０", "bad_code"), ("-284690", "bad_code"),
    ],
)  # fmt: skip
def test_what_is_no_code_is_told(tmp_path: Path, written: str, reason: str) -> None:
    told = side_of(tmp_path, text(written))
    assert [(one["row"], one["reason"], one["field"]) for one in told] == [("1", reason, "code")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("284690", "284690"), ("28469011", "28469011"), ("1012100", "01012100"), ("10121", "010121"),
        ("01012100", "01012100"),
    ],
)  # fmt: skip
def test_the_zero_that_a_publisher_drops_is_given_back_and_no_other(
    tmp_path: Path, written: str, code: str
) -> None:
    extra = "code: {column: code, digits: [6, 8], pad: 8}\n"
    assert code in [row["code"] for row in flows_of(tmp_path, text(written), extra)]


def test_zeros_are_given_back_up_to_the_number_of_digits_that_is_named(tmp_path: Path) -> None:
    extra = "code: {column: code, digits: [6, 8], pad: 6}\n"
    for written in ("1012100", "101", "2846"):
        (told,) = side_of(tmp_path / written, text(written), extra)
        assert (told["reason"], told["value"]) == ("bad_code", written)


def test_a_number_of_digits_that_no_code_has_is_no_pad(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="`pad` is one of `digits`"):
        flows_of(tmp_path, text("284690"), "code: {column: code, digits: [6], pad: 8}\n")
