"""Answers by likeness in words, as JSON, and as what routing may rest on."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from monazite.catalogue.texts import LANGS, keys
from monazite.licensing.casework.gathering import facts_of
from monazite.licensing.casework.likeness import (
    NO_ALERT,
    NOT_COMPARED,
    POSSIBLE,
    SET_ASIDE,
    WAITING,
    Likeness,
)
from monazite.licensing.casework.screening import (
    NO_EXACT_MATCH,
    WITH_LIKENESS,
    Answer,
    Screened,
    of_document,
)
from monazite.licensing.reading import read
from support.forms import good_form

LIKE = Likeness(
    party="f" * 64, number=2, version="a" * 64, entity="X-1", alias="Hoshizora Motor KK",
    score="0.912", expected="0.40",
)  # fmt: skip


def _answer(result: str, role: str = "end_user", like: Likeness | None = LIKE) -> Answer:
    return Answer(
        party=0, role=role, name="Hoshizora Motors", compared=("Hoshizora Motors",), result=result,
        list="site" if like else "", entry="Hoshizora" if like else "", measure="", residual="",
        likeness=like,
    )  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_a_possible_match_tells_entry_alias_and_how_often_it_means_nobody(lang: str) -> None:
    said = _answer(POSSIBLE).said(lang)
    assert all(word in said for word in ("Hoshizora Motor KK", "site", "0.40"))


@pytest.mark.parametrize("result", [NO_ALERT, NOT_COMPARED])
def test_what_was_in_the_way_is_told(result: str) -> None:
    said = _answer(result, like=replace(LIKE, why=("stale_list", WAITING))).said("en")
    assert "too old" in said
    assert "the worker does it" in said


def test_every_reason_of_screening_has_words_here() -> None:
    start = "watch.screen.why."
    whys = {key.removeprefix(start) for key in keys() if key.startswith(start)}
    assert {f"licensing.casework.why.{why.removesuffix('.one')}" for why in whys} <= keys()


def test_it_comes_back_from_json_as_it_was() -> None:
    found = Screened(
        WITH_LIKENESS, "0" * 64, (_answer(POSSIBLE), _answer(NO_EXACT_MATCH, like=None))
    )
    document = json.loads(json.dumps(found.document()))
    assert of_document(document) == found


def test_what_was_kept_before_there_was_likeness_is_read_as_ever() -> None:
    found = Screened("exact", "0" * 64, (_answer(NO_EXACT_MATCH, like=None),))
    document = json.loads(json.dumps(found.document()))
    for each in document["answers"]:
        del each["likeness"]
    assert of_document(document) == found


def test_another_score_or_version_is_the_same_finding_and_another_end_is_not() -> None:
    one = _answer(POSSIBLE)
    again = _answer(POSSIBLE, like=replace(LIKE, score="0.913", version="b" * 64, number=3))
    assert one.finding == again.finding
    assert one.finding != _answer(SET_ASIDE, like=replace(LIKE, until="2027-01-01")).finding
    assert one.finding != _answer(POSSIBLE, like=replace(LIKE, entity="X-2")).finding


@pytest.mark.parametrize(
    ("result", "role", "regime", "known"),
    [
        (POSSIBLE, "end_user", "CN", False),
        (NOT_COMPARED, "end_user", "CN", False),
        (NO_ALERT, "end_user", "CN", True),
        (SET_ASIDE, "end_user", "CN", True),
        (POSSIBLE, "end_user", "generic", True),
        (POSSIBLE, "bank", "CN", True),
    ],
)
def test_a_likeness_leaves_open_whether_a_party_that_is_minded_is_listed(
    result: str, role: str, regime: str, *, known: bool
) -> None:
    form = replace(read(good_form()).application, regime=regime)
    facts = facts_of(form, [], Screened(WITH_LIKENESS, "", (_answer(result, role),)))
    assert ("listed" not in facts.unknown) is known
    assert facts.values("listed") == ()
