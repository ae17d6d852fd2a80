from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.mapped import put, side_of

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "year,code,to,kg,mode\n2022,284690,JPN,5,0\n2022,284690,JPN,4,SEA\n2022,2846,JPN,9,0\n2022,280530,WLD,9,\n"


@pytest.mark.parametrize(
    ("rule", "aside"),
    [
        ("{reason: detail, column: mode, not_among: ['0', '']}", ["2"]),
        ("{reason: detail, column: mode, among: [sea]}", ["2"]),
        ("{reason: detail, column: mode, matches: '^[A-Z]'}", ["2"]),
        ("{reason: empty, column: mode, shorter_than: 1}", ["4"]),
        ("{reason: detail, column: nowhere, among: [sea]}", []),
    ],
)
def test_a_rule_sets_rows_aside_with_its_reason(
    tmp_path: Path, rule: str, aside: list[str]
) -> None:
    told = side_of(tmp_path, TEXT, f"optional: [nowhere]\nparts: [mode]\nset_aside: [{rule}]\n")
    found = [one["row"] for one in told if one["reason"] in {"detail", "empty"}]
    assert found == aside
    assert all(one["status"] == "set_aside" for one in told if one["row"] in aside)


def test_a_row_that_is_set_aside_is_not_asked_for_faults(tmp_path: Path) -> None:
    rule = "set_aside: [{reason: world_total, column: to, among: [WLD]}]\n"
    told = side_of(tmp_path, TEXT.replace("WLD,9", "WLD,much"), rule + "parts: [mode]\n")
    assert [(one["row"], one["reason"]) for one in told] == [("4", "world_total"), ("3", "heading")]


def test_the_first_rule_that_means_a_row_gives_its_reason(tmp_path: Path) -> None:
    rules = "set_aside: [{reason: a, column: to, among: [WLD]}, {reason: b, column: code, matches: '^28'}]\n"
    (one,) = put(tmp_path, TEXT + "2022,810411,JPN,1,0\n", rules).loads
    assert one.reasons == {"a": 1, "b": 3}
    assert (one.accepted, one.set_aside, one.rejected) == (1, 4, 0)


def test_a_heading_or_no_single_place_is_no_fault(tmp_path: Path) -> None:
    told = side_of(tmp_path, TEXT, "parts: [mode]\npartner: {column: to, values: {WLD: null}}\n")
    assert {(one["row"], one["reason"], one["status"]) for one in told} == {
        ("3", "heading", "set_aside"), ("4", "no_single_place", "set_aside"),
    }  # fmt: skip
