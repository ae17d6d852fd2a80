from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monazite.catalogue.texts import keys
from monazite.errors import InputError
from monazite.law.references_said import law_words
from monazite.law.store import load
from monazite.law.tables import table
from monazite.watch.patterns import rulebook
from monazite.watch.patterns.agencies import agencies
from monazite.watch.patterns.found import GENERAL
from monazite.watch.patterns.rule_check import problems_of
from monazite.watch.patterns.rulebook import chosen, rules
from monazite.watch.patterns.running import finder

FOLDER = Path(rulebook.__file__).with_name("rules")
GOOD = FOLDER / "splitting.yaml"


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_rule_says_everything_in_both_languages_and_no_more(rule: str) -> None:
    one = rules()[rule]
    wanted = {f"watch.rule.{rule}", f"watch.rule.{rule}.about"}
    wanted |= {f"watch.reason.{rule}.{code}" for code in one.reasons}
    said = {
        key for key in keys() if key.startswith((f"watch.rule.{rule}", f"watch.reason.{rule}."))
    }
    assert {key for key in said if key.split(".")[2] == rule} == wanted
    assert {f"watch.otherwise.{code}" for code in one.otherwise} <= keys()
    assert {f"watch.not_computed.{code}" for code in one.cannot | GENERAL} <= keys()


@pytest.mark.parametrize("rule", sorted(rules()))
def test_a_rule_has_a_function_a_law_and_an_authority(rule: str) -> None:
    one = rules()[rule]
    assert callable(finder(one))
    assert one.law
    assert all(law_words(ref, lang) != ref for ref in one.law for lang in ("en", "zh"))
    assert one.agency in agencies()
    assert one.agency not in one.told
    assert one.on(date(2026, 6, 30)).law


def test_every_word_of_what_else_it_could_be_is_used() -> None:
    used = {code for one in rules().values() for code in one.otherwise}
    said = {key.removeprefix("watch.otherwise.") for key in keys() if "watch.otherwise." in key}
    from monazite.watch.patterns import trade  # noqa: PLC0415 - heavy: reads the statistics
    from monazite.watch.targeting.choosing.leads import OTHERWISE  # noqa: PLC0415 - likewise

    used |= set(OTHERWISE)
    told = {code for one in trade.rules().values() for code in one.otherwise}
    assert said <= used | told


def test_rules_come_in_their_order_and_can_be_chosen() -> None:
    assert list(rules())[:3] == ["C2", "C3", "C4"]
    assert [one.id for one in chosen({"C10", "C3"})] == ["C3", "C10"]
    with pytest.raises(InputError, match="C33"):
        chosen(["C33"])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"colour": "red"}, "'colour' is no key"),
        ({"law": {"CN-NO-SUCH": "found"}}, "neither the law data nor the texts"),
        ({"law": {"CN-ECL-2020 art. 34": "sure"}}, "confidence 'sure'"),
        ({"agencies": {"lead": "harbour", "told": []}}, "agency harbour"),
        ({"needs": ["shipments.weight"]}, "needs shipments.weight"),
        ({"parameters": {"pieces": []}}, "parameter pieces: no value"),
        ({"sweep": {"colour": ["1"]}}, "sweep of colour"),
        ({"reasons": []}, "reasons: none named"),
        ({"otherwise": []}, "otherwise: none named"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(change: dict[str, Any], problem: str) -> None:
    (found,) = problems_of(GOOD, {**table(GOOD), "sweep": {}, **change})
    assert problem in found
    assert found.startswith("rules/splitting.yaml")


@pytest.mark.parametrize(
    "value",
    [
        {"from": None, "value": "many", "source": "us", "confidence": "estimate"},
        {"from": "2026-13-01", "value": "5", "source": "us", "confidence": "estimate"},
        {"from": None, "value": "5", "source": "", "confidence": "estimate"},
        {"from": None, "value": "5", "source": "us", "confidence": "sure"},
        {"value": "5", "source": "us", "confidence": "estimate"},
    ],
)
def test_a_parameter_needs_a_day_a_value_a_source_and_a_confidence(value: dict[str, Any]) -> None:
    document = {**table(GOOD), "sweep": {}, "parameters": {"pieces": [value]}}
    (found,) = problems_of(GOOD, document)
    assert "parameter pieces" in found


def test_what_is_counted_as_controlled_is_in_force_by_the_law_data() -> None:
    """The families of C4 name a measure that was in force from the day on."""
    measures = load().measures
    for each in rules()["C4"].parameters["families"]:
        if each.since is not None:
            measure = measures[each.source]
            assert measure.effective_from == each.since
            named = {material for item in measure.items for material in item.materials}
            assert set(each.value) & named
