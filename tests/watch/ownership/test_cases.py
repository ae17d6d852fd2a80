from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from monazite.law.strict_yaml import read
from monazite.watch.ownership.effect import applies
from support.holdings import found

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).parents[2] / "cases" / "watch" / "ownership.yaml"
CASES = read(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_who_is_reached(case: Mapping[str, Any]) -> None:
    answer = found(case["holds"], case["listed"], case["rule"], date.fromisoformat(case["on"]))
    states = {one.party: one.state for one in answer.parties if one.party not in case["listed"]}
    assert states == case["expect"]
    if "applies" in case:
        assert applies(answer.status) is case["applies"]


def test_the_cases_name_every_state_and_every_rule() -> None:
    assert {state for case in CASES for state in case["expect"].values()} == {
        "reached", "possibly", "below",
    }  # fmt: skip
    assert {case["rule"] for case in CASES} == {"ofac", "bis", "cn-61"}
