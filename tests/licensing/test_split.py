"""Splitting: every line in one piece, nothing added, nothing lost."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monazite.licensing.precheck import precheck
from monazite.licensing.split import split
from support.forms import TODAY, changed, good_form

WAYS = (
    {
        "lines": "1",
        "mode": "sea",
        "port_of_exit": "Ningbo",
        "port_of_entry": "Nagoya",
        "first_on": "2027-02-01",
    },
    {
        "lines": "2",
        "mode": "air",
        "port_of_exit": "Shanghai Pudong",
        "port_of_entry": "Narita",
        "first_on": "2027-02-05",
    },
)


def two_ways() -> dict[str, Any]:
    """The good form with a second line that leaves by air, its place in the rotor beside."""
    line = good_form()["lines"][0] | {
        "description": "Spare magnets",
        "quantity": "100",
        "value": "7000",
    }
    part = {
        "node": "1.1.2",
        "part": "spare magnets",
        "per_parent": "0.02",
        "unit": "kg",
        "line": "2",
    }
    return changed(
        good_form(),
        {
            "lines[1]": line,
            "transport": list(WAYS),
            "contract.value": "133000.00",
            "product_tree[3]": part,
        },
    )


def test_one_way_is_no_split() -> None:
    assert split(good_form()) == (good_form(),)


def test_each_way_takes_its_line() -> None:
    sea, air = split(two_ways())
    assert [line["quantity"] for line in sea["lines"]] == ["1800"]
    assert [line["quantity"] for line in air["lines"]] == ["100"]
    assert (sea["contract"]["value"], air["contract"]["value"]) == ("126000.00", "7000")
    assert air["transport"] == [{k: v for k, v in WAYS[1].items() if k != "lines"}]
    assert sea["papers"] == air["papers"] == good_form()["papers"]


def test_lines_are_numbered_anew_in_the_product_tree() -> None:
    _, air = split(two_ways())
    assert [part.get("line") for part in air["product_tree"]] == [None, None, None, "1"]


def test_the_pieces_heal_what_the_whole_was_refused_for() -> None:
    codes = {f.code for f in precheck(two_ways(), today=TODAY).findings}
    assert "transport.single_more_than_one" in codes
    for piece in split(two_ways()):
        found = precheck(piece, today=TODAY)
        assert "transport.single_more_than_one" not in {f.code for f in found.findings}
        assert "contract.value_not_sum" not in {f.code for f in found.findings}


def test_a_line_that_two_ways_name_goes_once() -> None:
    doubled = changed(two_ways(), {"transport[1].lines": "1, 2"})
    sea, air = split(doubled)
    assert (len(sea["lines"]), len(air["lines"])) == (1, 1)


def test_ways_for_all_lines_cannot_be_told_apart() -> None:
    same = changed(two_ways(), {"transport[0].lines": None, "transport[1].lines": None})
    assert split(same) == (same,)


def test_a_value_that_cannot_be_read_stays_as_it_was_typed() -> None:
    odd = changed(two_ways(), {"lines[1].value": "seven thousand"})
    sea, air = split(odd)
    assert sea["contract"]["value"] == "126000.00"
    assert air["contract"]["value"] == "133000.00"


@pytest.mark.parametrize(
    ("typed", "first"), [("１", 1), ("1，", 1), ("1;2", 2), ("3", 1), ("9", 1)]
)
def test_numbers_of_lines_are_read_as_the_check_reads_them(typed: str, first: int) -> None:
    pieces = split(changed(two_ways(), {"transport[0].lines": typed}))
    assert len(pieces[0]["lines"]) == first


def test_a_value_is_read_as_the_check_reads_it() -> None:
    odd = changed(two_ways(), {"lines[0].value": "126_000", "lines[1].value": "７０００"})
    sea, air = split(odd)
    assert sea["contract"]["value"] == "133000.00"
    assert air["contract"]["value"] == "7000"


def test_lines_in_full_width_digits_keep_their_place_in_the_tree() -> None:
    _, air = split(changed(two_ways(), {"product_tree[3].line": "２"}))
    assert air["product_tree"][3]["line"] == "1"


def test_a_contract_that_says_no_value_gets_none() -> None:
    for piece in split(two_ways() | {"contract": {}}):
        assert piece["contract"] == {}


def test_a_blank_way_takes_no_line() -> None:
    blank = changed(two_ways(), {"transport[2]": {}})
    assert [piece["transport"][0]["mode"] for piece in split(blank)] == ["sea", "air"]


amounts = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False)


@given(
    st.lists(amounts, min_size=1, max_size=12),
    st.lists(st.sets(st.integers(1, 14)), max_size=6),
)
def test_nothing_is_added_and_nothing_is_lost(
    quantities: list[Decimal], ways: list[set[int]]
) -> None:
    lines = [
        {"quantity": f"{q:f}", "value": f"{q:f}", "description": str(n)}
        for n, q in enumerate(quantities)
    ]
    rows = [{"lines": ", ".join(map(str, sorted(way)))} for way in ways]
    pieces = split(good_form() | {"lines": lines, "transport": rows})
    there = [line for piece in pieces for line in piece["lines"]]
    assert sorted(map(str, there)) == sorted(map(str, lines))
    assert sum(Decimal(line["quantity"]) for line in there) == sum(quantities)
    if len(pieces) > 1:
        for piece in pieces:
            worth = sum(Decimal(line["value"]) for line in piece["lines"])
            assert Decimal(piece["contract"]["value"]) == worth
            assert len(piece["transport"]) == 1
