"""Runs tests/cases/trade: figures, claims and runs that a statistician can read and add to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.trade.monthly import check_claim, check_run, load, month_report, parse
from monazite.trade.monthly.documents import report_document, run_document, verdict_document

FOLDER = Path(__file__).parents[2] / "cases" / "trade" / "monthly"
CASES: dict[str, dict[str, Any]] = {
    f"{path.stem}: {case['name']}": case
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
}


def answer(case: dict[str, Any]) -> dict[str, Any]:
    if "report" in case:
        asked = case["report"]
        report = month_report(asked["series"], asked["month"], asked.get("to", "WORLD"))
        return report_document(report)
    if "claim" in case:
        asked = case["claim"]
        return verdict_document(check_claim(asked["figure"], asked["change"], asked.get("before")))
    asked = case["run"]
    return run_document(
        check_run(
            load(asked["series"]),
            parse(asked["since"]),
            asked["months"],
            asked["direction"],
            basis=asked["basis"],
            to=asked.get("to", "WORLD"),
        )
    )


def agrees(found: Any, expected: Any) -> bool:
    """Whether a figure has the expected value, or every expected field of its document."""
    if isinstance(found, dict) and not isinstance(expected, dict):
        return bool(found["value"] == expected)
    if isinstance(expected, dict):
        return all(found[key] == value for key, value in expected.items())
    return bool(found == expected)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_case_holds(case: dict[str, Any]) -> None:
    found = answer(case)
    wrong = {
        key: (found[key], expected)
        for key, expected in case["expect"].items()
        if not agrees(found[key], expected)
    }
    assert wrong == {}
    for expected in case.get("implied", []):
        assert any(agrees(one, expected) for one in found["implied"]), expected


def test_the_cases_say_different_things() -> None:
    asked = [str({key: case[key] for key in case if key != "name"}) for case in CASES.values()]
    assert len(asked) == len(set(asked)) >= 35
