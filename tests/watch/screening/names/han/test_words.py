from __future__ import annotations

import pytest

from monazite.watch.screening.names.han.firms import firm_views
from monazite.watch.screening.names.han.simplified import simplified
from monazite.watch.screening.names.han.words import cut, known
from monazite.watch.screening.names.tables import rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "赣州晨岭稀土新材料有限公司",
            "赣州/place 晨岭/name 稀土/generic 新材料/generic 有限公司/legal",
        ),
        ("湖南省辰溪锑业", "湖南省/place 辰溪/name 锑业/generic"),
        ("鲍尔航空航天技术公司", "鲍尔/name 航空航天/generic 技术/generic 公司/legal"),
        ("俄罗斯联邦安全局", "俄罗斯联邦/place 安全/generic 局/generic"),
    ],
)
def test_cuts_a_firm_into_known_words_and_names(text: str, words: str) -> None:
    assert " ".join(f"{word.han}/{word.kind}" for word in cut(text)) == words


def test_nothing_is_lost_by_cutting() -> None:
    for row in rows("terms"):
        text = f"晨岭{row['han']}有限公司"
        assert "".join(word.han for word in cut(text)) == text


def test_every_term_is_simplified_and_its_english_are_small_latin_words() -> None:
    for row in rows("terms"):
        assert simplified(row["han"]) == row["han"], row
        assert row["kind"] in {"legal", "generic", "brand"}
        for sense in row["english"].split("|"):
            assert sense.replace(" ", "").isalnum(), row
            assert sense == sense.lower(), row


def test_no_word_stands_twice() -> None:
    for table in ("terms", "places", "surnames", "heteronyms", "sounds", "cantonese"):
        found = [row["han"] for row in rows(table)]
        assert len(found) == len(set(found)), table
    for table, column in (
        ("generic", "word"),
        ("lookalikes", "letter"),
        ("legal_forms", "form"),
        ("short_words", "short"),
    ):
        found = [row[column] for row in rows(table)]
        assert len(found) == len(set(found)), table


def test_a_term_wins_over_a_town_of_that_name() -> None:
    assert known()["白银"].kind == "generic"
    assert known()["赣州市"].senses == (("ganzhou",),)


def test_what_is_said_of_a_firm_before_its_name_is_left_out() -> None:
    assert firm_views("参与对某地区军售的猎鹰公司")[0] == firm_views("猎鹰公司")[0]
    assert firm_views("美的集团")[0].tokens[0] == "midea"


def test_latin_letters_and_numbers_in_a_chinese_name_stay() -> None:
    assert firm_views("L3哈里斯公司")[0].tokens[0] == "l3"
    assert firm_views("BRINC无人机公司")[0].tokens == ("brinc", "uav", "co")


def test_views_of_a_firm_are_different_and_the_first_weighs_most() -> None:
    found = firm_views("北京曙光科技有限公司")
    assert len({view.tokens for view in found}) == len(found)
    assert found[0].weight == max(view.weight for view in found) == 1.0
    assert ("beijing", "shuguang", "technology", "co", "ltd") in {view.tokens for view in found}
