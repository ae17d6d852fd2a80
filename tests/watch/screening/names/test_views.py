from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.screening.names.view import View
from monazite.watch.screening.names.views import views, views_of_many

_KINDS = st.sampled_from([None, "person", "company", "vessel", "aircraft", "other"])


@given(st.text(max_size=60), _KINDS)
def test_views_of_any_text_are_small_tokens_and_weights_up_to_one(text: str, kind: None) -> None:
    found = views(text, kind)
    assert len(found) == len(set(found))
    for view in found:
        assert view.tokens
        assert 0 < view.weight <= 1
        assert all(view.tokens)
        if view.kind != "han":
            assert all(
                one.isascii() and one.isalnum() and one == one.lower() for one in view.tokens
            )


def test_many_names_have_the_views_that_each_has() -> None:
    texts = ["王武斌", "Wang Wubin", "", "赣州晨岭稀土有限公司", "Ван Убинь", "Orion Metals Ltd"]
    kinds = ["person", "person", None, "company", "person", "company"]
    each = [views(text, kind) for text, kind in zip(texts, kinds, strict=True)]  # type: ignore[arg-type]
    assert list(views_of_many(texts, kinds)) == each  # type: ignore[arg-type]
    assert each[2] == ()


def test_the_name_as_written_comes_first() -> None:
    assert views("Wang Wubin", "person")[0].kind == "latin"
    assert views("王武斌", "person")[0] == ("han", ("王", "武", "斌"), 1.0)


def test_of_unknown_kind_a_short_name_is_a_person_and_one_with_business_words_a_firm() -> None:
    person = {view.kind for view in views("王武斌", None)}
    firm = {view.kind for view in views("晨岭稀土", None)}
    assert "pinyin" in person
    assert "terms" in firm
    assert "pinyin" not in firm


def test_lookalikes_hide_nobody() -> None:
    plain = views("Orion Metals Ltd", "company")[0]
    assert plain in views("Оrіоn Меtаls Ltd", "company")
    assert plain in views("Ori\u200bon Metals Ltd", "company")
    assert plain in views("Ori\u00a0on Metals Ltd", "company")


@pytest.mark.parametrize(
    "text", ["王武斌 (Wang Wubin)", "Wang Wubin 王武斌", "WANG, Wubin / 王武斌"]
)
def test_a_name_given_in_both_scripts_is_seen_in_both(text: str) -> None:
    found = set(views(text, "person"))
    assert View("han", ("王", "武", "斌")) in found
    assert View("pinyin", ("wang", "wu", "bin")) in found
    assert View("latin", ("wang", "wubin")) in found


def test_latin_letters_inside_a_firm_are_no_second_name() -> None:
    assert all(view.kind != "latin" for view in views("L3哈里斯公司", "company"))
    both = views("Orion Metals Ltd (晨岭有限公司)", "company")
    assert View("latin", ("orion", "metal", "ltd")) in both
    assert View("terms", ("chenling", "co", "ltd")) in both
