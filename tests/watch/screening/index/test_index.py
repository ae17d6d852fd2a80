from __future__ import annotations

import math

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.screening.index.forms import forms_of
from monazite.watch.screening.index.index import build
from monazite.watch.screening.names.view import View
from support.watch_index import NAMES, asked_of, found, index_of, plain

INDEX = index_of(NAMES)


def test_every_name_finds_itself_first_by_one() -> None:
    named = [name for name in NAMES if name]
    candidates = INDEX.search(asked_of(named), 5)
    for number, name in enumerate(named):
        best = candidates.of(number)
        assert NAMES[best.name[0]] == name
        assert best.score[0] == pytest.approx(1, rel=1e-5)
        assert (np.diff(best.score) <= 0).all()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wubin wang", "wang wubin"),
        ("wang wu bin", "wang wubin"),
        ("mohamed hariri", "muhammad al hariri"),
        ("ivan sidorov", "ivan petrovich sidorov"),
        ("i p sidorov", "ivan petrovich sidorov"),
        ("d s co", "davar shipping co"),
        ("petrochem industries", "petro chem industries"),
        ("nrthrn rr erth grp", "northern rare earth group"),
        ("baikzl", "baikal"),
        ("tepmbank", "tempbank"),
        ("aclo trading", "alco trading"),
        ("orient deep ocean", "orient deep ocean mining"),
    ],
)
def test_a_name_written_otherwise_finds_the_one_meant_first(typed: str, meant: str) -> None:
    assert NAMES[found(INDEX, typed)[0]] == meant


def test_what_shares_nothing_finds_nothing() -> None:
    assert found(INDEX, "zzyzx") == []
    assert found(INDEX, "") == []


def test_no_more_names_come_than_asked_for_and_each_once() -> None:
    index = index_of([f"trading house {n}" for n in range(40)])
    names = found(index, "trading house", 7)
    assert len(names) == len(set(names)) == 7


def test_a_name_comes_once_by_the_views_that_met_best() -> None:
    views = [(View("latin", ("wang", "wubin")), View("pinyin", ("wang", "wu", "bin"), 0.8))]
    index = build(views, [0])
    asked = forms_of([(View("latin", ("wang",)), View("pinyin", ("wang", "wu", "bin")))])
    met = index.search(asked)
    assert (met.name.tolist(), met.row.tolist(), met.asked_row.tolist()) == ([0], [1], [1])


def test_a_weaker_view_is_worth_less_on_either_side() -> None:
    words = ("deep", "ocean")
    strong = build([(View("latin", words),)], [0])
    weak = build([(View("latin", words, 0.5),)], [0])
    asked, half = forms_of([(View("latin", words),)]), forms_of([(View("latin", words, 0.5),)])
    scores = [
        float(index.search(one).score[0]) for index in (strong, weak) for one in (asked, half)
    ]
    assert scores == pytest.approx([1, 0.5, 0.5, 0.25], rel=1e-5)


@pytest.mark.parametrize(
    ("listed", "asked", "meet"),
    [
        ("acronym", "latin", True), ("latin", "acronym", True), ("acronym", "acronym", False),
        ("wade-giles", "wade-giles", False), ("wade-giles", "cantonese", False),
        ("wade-giles", "latin", True), ("pinyin", "joined", True), ("pinyin", "palladius", True),
        ("han", "han", True), ("han", "latin", False), ("terms", "latin", True),
    ],
)  # fmt: skip
def test_two_guesses_prove_nothing(listed: str, asked: str, meet: bool) -> None:
    index = build([(View(listed, ("cetc",)),)], [0])  # type: ignore[arg-type]
    asked_forms = forms_of([(View(asked, ("cetc",)),)])  # type: ignore[arg-type]
    assert bool(len(index.search(asked_forms).name)) == meet


def test_names_of_a_party_are_told_by_its_number() -> None:
    index = build(map(plain, ["alpha one", "beta two", "alpha uno"]), [7, 8, 7])
    assert {index.owner[name] for name in found(index, "alpha")} == {7}


def test_every_name_needs_an_owner() -> None:
    with pytest.raises(InputError, match="owners"):
        build(map(plain, ["alpha", "beta"]), [0])


def test_idf_counts_names_not_views_or_repetitions() -> None:
    index = build(
        [
            (View("latin", ("bora", "bora")), View("terms", ("bora",))),
            (View("latin", ("bora", "lund")),),
        ],
        [0, 1],
    )
    idf = dict(zip(index.forms.tokens.texts(), index.idf.tolist(), strict=True))
    assert idf["bora"] == pytest.approx(math.log(1 + 0.5 / 2.5))
    assert idf["lund"] == pytest.approx(math.log(1 + 1.5 / 1.5))


def test_an_index_of_nothing_finds_nothing() -> None:
    empty = index_of([])
    assert found(empty, "john smith") == []
    assert found(index_of(["", ""]), "john smith") == []
    assert len(INDEX.search(asked_of([])).name) == 0


def test_asking_together_and_one_by_one_finds_the_same() -> None:
    asked = ["john smyth", "trading", "zzyzx", "baikzl", "", "l i"]
    together = INDEX.search(asked_of(asked), 6)
    for number, text in enumerate(asked):
        alone = INDEX.search(asked_of([text]), 6)
        assert together.of(number).name.tolist() == alone.name.tolist()
        assert together.of(number).score == pytest.approx(alone.score, rel=1e-5)


def test_the_same_names_make_the_same_index() -> None:
    again = index_of(NAMES)
    assert (again.postings.key == INDEX.postings.key).all()
    assert (again.postings.weight == INDEX.postings.weight).all()
    assert (again.forms.token == INDEX.forms.token).all()
