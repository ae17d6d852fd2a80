"""Runs tests/cases/trade/indicators: worked by hand, to be read and added to by an economist."""

from __future__ import annotations

from math import isnan, nan
from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.trade.indicators.concentration import (
    DOJ_SCALE,
    hhi,
    hhi_with_rest,
    hhi_with_unspecified,
    top_share,
)
from monazite.trade.indicators.n_minus_one import n_minus_one
from monazite.trade.indicators.reliance import (
    eu_import_reliance,
    gross_import_reliance,
    net_import_reliance,
)

FILE = Path(__file__).parents[2] / "cases" / "trade" / "indicators" / "indicators.yaml"
CASES: list[dict[str, Any]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def known(value: float | None) -> float:
    return nan if value is None else value


def concentration(asked: dict[str, Any]) -> dict[str, Any]:
    supply = list(asked["supply"].values())
    if "rest" in asked:
        span = hhi_with_rest(supply, asked["rest"], asked.get("largest_of_rest"))
        return {"low": span.low, "high": span.high}
    if "unspecified" in asked:
        span = hhi_with_unspecified(supply, asked["unspecified"])
        return {"low": span.low, "high": span.high}
    found = hhi(supply)
    return {
        "hhi": found.value, "hhi_10000": found.value * DOJ_SCALE,
        "top_share": top_share(supply).value, "reason": found.reason,
    }  # fmt: skip


def reliance(asked: dict[str, Any]) -> dict[str, Any]:
    amounts = {name: known(amount) for name, amount in asked.items()}
    net = net_import_reliance(**amounts)
    eu = eu_import_reliance(amounts["imports"], amounts["exports"], amounts["primary"])
    domestic = amounts["primary"] + amounts.get("secondary", 0)
    gross = gross_import_reliance(amounts["imports"], domestic)
    return {
        "net": net.value, "net_reason": net.reason, "eu": eu.value,
        "gross": gross.value, "gross_reason": gross.reason,
    }  # fmt: skip


def without_the_largest(asked: dict[str, Any]) -> dict[str, Any]:
    found = n_minus_one(
        asked["supply"], known(asked.get("demand")), known(asked.get("demand_of_supplier"))
    )
    return {
        "supplier": found.supplier, "supply_left": found.supply_left,
        "share_left": found.share_left, "coverage": found.coverage, "reason": found.reason,
    }  # fmt: skip


ASK = {"hhi": concentration, "reliance": reliance, "n_minus_one": without_the_largest}


def agrees(found: Any, expected: Any) -> bool:
    if isinstance(found, float) and isnan(found):
        return expected is None
    return bool(found == pytest.approx(expected, abs=5e-5))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_case_holds(case: dict[str, Any]) -> None:
    (question,) = ASK.keys() & case.keys()
    found = ASK[question](case[question])
    wrong = {
        key: (found[key], expected)
        for key, expected in case["expect"].items()
        if not agrees(found[key], expected)
    }
    assert wrong == {}


def test_the_cases_say_different_things() -> None:
    asked = [str({key: case[key] for key in case if key != "name"}) for case in CASES]
    assert len(asked) == len(set(asked)) >= 24
