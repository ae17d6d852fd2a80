from __future__ import annotations

import pytest

from monazite.catalogue import words
from monazite.errors import InputError


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("D.R. Congo", "dr congo"),
        ("Côte d’Ivoire", "cote divoire"),
        ("  Viet-Nam ", "viet nam"),
        ("ＵＳＡ", "usa"),
        ("刚果（金）", "刚果 金"),
        ("", ""),
    ],
)
def test_case_accents_width_and_points_do_not_matter(written: str, folded: str) -> None:
    assert words.fold(written) == folded


def test_the_nearest_words_come_best_first_and_as_they_are_spelled() -> None:
    known = ["Oxide", "Ore", "Alloy", "Powder"]
    assert words.nearest("oxyde", known) == ["Oxide"]
    assert words.nearest("POWDR", known, n=1) == ["Powder"]
    assert words.nearest("zzzz", known) == []


def test_one_wrong_sign_of_two_is_still_near_in_chinese() -> None:
    assert words.nearest("稀士", ["稀土", "石墨"]) == ["稀土"]


def test_words_that_hold_the_word_come_before_those_that_look_like_it() -> None:
    assert words.nearest("Congo", ["Tongo", "Congo (Brazzaville)", "DR Congo"], n=2) == [
        "DR Congo",
        "Congo (Brazzaville)",
    ]


def test_the_error_names_the_nearest_words_only_where_there_are_any() -> None:
    near = words.unknown("form", "oxyde", "a form", ["oxide", "ore"])
    far = words.unknown("form", "zzzz", "a form", ["oxide", "ore"])
    assert near.accepted == "a form; did you mean 'oxide'?"
    assert far.accepted == "a form"
    assert (near.field, near.value) == ("form", "oxyde")


def test_a_vocabulary_names_one_word_for_each_meaning() -> None:
    known = words.vocabulary("a place", [("Korea Rep.", "KR"), ("Korea, South", "KR")])
    assert known.find("korea rep") == "KR"
    with pytest.raises(InputError) as caught:
        known.read("Korea", "place")
    assert caught.value.accepted == "a place; did you mean 'Korea Rep.'?"


def test_a_word_with_two_meanings_is_refused() -> None:
    with pytest.raises(ValueError, match="Congo means both CD and CG"):
        words.vocabulary("a place", [("congo", "CD"), ("Congo", "CG")])


def test_only_the_languages_of_the_catalogue_are_spoken() -> None:
    assert [words.language(lang) for lang in words.LANGS] == ["en", "zh"]
    with pytest.raises(InputError) as caught:
        words.language("fr")
    assert caught.value.document() == {
        "field": "lang",
        "value": "fr",
        "accepted": "en or zh",
    }
