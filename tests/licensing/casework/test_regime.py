"""The casework of a regime is data: what China's table says, and what a broken one is told."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from monazite.catalogue.texts import keys
from monazite.errors import LawDataError
from monazite.law.references_said import law_words
from monazite.law.sources import REGIMES, content_hash, law_files
from monazite.licensing.casework.regime import FILE, casework, read_casework
from monazite.licensing.casework.regime_check import checked
from monazite.licensing.fields import regimes, vocabularies
from monazite.licensing.regime import regime

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.law.law import Law
    from monazite.licensing.casework.regime import Casework, Pause, Rule

CN = yaml.safe_load((REGIMES / "CN" / FILE).read_text(encoding="utf-8"))


def test_the_grounds_of_a_refusal_are_the_eight_factors_of_the_law() -> None:
    found = casework("CN")
    assert found.factors_law == "CN-ECL-2020 art. 13"
    assert found.factors == (
        "security", "obligations", "export_type", "sensitivity", "destination", "end_use",
        "credit", "other",
    )  # fmt: skip


def test_the_decree_stops_the_clock_for_three_reasons_and_no_other() -> None:
    holds = casework("CN").holds
    stopping = {name for name, hold in holds.items() if hold.stops_clock}
    assert stopping == {"identification", "expert_opinion", "site_verification"}
    assert {holds[name].law for name in stopping} == {"CN-DECREE-792 art. 17"}
    assert {"policy", "security_event", "document_check"} == holds.keys() - stopping


def test_that_a_question_stops_the_clock_is_said_to_be_our_own_default() -> None:
    query = casework("CN").stops["query"]
    assert (query.stops_clock, query.practice, query.confidence) == (True, True, "uncertain")
    assert law_words(query.law, "en") == "our default; no text"


def test_the_way_between_agencies_is_not_published_and_said_to_be_ours() -> None:
    found = casework("CN")
    assert {"miit", "mfa", "security", "defence_science", "laboratory"} == found.offices.keys()
    assert {office.confidence for office in found.offices.values()} == {"uncertain"}
    sure = {rule.name for rule in found.rules if not rule.practice}
    assert sure == {"undetermined", "watch_listed"}
    assert [rule.name for rule in found.rules if rule.no_limit] == ["watch_listed"]


def test_whoever_has_no_casework_has_the_generic_one() -> None:
    assert casework("XX").name == casework(None).name == "generic"
    assert regimes() == ("CN", "generic")


@pytest.mark.parametrize("name", regimes())
def test_every_kind_of_licence_has_its_rule(name: str) -> None:
    found = casework(name).licence
    assert found.keys() == regime(name).kinds.keys() <= set(vocabularies()["kind"])
    for kind, rule in found.items():
        assert (rule.uses == 1) == regime(name).kinds[kind].one_export
        most = regime(name).kinds[kind].most_months
        assert most is None or rule.months <= most


def _laws(of: Casework) -> list[str]:
    pauses = (*of.holds.values(), *of.stops.values())
    offices = (*of.above.values(), *of.offices.values())
    return [
        of.factors_law,
        *(each.law for each in pauses),
        *(each.law for each in offices),
        *(each.law for each in of.rules),
    ]


@pytest.mark.parametrize("name", regimes())
def test_every_law_is_a_measure_that_is_carried_or_says_that_there_is_none(
    name: str, law: Law
) -> None:
    for reference in filter(None, _laws(casework(name))):
        measure, _, article = reference.partition(" art. ")
        ours = "reference.our_default" in keys() and reference == "our default"
        assert ours or measure in law.measures, reference
        assert ours or re.fullmatch(r"\d*(-\d+)?", article), reference


@pytest.mark.parametrize("name", regimes())
def test_what_no_law_says_is_marked_as_practice(name: str) -> None:
    found = casework(name)
    pauses_and_rules: list[Pause | Rule] = [
        *found.holds.values(), *found.stops.values(), *found.rules
    ]  # fmt: skip
    for each in pauses_and_rules:
        assert each.practice or each.law not in {"", "our default"}, each.name


def test_the_table_is_no_law_and_has_a_hash_of_its_own(tmp_path: Path) -> None:
    assert not [path for path in law_files(REGIMES) if path.name == FILE]
    before = content_hash(REGIMES)
    copy = tmp_path / FILE
    copy.write_bytes((REGIMES / "CN" / FILE).read_bytes() + b"# another word\n")
    assert read_casework(copy).hash != casework("CN").hash
    assert content_hash(REGIMES) == before


def _set(path: str, value: object) -> dict[str, Any]:
    data = deepcopy(CN)
    *steps, last = path.split("/")
    at = data
    for step in steps:
        at = at[step]
    at[last] = value
    return dict(data)


def _rule(**fields: object) -> dict[str, Any]:
    rule = CN["rules"]["technology"] | fields
    return _set("rules/technology", {name: each for name, each in rule.items() if each != "-"})


def _when(**condition: object) -> dict[str, Any]:
    return _rule(when=condition)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({name: part for name, part in CN.items() if name != "rules"}, "'rules' is missing"),
        (_set("colour", "red"), "'colour' is no key of it"),
        (_set("factors/names", "security"), "factors: names: 'security' is not list"),
        (_set("holds/policy/stops_clock", 1), "holds/policy: stops_clock: 1 is not bool"),
        (_set("offices/miit/confidence", "sure"), "offices/miit: confidence: 'sure' is none of"),
        (_set("licence/single/controlled_by", ["luck"]), "'luck' is none of"),
        (_set("licence/lease", CN["licence"]["single"]), "licence/lease: it is no kind"),
        (_rule(offices=["post"]), "rules/technology: 'post' is none of its offices"),
        (_rule(refer_up="king"), "rules/technology: 'king' is none of those above"),
        (_rule(offices="-", flag="-"), "rules/technology: it does nothing"),
        (_when(fact="mood", any_of=["good"]), "when: 'mood' is no fact"),
        (_when(fact="forms", any_of=["song"]), "when: 'song' is no word of forms"),
        (_when(fact="forms", equals="ore"), "give one of any_of, other_than, not equals"),
        (_when(fact="forms"), "give one of any_of, other_than, not nothing"),
        (_when(fact="military", **{"is": "yes"}), "is does not take 'yes'"),
        (_when(fact="value", over={"CNY": 1}), "it names no threshold in CHF, EUR"),
        (_when(all=[]), "when: None is no fact"),
        (_when(any=[{"fact": "forms", "any_of": ["ore"]}, "ore"]), "when.any[1]: not a mapping"),
    ],
)
def test_a_broken_table_is_told_where(data: dict[str, Any], told: str) -> None:
    with pytest.raises(LawDataError) as broken:
        checked(data, "CN/casework.yaml")
    (problem,) = broken.value.problems
    assert told in problem
    assert problem.startswith("CN/casework.yaml")


def test_all_problems_are_told_at_once() -> None:
    data = _rule(offices=["post"], refer_up="king") | {"licence": {"lease": {}}}
    with pytest.raises(LawDataError) as broken:
        checked(data, "CN/casework.yaml")
    assert len(broken.value.problems) == 5


@pytest.mark.parametrize(
    ("text", "told"),
    [("a: 1\na: 2", "stands twice"), ("- a list", "not a mapping"), ("regime: NO", "quote it")],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LawDataError, match=told):
        read_casework(path)
