"""Runs tests/cases/trade/mirror/antimony.yaml: published figures in, leads out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.trade.flows.engine import engine as engine_of
from monazite.trade.mirror.controls import Control
from monazite.trade.mirror.evidence import (
    Evidence,
    capacity,
    leg_rose,
    market_rank,
    same_group_buyer,
)
from monazite.trade.mirror.leads import Leads, find_leads
from support.trade_tables import cell_table

FILE = Path(__file__).parents[2] / "cases" / "trade" / "mirror" / "antimony.yaml"
CASES: list[dict[str, Any]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
KG = 1_000.0


def evidence(case: dict[str, Any]) -> list[Evidence]:
    code = case.get("evidence_code", case["control"]["code"])
    rises = [
        leg_rose(
            one["leg"], via, code, kg=one["t"] * KG, months=one["months"], base_kg=one["base_t"] * KG,
            base_months=one["base_months"], level=one["level"], source=one["source"],
        )
        for one in case["published"]
        for via in one["via"]
    ]  # fmt: skip
    outward = {
        one.via: one.figures
        for one in rises
        if one and one.kind == "outward_leg_rose" and one.level != "firm"
    }
    found = [
        *rises,
        *(market_rank(one["via"], code, rank=one["rank"], rank_before=one["rank_before"], source=one["source"]) for one in case.get("ranks", ())),
        *(
            capacity(
                one["via"], code, outward_kg_month=outward[one["via"]]["kg"] / outward[one["via"]]["months"],
                times_base=outward[one["via"]]["times_base"], capacity_kg_month=None, plants=one["plants"], mines=one["mines"],
                source=one["source"], explanations=("capacity_reopened",) if one.get("reopened") else (),
            )
            for one in case.get("plants", ())
        ),
        *(same_group_buyer(one["via"], code, source=one["source"]) for one in case.get("same_group", ())),
    ]  # fmt: skip
    return [one for one in found if one is not None]


def answer(case: dict[str, Any]) -> Leads:
    asked = case["control"]
    control = Control(
        asked["name"], (asked["code"],), asked["exporter"], asked["target"], asked["date"]
    )
    engine = engine_of("duckdb")
    empty = cell_table(engine, [])
    return find_leads(
        engine, empty, None, asked["code"], controls=[control], evidence=evidence(case)
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_case_holds(case: dict[str, Any]) -> None:
    found = [lead.document() for lead in answer(case).leads]
    assert [lead["via"] for lead in found] == [one["via"] for one in case["expect"]]
    for lead, expected in zip(found, case["expect"], strict=True):
        figures = expected.pop("figures")
        assert {key: lead[key] for key in expected} == expected
        assert {key: pytest.approx(lead["figures"][key], rel=1e-3) for key in figures} == figures


def test_acceptance_b3_a_lead_is_consistent_with_and_says_from_where() -> None:
    thailand, mexico = answer(CASES[0]).leads
    for lead in (thailand, mexico):
        assert (lead.kind, lead.grade, lead.exporter, lead.importer) == (
            "transshipment",
            "consistent with",
            "CHN",
            "USA",
        )
        assert (lead.code, lead.period) == ("282580", "2024-12-03..")
        assert "antimony ban" in lead.sources
    assert 1 > thailand.score > mexico.score > 0
    assert mexico.score < 0.6


def test_what_the_store_could_not_say_is_said() -> None:
    reasons = {(one.method, one.reason) for one in answer(CASES[0]).not_computed}
    assert reasons == {
        ("pairs", "no_pairs"),
        ("export_gap", "no_pairs"),
        ("transshipment", "no_months"),
    }
