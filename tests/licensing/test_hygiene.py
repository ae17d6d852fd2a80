from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from monazite.law.finding import ERROR, WARNING
from monazite.licensing.hygiene import clean, narrow, problems, shown

BIDI = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]


def codes(text: str, limit: int = 200, *, lines: bool = False) -> list[str]:
    return [each.code for each in problems(text, limit, lines=lines)]


@pytest.mark.parametrize("point", BIDI, ids=hex)
def test_every_sign_that_turns_the_direction_is_found(point: int) -> None:
    (found,) = problems(f"contract{chr(point)}fdp.exe", 200, lines=False)
    assert (found.code, found.severity) == ("direction_override", ERROR)
    assert found.values["characters"] == f"U+{point:04X}"


@pytest.mark.parametrize(
    "point", [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFF, 0xD800], ids=hex
)
def test_every_control_character_is_found_in_a_name(point: int) -> None:
    assert codes(f"a{chr(point)}b") == ["control_character"]


@pytest.mark.parametrize(
    "point", [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x3164, 0xFE0F, 0xE0041], ids=hex
)
def test_characters_without_width_are_found(point: int) -> None:
    assert codes(f"Ac{chr(point)}me") == ["invisible_character"]


@pytest.mark.parametrize(
    "text",
    [
        "Nordlicht Motoren GmbH",
        "中国某某磁材有限公司",
        "株式会社サンプル",
        "Müller & Søn",
        "می\u200cخواهم",
        "क्\u200dष",
        "葛\U000e0100城",
        "α-Fe 5 μm",
        "Прогресс Лтд",
    ],
)
def test_names_as_they_are_written_are_clean(text: str) -> None:
    assert codes(text) == []


def test_lines_are_allowed_where_a_field_has_lines() -> None:
    assert codes("one\ntwo\tthree\r\n", lines=True) == []
    assert codes("one\ntwo", lines=False) == ["control_character"]


def test_an_end_of_line_that_was_pasted_along_is_no_fault() -> None:
    assert codes("Acme Ltd\r\n") == []


def test_a_text_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert codes("a" * 200) == []
    (found,) = problems("a" * 1201, 200, lines=False)
    assert (found.values["limit"], found.values["length"]) == ("200", "1,201")


def test_everything_wrong_is_found_at_once() -> None:
    assert codes("Асme\u202e\u200b\x07", 3) == [
        "too_long",
        "control_character",
        "direction_override",
        "invisible_character",
        "mixed_script",
    ]


def test_a_word_of_two_alphabets_is_a_warning_that_names_the_letters() -> None:
    (found,) = problems("Huawеi", 200, lines=False)
    assert (found.code, found.severity) == ("mixed_script", WARNING)
    assert found.values["letters"] == "е U+0435"


def test_text_is_composed_and_bare_of_space_around_it() -> None:
    assert clean("  Do\u0308mo\u0308\r\nGmbH ") == "Dömö\nGmbH"


def test_full_width_signs_become_plain_and_powers_stay() -> None:
    assert narrow("１２．５　％") == "12.5 %"
    assert narrow("5²") == "5²"


def test_a_message_shows_what_cannot_be_seen_and_cuts_what_is_long() -> None:
    assert shown("a\u202eb\x00") == "a<U+202E>b<U+0000>"
    assert shown("x" * 100) == "x" * 59 + "…"


@seed(20261122)
@given(st.text(max_size=60), st.booleans())
def test_any_text_is_judged_and_shown(text: str, lines: bool) -> None:
    problems(text, 50, lines=lines)
    assert unicodedata.is_normalized("NFC", clean(text))
    assert not set(shown(text)) & {"\x00", "\u202e", "\u200b", "\n"}
