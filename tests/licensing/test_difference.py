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
        ("lines[0].description", "Fins of another machine", KEY),
        ("lines[0].hs", "8505190090", KEY),
        ("end_use.process", "Everything is remelted and cast anew elsewhere", KEY),
        ("end_use.sector", "machinery", KEY),
        ("parties[2].name_native", "別の会社", KEY),
        ("parties[2].identifier", "1111-11-111111", KEY),
        ("parties[2].address", "Another street", KEY),
        ("parties[1].name", "Fictional Akatsuki Robots", MINOR),
        ("parties[2].contact", "other@hoshizora.example", MINOR),
        ("lines[0].quantity", "1700", MINOR),
        ("transport[0].port_of_exit", "Qingdao", MINOR),
        ("contract.value", "127000", MINOR),
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
        Change("lines[1].description", None, "scrap", KEY),
        Change("lines[1].form", None, "scrap", KEY),
    )


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("application.destination", "Japan"),
        ("application.kind", "Single licence"),
        ("lines[0].contains", "Dy=3%, B=0.010, Fe=0.68, Nd=0.27"),
        ("lines[0].quantity", "1800.00"),
        ("civil_use.sold_onward", "否"),
        ("product_tree[2].loss", "2 %"),
        ("transport[0].lines", None),
    ],
)
def test_another_way_of_writing_is_no_change(path: str, typed: str | None) -> None:
    assert difference(good_form(), changed(good_form(), {path: typed})) == ()


OTHER = {
    "description": "Sm-Co magnets", "form": "magnet", "contains": "Sm=0.3,Co",
    "control_code": "1C902.a.4", "hs": "8505111000", "quantity": "5", "unit": "kg",
}  # fmt: skip


def _two_lines() -> dict[str, Any]:
    ways = [{"lines": "1", "mode": "sea", "via": "KR"}, {"lines": "2", "mode": "air"}]
    return changed(good_form(), {"lines[1]": OTHER, "transport": ways})


@pytest.mark.parametrize("section", ["parties", "papers", "claims", "product_tree"])
def test_another_order_of_rows_is_no_change(section: str) -> None:
    turned = good_form()
    turned[section].reverse()
    assert difference(good_form(), turned) == ()


def test_lines_in_another_order_take_their_numbers_with_them() -> None:
    turned = changed(
        _two_lines(),
        {"transport[0].lines": "2", "transport[1].lines": "1", "product_tree[2].line": "2"},
    )
    turned["lines"].reverse()
    assert difference(_two_lines(), turned) == ()


def test_a_line_that_is_gone_stands_after_the_last_and_is_no_change_of_the_others() -> None:
    left = changed(_two_lines(), {"lines[0]": None})
    gone = [c for c in difference(_two_lines(), left) if c.path.startswith("lines")]
    assert {(c.path.partition(".")[0], c.new) for c in gone} == {("lines[1]", None)}
    said = {c.path.partition(".")[2]: (c.old, c.weight) for c in gone}
    assert said["contains"] == ("Nd=0.27,Fe=0.68,B=0.01,Dy=0.03", KEY)


def test_a_row_keeps_its_place_in_the_new_form() -> None:
    turned = changed(_two_lines(), {"lines[1].quantity": "6"})
    turned["lines"].reverse()
    changes = [c for c in difference(_two_lines(), turned) if c.path.startswith("lines")]
    assert changes == [Change("lines[0].quantity", "5", "6", MINOR)]


def test_a_long_list_is_compared_in_seconds() -> None:
    many = [OTHER | {"description": f"magnet {n}", "contains": "Sm"} for n in range(200)]
    other = [row | {"description": f"{row['description']} new"} for row in many]
    changes = difference(good_form() | {"lines": many}, good_form() | {"lines": other})
    assert len(changes) == 200


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
