from __future__ import annotations

import pytest

from monazite.watch.screening.names.han.reading import MOST, readings, words_read
from monazite.watch.screening.names.han.simplified import simplified
from monazite.watch.screening.names.han.surnames import surname_sizes, surnames
from monazite.watch.screening.names.syllables import plain, syllables


@pytest.mark.parametrize(
    ("han", "read"),
    [
        ("王武斌", ["wang wu bin"]),
        ("曾立本", ["zeng li ben", "ceng li ben"]),
        ("盖卫东", ["ge wei dong", "gai wei dong"]),
        ("尉迟敬业", ["yu chi jing ye"]),
        ("吕伟民", ["lv wei min"]),
        ("乐文城", ["yue wen cheng", "le wen cheng"]),
    ],
)
def test_reads_a_name_with_its_surname_first(han: str, read: list[str]) -> None:
    found = [" ".join((*one.surname, *one.given)) for one in readings(han)]
    assert found[: len(read)] == read


def test_the_first_reading_weighs_most_and_there_are_not_many() -> None:
    found = readings("单长乐行")
    assert found[0].weight == max(one.weight for one in found) == 1.0
    assert 1 < len(found) <= MOST
    assert len({(one.surname, one.given) for one in found}) == len(found)


def test_words_are_read_in_their_context() -> None:
    assert words_read("长春银行") == ("chang", "chun", "yin", "hang")


@pytest.mark.parametrize(
    ("typed", "simple"),
    [
        ("張國樑", "张国梁"),
        ("発電団", "发电团"),
        ("徳広沢", "德广泽"),
        ("陈芸研", "陈芸研"),
        ("王武斌", "王武斌"),
    ],
)
def test_every_form_becomes_the_simplified_one(typed: str, simple: str) -> None:
    assert simplified(typed) == simple


def test_every_surname_is_simplified_and_read_in_syllables() -> None:
    for one in surnames().values():
        assert simplified(one.han) in {one.han, "于"}
        assert len(one.pinyin) == len(one.han)
        assert {plain(part) for part in one.pinyin} <= syllables(), one
        assert all(way.isascii() and way.islower() for way in (*one.cantonese, *one.hokkien))


@pytest.mark.parametrize(
    ("han", "sizes"), [("王武", (1,)), ("欧阳雪", (2, 1)), ("司马南风", (2,)), ("上官", (1,))]
)
def test_a_surname_of_two_characters_is_seen(han: str, sizes: tuple[int, ...]) -> None:
    assert surname_sizes(han) == sizes
