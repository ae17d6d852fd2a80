from __future__ import annotations

import pytest

from monazite.watch.screening.names.acronyms import acronym_views
from monazite.watch.screening.names.cyrillic import palladius_views
from monazite.watch.screening.names.latin_chinese import pinyin_views
from monazite.watch.screening.names.sounds import sound_key
from monazite.watch.screening.names.views import views
from monazite.watch.screening.names.wade_giles import wade_giles_views


@pytest.mark.parametrize(
    ("cyrillic", "pinyin"),
    [
        ("Ван Убинь", "wang wu bin"),
        ("Убинь Ван", "wang wu bin"),
        ("Сюй Жоси", "xu ruo xi"),
        ("Чжоу Цзинсин", "zhou jing xing"),
        ("Оуян Жонань", "ou yang ruo nan"),
    ],
)
def test_reads_cyrillic_back(cyrillic: str, pinyin: str) -> None:
    assert pinyin in {" ".join(view.tokens) for view in palladius_views(cyrillic)}


@pytest.mark.parametrize("name", ["Иван Петров", "Владимир Жуков", "Ли", "Вера Ли Смирнова"])
def test_a_russian_name_is_no_chinese_one(name: str) -> None:
    assert palladius_views(name) == []


@pytest.mark.parametrize(
    ("surname", "given", "spelled", "sure"),
    [
        ("xu", "ruo xi", "hsu jo hsi", True),
        ("guo", "ming hua", "kuo ming hua", False),
        ("zeng", "li ben", "tseng li pen", True),
        ("wang", "wu bin", "wang wu pin", False),
    ],
)
def test_spells_as_wade_and_giles(surname: str, given: str, spelled: str, sure: bool) -> None:
    (view,) = wade_giles_views((surname,), tuple(given.split()))
    assert " ".join(view.tokens) == spelled
    assert (view.weight > 0.8) == sure


def test_no_view_where_wade_and_giles_write_pinyin() -> None:
    assert wade_giles_views(("wang",), ("ming",)) == []


@pytest.mark.parametrize(
    ("latin", "pinyin"),
    [
        ("wang wubin", {"wang wu bin"}),
        ("wubin wang", {"wang wu bin"}),
        ("wang wu bin", {"wang wu bin", "bin wang wu"}),
        ("lyu weimin", {"lu wei min"}),
        ("ouyang ruonan", {"ou yang ruo nan"}),
        ("ruo nan ou yang", {"ou yang ruo nan", "yang ruo nan ou"}),
        ("wang li", {"wang li", "li wang"}),
        ("wangwubin", {"wang wu bin"}),
        ("john smith", set()),
        ("ana lima", set()),
    ],
)
def test_takes_latin_names_apart_that_can_be_chinese(latin: str, pinyin: set[str]) -> None:
    found = pinyin_views(tuple(latin.split()))
    assert {" ".join(view.tokens) for view in found if view.kind == "pinyin"} == pinyin


def test_hong_kong_and_singapore_spellings_weigh_less() -> None:
    found = {
        " ".join(view.tokens): view.weight
        for view in views("陈国强", "person")
        if view.kind == "cantonese"
    }
    assert found["chan kwok keung"] > found["chan guo qiang"] > found["tan guo qiang"]


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("northern orbit research institute", {"nori"}),
        ("eastern electronics technology group corp", {"eet", "eetc"}),
        ("orion metals", set()),
        ("a b c d e f g h i j k l m", set()),
    ],
)
def test_makes_initials_of_long_names(name: str, initials: set[str]) -> None:
    assert {view.tokens[0] for view in acronym_views(tuple(name.split()))} == initials


@pytest.mark.parametrize(
    ("original", "spelled"),
    [("lockheed", "lokhid"), ("huntington", "huntinton"), ("ingalls", "inguls"), ("rhein", "lain")],
)
def test_a_foreign_word_and_its_chinese_sounds_have_one_key(original: str, spelled: str) -> None:
    assert sound_key(original) == sound_key(spelled) != ""


def test_chinese_words_have_no_key() -> None:
    assert sound_key("chenling") == sound_key("wubin") == ""
