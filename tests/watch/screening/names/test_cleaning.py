from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.screening.names.cleaning import LONGEST, cleaned, lookalikes


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "empty"),
        ("  \t ", "empty"),
        ("🚀🚀", "empty"),
        ("\u202e\u200b", "empty"),
        ("A", "name_too_short"),
        ("王", "name_too_short"),
        ("4711", "no_letters"),
        ("x" * (LONGEST + 1), "name_too_long"),
        ("王" * 10_000, "name_too_long"),
    ],
)
def test_says_why_a_name_cannot_be_compared(typed: str, why: str) -> None:
    assert cleaned(typed).text == ""
    assert why in cleaned(typed).why


@pytest.mark.parametrize(
    ("typed", "text", "why"),
    [
        ("  Wang   Wubin ", "Wang Wubin", ()),
        ("Ｗａｎｇ　Ｗｕｂｉｎ", "Wang Wubin", ()),
        ("Wang\u200b Wu\u200dbin", "Wang Wubin", ("invisible_dropped",)),
        ("\u202eWang Wubin\u202c", "Wang Wubin", ("invisible_dropped",)),
        ("🚀 Rocket Lab", "Rocket Lab", ("symbols_dropped",)),
        ("Moхammed Аli", "Moxammed Ali", ("lookalikes_folded",)),
        ("ОАО Vostok", "OAO Vostok", ("lookalikes_folded",)),
        ("Иван Петров", "Иван Петров", ()),
        ("ООО Ромашка", "ООО Ромашка", ()),
        ("Ναυτιλία Άλφα", "Ναυτιλία Άλφα", ()),
    ],
)
def test_folds_what_deceives_and_leaves_other_scripts(
    typed: str, text: str, why: tuple[str, ...]
) -> None:
    assert cleaned(typed)[:2] == (text, why)


def test_a_name_of_lookalikes_alone_is_read_both_ways() -> None:
    assert cleaned("СОСО ХОМ").text == "СОСО ХОМ"
    assert cleaned("СОСО ХОМ").otherwise == ("COCO XOM",)


def test_a_no_break_space_may_be_none() -> None:
    assert cleaned("Mo\u00a0hammed Ali").text == "Mo hammed Ali"
    assert cleaned("Mo\u00a0hammed Ali").otherwise == ("Mohammed Ali",)


@given(st.text(max_size=80))
def test_any_text_is_cleaned_and_cleaning_twice_changes_nothing(text: str) -> None:
    once = cleaned(text)
    assert bool(once.text) != bool(
        {"empty", "name_too_short", "no_letters", "name_too_long"} & {*once.why}
    )
    assert not once.text or cleaned(once.text).text == once.text


@given(
    st.text(alphabet="abcdefgh XYZ", min_size=4).filter(
        lambda t: len(t.split()) and len("".join(t.split())) > 1
    ),
    st.data(),
)
def test_one_lookalike_letter_in_a_latin_word_is_undone(text: str, data: st.DataObject) -> None:
    back = {latin: letter for letter, latin in lookalikes().items() if letter.islower()}
    places = [
        at
        for at, letter in enumerate(text)
        if letter in back and _word_at(text, at).isascii() and len(_word_at(text, at)) > 1
    ]
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    changed = text[:at] + back[text[at]] + text[at + 1 :]
    assert cleaned(changed).text == cleaned(text).text


def test_lookalikes_are_letters_that_are_left_after_cleaning() -> None:
    for letter, latin in lookalikes().items():
        assert unicodedata.normalize("NFKC", letter) == letter
        assert latin in string.ascii_letters
        assert len(latin) == 1


def _word_at(text: str, at: int) -> str:
    start = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at)
    return text[start : end if end >= 0 else len(text)]
