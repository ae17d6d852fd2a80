from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from monazite.catalogue.texts import say
from monazite.customs.findings import severities
from monazite.customs.regime import Rules, Sourced, names, read_rules, rules
from monazite.errors import LawDataError
from monazite.law.references_said import law_words
from monazite.law.sources import REGIMES, content_hash, law_files
from monazite.law.store import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CN = REGIMES / "CN" / "customs.yaml"


def changed(tmp_path: Path, change: dict[str, Any]) -> Path:
    data = yaml.safe_load(CN.read_text(encoding="utf-8"))
    for path, value in change.items():
        into = data
        *way, last = path.split("/")
        for part in way:
            into = into[part]
        if value is None:
            del into[last]
        else:
            into[last] = value
    file = tmp_path / "customs.yaml"
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return file


@pytest.mark.parametrize("name", names())
def test_every_law_is_one_that_the_data_carry_or_is_said_in_words(name: str) -> None:
    measures = load().measures
    for law in rules(name).rests_on.values():
        assert law.partition(" art. ")[0] in measures, law
        assert law_words(law, "zh") != law


def parts(value: object) -> Iterator[Sourced]:
    """Every part of a table that names its law."""
    if isinstance(value, Sourced):
        yield value
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from parts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from parts(each)


@pytest.mark.parametrize("name", names())
def test_every_part_names_its_law_in_words_of_both_languages(name: str) -> None:
    found = list(parts(rules(name)))
    assert len(found) > 10
    for part in found:
        route = part.law.startswith("customs.route.")
        words = say(part.law, "zh") if route else law_words(part.law, "zh")
        assert re.search("[一-鿿]", words), part.law


@pytest.mark.parametrize("name", names())
def test_what_is_our_own_is_never_said_to_be_found(name: str) -> None:
    for part in parts(rules(name)):
        assert part.law != "our default" or part.confidence != "found"


@pytest.mark.parametrize("name", names())
def test_every_code_that_rests_on_a_law_is_a_code(name: str) -> None:
    assert set(rules(name).rests_on) <= set(severities())


def test_the_numbers_of_the_law_are_there() -> None:
    table = rules("CN")
    assert table.challenge.answer_days == 7
    assert table.challenge.law == "CN-2025-GACC-123"
    assert not table.series["transit"].counted
    assert table.series["transit"].licensed
    assert {"arrival", "installation", "use"} <= set(table.duties)


def test_a_regime_without_a_table_has_the_generic_one() -> None:
    assert rules("US") is not rules("CN")
    assert rules("US").name == rules(None).name == "generic"


def test_the_table_is_not_law() -> None:
    assert CN not in law_files(REGIMES)
    assert len(rules("CN").hash) == len(content_hash(REGIMES)) == 64
    assert rules("CN").hash != rules("generic").hash


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"exit/days": "thirty"}, "exit days: 'thirty' is not int"),
        ({"exit/days": None}, "exit: 'days' is missing"),
        ({"exit/hours": 3}, "exit: 'hours' is no key of it"),
        ({"modes": "sea"}, "modes: not a list"),
        ({"duties": []}, "duties: not a mapping"),
        ({"risk/confidence": "sure"}, "confidence: 'sure' is none of"),
        ({"lists/watch_list/severity": "bad"}, "severity: 'bad' is none of"),
        ({"splitting/value": 0.5}, "is not a number, or not in quotes"),
        ({"splitting/value": "much"}, "is not a number"),
        ({"splitting": "no"}, "splitting: not a mapping"),
    ],
)
def test_a_wrong_table_is_refused_with_its_place(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    with pytest.raises(LawDataError) as caught:
        read_rules(changed(tmp_path, change))
    assert said in str(caught.value)


def test_an_unchanged_table_is_the_same(tmp_path: Path) -> None:
    read: Rules = read_rules(changed(tmp_path, {}))
    assert read.national == rules("CN").national
