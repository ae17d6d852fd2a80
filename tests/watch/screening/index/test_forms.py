from __future__ import annotations

from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.index.tokens import tokens_of
from monazite.watch.screening.names.view import View

VIEWS = [
    (View("latin", ("wang", "wubin")), View("pinyin", ("wang", "wu", "bin"), 0.5)),
    (),
    (View("han", ("王", "武")), View("latin", ())),
    (View("acronym", ("cetc",), 0.75),),
]


def test_views_come_back_as_they_were_given_but_for_empty_ones() -> None:
    forms = forms_of(iter(VIEWS))
    assert [forms.views_of(name) for name in range(forms.names)] == [
        VIEWS[0], (), (View("han", ("王", "武")),), VIEWS[3]
    ]  # fmt: skip
    assert (forms.names, forms.rows) == (4, 4)
    assert forms.name.tolist() == [0, 0, 2, 3]


def test_a_token_is_kept_once() -> None:
    forms = forms_of([VIEWS[0], VIEWS[0]])
    assert sorted(forms.tokens.texts()) == ["bin", "wang", "wu", "wubin"]
    assert len(forms.token) == 10


def test_no_names_have_no_rows() -> None:
    forms = forms_of([])
    assert (forms.names, forms.rows, forms.tokens.count) == (0, 0, 0)
    assert forms_of([(), ()]).names == 2


def test_tokens_are_read_by_number() -> None:
    tokens = tokens_of(["alpha", "", "王武", "z"])
    assert tokens.count == 4
    assert [tokens.text(n) for n in range(4)] == ["alpha", "", "王武", "z"]
    assert tokens.texts() == ["alpha", "", "王武", "z"]
    assert tokens.of([2, 0]).texts() == ["王武", "alpha"]
