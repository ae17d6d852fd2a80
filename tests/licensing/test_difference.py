"""What an amendment changes, and which changes make a new application (R art. 18)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.licensing.difference import KEY, MINOR, Change, difference
from support.forms import ELEVEN_FAULTS, changed, good_form


def test_a_form_differs_in_nothing_from_itself() -> None:
    assert difference(good_form(), good_form()) == ()


@pytest.mark.parametrize(
    ("path", "typed", "weight"),
    [
        ("application.destination", "DE", KEY),
        ("lines[0].contains", "Nd,Fe,B,Tb", KEY),
        ("end_use.use", "Something else altogether, in other words", KEY),
        ("parties[2].name", "Fictional Akatsuki Robots", KEY),
        ("parties[1].name", "Fictional Akatsuki Robots", MINOR),
        ("parties[2].contact", "other@hoshizora.example", MINOR),
        ("lines[0].quantity", "1700", MINOR),
        ("transport[0].port_of_exit", "Qingdao", MINOR),
        ("contract.value", "126000", MINOR),
        ("papers[0].language", "en", MINOR),
    ],
)
def test_a_change_has_its_weight(path: str, typed: str, weight: str) -> None:
    (change,) = difference(good_form(), changed(good_form(), {path: typed}))
    assert (change.path, change.new, change.weight) == (path, typed, weight)
    assert change.old


def test_a_regime_weighs_in_its_own_way() -> None:
    generic = changed(good_form(), {"application.regime": "generic"})
    (change,) = difference(generic, changed(generic, {"end_use.site_name": "elsewhere"}))
    assert change.weight == MINOR


def test_who_becomes_an_end_user_changes_the_end_user() -> None:
    changes = difference(good_form(), changed(good_form(), {"parties[1].role": "end_user"}))
    assert [(c.path, c.weight) for c in changes] == [("parties[1].role", KEY)]


def test_a_new_line_is_another_item() -> None:
    more = changed(good_form(), {"lines[1]": {"description": "scrap", "form": "scrap"}})
    assert difference(good_form(), more) == (
        Change("lines[1].description", None, "scrap", MINOR),
        Change("lines[1].form", None, "scrap", KEY),
    )


def test_blanks_say_nothing() -> None:
    blank = changed(good_form(), {"contract.number": " QH-2026-118 ", "lines[0].only": "  "})
    assert difference(good_form(), blank) == ()
    asked = changed(good_form(), {"lines[0].only": True})
    assert [(c.path, c.new) for c in difference(good_form(), asked)] == [("lines[0].only", "yes")]


def test_what_is_no_form_is_compared_without_an_error() -> None:
    strange: dict[str, Any] = {"lines": "no list", "contract": [1], "papers": [None, 3]}
    assert {c.new for c in difference(good_form(), strange)} == {None}


@given(st.sets(st.sampled_from(range(len(ELEVEN_FAULTS)))))
def test_a_difference_read_backwards_is_the_same(chosen: set[int]) -> None:
    form = good_form()
    for n in chosen:
        form = changed(form, ELEVEN_FAULTS[n].changes)
    there = difference(good_form(), form)
    back = difference(form, good_form())
    assert {(c.path, c.old, c.new) for c in there} == {(c.path, c.new, c.old) for c in back}
    assert bool(there) == bool(chosen)
