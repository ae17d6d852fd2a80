"""Where a case goes and why: the cases of `routing.yaml`, and what an official reads of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.catalogue.texts import LANGS, keys
from monazite.licensing.casework import facts
from monazite.licensing.casework.conditions import NO, UNKNOWN, YES
from monazite.licensing.casework.regime import casework
from monazite.licensing.casework.routing import Routed, facts_of, of_document, route
from monazite.licensing.fields import regimes
from support.plain_case import application, screened

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/licensing/routing.yaml").read_text(encoding="utf-8")
)
ANSWERS = {"met": YES, "unmet": NO, "unknown": UNKNOWN}


def _facts(case: dict[str, Any]) -> facts.Facts:
    regime = {"application.regime": case.get("regime", "CN")}
    asked = application(case.get("says", {}) | regime)
    screening = screened(case.get("listed", {})) if case.get("screened", True) else None
    return facts_of(asked, case.get("rulings", ["licence_required"]), screening)


def _routed(case: dict[str, Any]) -> Routed:
    return route(_facts(case), casework(case.get("regime", "CN")))


def _answered(routed: Routed, answer: str) -> set[str]:
    return {asked.rule for asked in routed.trace if asked.answer == answer}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_goes_where_it_should(case: dict[str, Any]) -> None:
    routed = _routed(case)
    assert sorted(sent.office for sent in routed.offices) == sorted(case.get("offices", []))
    assert sorted(routed.flags) == sorted(case.get("flags", []))
    assert routed.refer_up == case.get("refer_up", "")
    assert routed.no_limit == case.get("no_limit", False)
    for key, answer in ANSWERS.items():
        assert set(case.get(key, [])) <= _answered(routed, answer), answer


@pytest.mark.parametrize("key", ["met", "unmet"])
def test_every_rule_has_a_case_for_it_and_one_against_it(key: str) -> None:
    for name in regimes():
        cases = [case for case in CASES if case.get("regime", "CN") == name]
        named = {rule for case in cases for rule in case.get(key, [])}
        assert named == {rule.name for rule in casework(name).rules}, name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_trace_names_every_rule_and_says_why_in_words(case: dict[str, Any]) -> None:
    routed, rules = _routed(case), casework(case.get("regime", "CN")).rules
    assert [asked.rule for asked in routed.trace] == [rule.name for rule in rules]
    for asked in routed.trace:
        for lang in LANGS:
            assert asked.why(lang)
            assert asked.law_text(lang)
            assert all(asked.reasons(lang))
        assert asked.because


def test_an_office_is_asked_once_and_keeps_the_first_rule_that_sends_the_case_there() -> None:
    routed = _routed({"says": {"lines.form": "equipment", "lines.contains": "Dy"}})
    assert [(sent.office, sent.rule) for sent in routed.offices] == [
        ("miit", "rare_earth_traceability")
    ]
    assert {"rare_earth_traceability", "equipment"} <= _answered(routed, YES)


def test_a_reason_names_what_met_the_condition_and_not_the_rest() -> None:
    routed = _routed({"says": {"lines.contains": "Nd=0.29,Fe,B,Dy=0.02"}})
    asked = {each.rule: each for each in routed.trace}
    assert asked["rare_earth_traceability"].reasons("en") == ("materials: Dy, Nd",)
    assert asked["strategic_metals"].reasons("zh") == ("所含材料：B、Dy、Fe、Nd",)
    assert asked["foreign_made"].reasons("en") == ("origin of the items: China",)
    assert asked["third_countries"].reasons("en") == ("countries on the way: none",)


def test_a_rule_says_whether_its_way_is_ours_or_the_laws() -> None:
    law = {each.rule: each.law_text("en") for each in _routed({}).trace}
    assert law["undetermined"].endswith("art. 33")
    assert law["words_of_war"].startswith("Export Control Law, art. 13; ")
    assert law["words_of_war"].endswith("is our default")
    assert law["high_value"] == "our default; no text"


def test_an_unknown_fact_is_said_to_be_unknown() -> None:
    routed = _routed({"says": {"end_use.military": None}})
    asked = next(each for each in routed.trace if each.rule == "military_end_use")
    assert (asked.answer, asked.effective) == (UNKNOWN, True)
    assert asked.reasons("en") == ("military end use, as answered: not known, or not all of it",)


def test_a_part_that_is_known_decides_whatever_the_rest() -> None:
    case = {"says": {"end_use.military": None, "end_use.use": "military"}}
    asked = next(each for each in _routed(case).trace if each.rule == "military_end_use")
    assert (asked.answer, asked.reasons("en")) == (YES, ("end use: military",))


def test_an_empty_application_is_sent_everywhere_and_takes_no_limit_away() -> None:
    empty = facts_of(application(dict.fromkeys(("lines.contains", "lines.origin"))), [], None)
    routed = route(facts.Facts({}, frozenset(facts.kinds())), casework("CN"))
    assert {sent.office for sent in routed.offices} == casework("CN").offices.keys()
    assert (routed.no_limit, routed.refer_up) == (False, "")
    assert empty.unknown >= {"materials", "origins", "listed", "paused"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_facts_and_routing_come_back_from_json_as_they_were(case: dict[str, Any]) -> None:
    found, routed = _facts(case), _routed(case)
    assert facts.of_document(json.loads(json.dumps(found.document()))) == found
    document = routed.document()
    assert json.loads(json.dumps(document)) == document
    assert of_document(document) == routed


def test_amounts_in_several_currencies_count_together() -> None:
    over = facts.Facts({"value": ("6000000 CNY", "700000 USD")}, frozenset())
    under = facts.Facts({"value": ("4000000 CNY", "700000 USD")}, frozenset())
    rule = next(rule for rule in casework("CN").rules if rule.name == "high_value")
    assert [rule.when.ask(each).answer for each in (over, under)] == [YES, NO]


@pytest.mark.parametrize("name", regimes())
def test_every_name_of_a_regime_has_words(name: str) -> None:
    found = casework(name)
    for room, names in (
        ("factor", found.factors),
        ("hold", found.holds),
        ("above", found.above),
        ("office", found.offices),
        ("rule", [rule.name for rule in found.rules]),
        ("flag", [rule.flag for rule in found.rules if rule.flag]),
        ("control", [each for rule in found.licence.values() for each in rule.controlled_by]),
    ):
        assert {f"licensing.casework.{room}.{each}" for each in names} <= keys(), room


def test_every_fact_and_every_word_of_it_can_be_said() -> None:
    for fact, kind in facts.kinds().items():
        assert f"licensing.casework.fact.{fact}" in keys()
        for word in kind.words or ("yes", "no"):
            assert all(facts.fact_word(fact, word, lang) for lang in LANGS)
