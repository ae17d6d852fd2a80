"""What several offices say comes to one thing, in whatever order it arrives, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.catalogue.texts import LANGS, keys
from monazite.licensing.casework.advice import (
    AGREED,
    CONFLICT,
    NO_OBJECTION,
    NOT_OURS,
    POSITIONS,
    REFUSE,
    WAITING,
    WITH_CONDITIONS,
    Opinion,
    check,
    consolidate,
)
from monazite.licensing.casework.regime import casework

CN = casework("CN")


def _said(office: str, position: str, *texts: str) -> Opinion:
    grounds = texts if position == REFUSE else ()
    conditions = texts if position == WITH_CONDITIONS else ()
    return Opinion(office, position, grounds, conditions, f"{office}-1", "")


@st.composite
def _opinions(draw: st.DrawFn) -> list[Opinion]:
    """Advice of a few offices, each changed any number of times."""
    made: list[Opinion] = []
    for office in draw(st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True)):
        before = ""
        for n in range(draw(st.integers(1, 3))):
            position = draw(st.sampled_from(POSITIONS))
            texts = draw(st.lists(st.sampled_from(["x", "y", "z"]), max_size=2))
            opinion = replace(
                _said(office, position, *texts), key=f"{office}{n}", supersedes=before
            )
            made.append(opinion)
            before = opinion.key
    return made


@given(_opinions(), st.randoms(use_true_random=False), st.sets(st.sampled_from(["a", "e"])))
def test_the_order_in_which_advice_arrives_changes_nothing(
    opinions: list[Opinion], random: st.DataObject, awaited: set[str]
) -> None:
    shuffled = list(opinions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    twice = [*shuffled, *shuffled[:1]]
    assert consolidate(shuffled, awaited) == consolidate(opinions, awaited)
    assert consolidate(twice, sorted(awaited)) == consolidate(opinions, awaited)


@given(_opinions(), st.sets(st.sampled_from(["a", "e"])))
def test_no_ground_and_no_condition_of_standing_advice_is_lost(
    opinions: list[Opinion], awaited: set[str]
) -> None:
    gone = {each.supersedes for each in opinions}
    stands = [each for each in opinions if each.key not in gone]
    found = consolidate(opinions, awaited)
    assert set(found.grounds) == {ground for each in stands for ground in each.grounds}
    assert set(found.conditions) == {text for each in stands for text in each.conditions}
    assert len(set(found.conditions)) == len(found.conditions)


@given(_opinions())
def test_a_refusal_and_a_consent_never_agree(opinions: list[Opinion]) -> None:
    gone = {each.supersedes for each in opinions}
    said = {each.position for each in opinions if each.key not in gone}
    found = consolidate(opinions, [])
    if REFUSE in said and said & {NO_OBJECTION, WITH_CONDITIONS}:
        assert found.state == CONFLICT
    if found.state == AGREED and opinions:
        assert found.position in said - {NOT_OURS}


@pytest.mark.parametrize(
    ("opinions", "state", "position"),
    [
        ([], AGREED, None),
        ([_said("a", NO_OBJECTION)], AGREED, NO_OBJECTION),
        ([_said("a", REFUSE, "security"), _said("b", REFUSE, "credit")], AGREED, REFUSE),
        ([_said("a", REFUSE, "security"), _said("b", NO_OBJECTION)], CONFLICT, None),
        ([_said("a", REFUSE, "security"), _said("b", WITH_CONDITIONS, "x")], CONFLICT, None),
        ([_said("a", NO_OBJECTION), _said("b", WITH_CONDITIONS, "x")], AGREED, WITH_CONDITIONS),
        ([_said("a", NOT_OURS), _said("b", NO_OBJECTION)], AGREED, NO_OBJECTION),
        ([_said("a", NOT_OURS), _said("b", REFUSE, "security")], AGREED, REFUSE),
        ([_said("a", NOT_OURS), _said("b", NOT_OURS)], CONFLICT, None),
    ],
)
def test_what_it_comes_to(opinions: list[Opinion], state: str, position: str | None) -> None:
    found = consolidate(opinions, [])
    assert (found.state, found.position, found.waiting_for) == (state, position, ())


def test_it_waits_for_every_office_that_was_asked_and_shows_what_is_there() -> None:
    found = consolidate([_said("b", WITH_CONDITIONS, "report arrival")], ["d", "c"])
    assert (found.state, found.position, found.waiting_for) == (WAITING, None, ("c", "d"))
    assert found.conditions == ("report arrival",)


def test_conditions_stand_in_the_order_of_the_offices() -> None:
    opinions = [_said("b", WITH_CONDITIONS, "two", "one"), _said("a", WITH_CONDITIONS, "one")]
    assert consolidate(opinions, []).conditions == ("one", "two")


def test_advice_whose_place_was_taken_does_not_count() -> None:
    first = _said("a", REFUSE, "security")
    second = replace(_said("a", NO_OBJECTION), key="a-2", supersedes=first.key)
    found = consolidate([second, first], [])
    assert (found.state, found.position, found.grounds) == (AGREED, NO_OBJECTION, ())


WRONG = {
    "advice.position_unknown": _said("a", "perhaps"),
    "advice.refusal_without_grounds": _said("a", REFUSE),
    "advice.grounds_without_refusal": replace(_said("a", NO_OBJECTION), grounds=("security",)),
    "advice.conditions_missing": _said("a", WITH_CONDITIONS),
    "advice.conditions_not_meant": replace(_said("a", NO_OBJECTION), conditions=("x",)),
    "advice.ground_unknown": _said("a", REFUSE, "security", "weather"),
}


@pytest.mark.parametrize("code", WRONG)
def test_advice_that_cannot_be_given(code: str) -> None:
    (found,) = check(WRONG[code], CN)
    assert found.code == code
    assert all(found.message(lang) and found.cure(lang) for lang in LANGS)


def test_all_that_is_wrong_is_said_and_a_refusal_rests_on_the_law() -> None:
    bad = replace(_said("a", NO_OBJECTION), grounds=("weather",), conditions=("x",))
    assert {each.code for each in check(bad, CN)} == {
        "advice.grounds_without_refusal", "advice.conditions_not_meant", "advice.ground_unknown",
    }  # fmt: skip
    (refusal,) = check(_said("a", REFUSE), CN)
    assert refusal.law == "CN-ECL-2020 art. 13"


@pytest.mark.parametrize(
    "opinion",
    [
        _said("a", NO_OBJECTION),
        _said("a", NOT_OURS),
        _said("a", WITH_CONDITIONS, "x"),
        _said("a", REFUSE, *CN.factors),
    ],
)
def test_advice_that_can(opinion: Opinion) -> None:
    assert check(opinion, CN) == ()


def test_every_word_of_advice_is_there_and_none_is_left_over() -> None:
    assert {f"licensing.casework.position.{each}" for each in POSITIONS} <= keys()
    said = {key for key in keys() if key.startswith("licensing.finding.advice.")}
    assert said == {f"licensing.finding.{code}" for code in WRONG}
