from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.catalogue.texts import keys
from monazite.errors import InputError
from monazite.trade.mirror.anomaly import Cell
from monazite.trade.mirror.lead import NotComputed as MirrorNot
from monazite.trade.mirror.leads import Leads
from monazite.watch.patterns.trade import chosen, rules, trade_leads
from support.watch_flows import TODAY, found
from trade.mirror.test_antimony import CASES as ANTIMONY
from trade.mirror.test_antimony import answer

FILE = Path(__file__).parents[2] / "cases" / "watch" / "flows" / "flows.yaml"
CASES: list[dict[str, Any]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
NOTHING = Leads("282580", (), ())


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=[f"{each['rule']} {each['case']}" for each in CASES])
def test_a_case_of_trade_holds(case: dict[str, Any]) -> None:
    leads = found(case).leads
    if case["kind"] == "decoy":
        assert leads == ()
        return
    (lead,) = leads
    expected = case["expect"]
    assert sorted(lead.subject) == sorted(expected["subject"])
    assert set(expected["reasons"]) <= {reason.code for reason in lead.reasons}
    assert set(expected["otherwise"]) <= set(lead.otherwise)
    assert (lead.agency, lead.room, lead.grade) == (expected["agency"], "trade", "consistent with")


def test_each_rule_has_three_positives_and_three_decoys() -> None:
    counts = Counter((case["rule"], case["kind"]) for case in CASES)
    wanted = {
        (rule, kind) for rule in ("B2", "B4", "B5", "B6", "B7") for kind in ("positive", "decoy")
    }
    assert {key for key, count in counts.items() if count >= 3} == wanted


def test_antimony_of_2025_flags_thailand_and_mexico_for_the_right_reasons() -> None:
    leads = trade_leads(answer(ANTIMONY[0]), on=date(2025, 7, 9)).leads
    assert [lead.subject for lead in leads] == [
        ("282580", "CHN>THA>USA", "transshipment"),
        ("282580", "CHN>MEX>USA", "transshipment"),
    ]
    for lead in leads:
        codes = {reason.code for reason in lead.reasons}
        assert {"both_legs_rose", "first_seen_in_top_markets", "capacity_mismatch"} <= codes
        assert (lead.rule, lead.grade, lead.agency) == ("B7", "consistent with", "commerce")
        assert "CN-2024-46-P2" in lead.law
        assert {"stocks", "processing"} <= set(lead.otherwise)
    assert "same_group_buyer" in {reason.code for reason in leads[0].reasons}
    assert "capacity_reopened" in leads[1].otherwise


def test_a_law_that_is_suspended_is_not_named() -> None:
    (lead, _) = trade_leads(answer(ANTIMONY[0]), on=TODAY).leads
    assert "CN-2024-46-P2" not in lead.law
    assert lead.law


@pytest.mark.parametrize("index", [4.0, 9.0, 60.0])
def test_a_cell_that_nothing_explains_is_a_lead(index: float) -> None:
    cell = Cell(("CHN", "2825"), index, 0.4, 30)
    (lead,) = trade_leads(NOTHING, cells=[cell], on=TODAY, only=["B3"]).leads
    assert (lead.rule, lead.subject) == ("B3", ("2825", "CHN", "anomaly"))
    assert 0.5 < lead.score <= 1


@pytest.mark.parametrize("index", [3.9, 0.0, -20.0])
def test_a_cell_that_is_explained_is_none(index: float) -> None:
    cell = Cell(("CHN", "2825"), index, 0.4, 30)
    assert trade_leads(NOTHING, cells=[cell], on=TODAY, only=["B3"]).leads == ()


def surge(*, yes: bool | None, up: float = 0.6) -> dict[str, Any]:
    return {
        "importer": "EU", "exporter": "CHN", "code": "282580", "volume_change": up,
        "price_change": -0.2, "weekly_eur": 300_000.0, "surge": yes,
    }  # fmt: skip


@pytest.mark.parametrize("up", [0.2, 1.0, 20.0])
def test_a_surge_is_a_lead_that_rises_with_its_volume(up: float) -> None:
    (lead,) = trade_leads(NOTHING, surges=[surge(yes=True, up=up)], on=TODAY, only=["B8"]).leads
    assert lead.score == pytest.approx(up / (1 + up))


@pytest.mark.parametrize(
    "row", [surge(yes=False), surge(yes=None), surge(yes=True, up=0.06)], ids=["no", "?", "small"]
)
def test_what_is_no_surge_or_not_known_to_be_one_is_none(row: dict[str, Any]) -> None:
    assert trade_leads(NOTHING, surges=[row], on=TODAY, only=["B8"]).leads == ()


def test_what_trade_could_not_compute_is_said_under_its_rule() -> None:
    missing = Leads("282580", (), (MirrorNot("transshipment", "a ban", "no_months"),))
    (one,) = trade_leads(missing, on=TODAY).not_computed
    assert (one.rule, one.code, one.subject) == ("B7", "no_months", ("282580", "a ban"))


def test_least_scores_are_the_callers_to_set() -> None:
    every = answer(ANTIMONY[0])
    assert len(trade_leads(every, on=TODAY, settings={"B7": {"least_score": "0.5"}}).leads) == 1
    assert trade_leads(every, on=TODAY, only=["B2"]).leads == ()
    with pytest.raises(InputError):
        chosen(["B99"])


def test_everything_that_a_rule_may_say_has_words() -> None:
    for rule in rules().values():
        assert {f"watch.rule.{rule.id}", f"watch.rule.{rule.id}.about"} <= keys()
        for code in rule.reasons:
            assert {f"watch.reason.{rule.id}.{code}", f"flows.reasons.{code}"} & keys(), code
        for code in rule.otherwise:
            said = {f"watch.otherwise.{code}", f"flows.other_explanations.{code}"}
            assert (said | {f"flows.caveat.{code}"}) & keys(), code
        for code in rule.cannot:
            said = {f"watch.not_computed.{code}", f"flows.not_computed.{code}"}
            assert said & keys(), code
