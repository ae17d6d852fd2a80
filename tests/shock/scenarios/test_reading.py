from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from monazite.errors import InputError
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.reading import names, packaged, read, read_file, scenario, schema
from support.shock_scenarios import PLAIN, said

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/shock/bad_scenarios.yaml").read_text(encoding="utf-8")
)
DOCS = Path(__file__).parents[3] / "docs/reference"
VALIDATOR = jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_every_problem_is_told_at_once_with_its_path(case: dict[str, Any]) -> None:
    with pytest.raises(ScenarioError) as error:
        said(case["add"])
    problems = error.value.problems
    assert sorted([p.path, p.code] for p in problems) == sorted(case["problems"])
    assert case["says"] in str(error.value)


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_problem_is_said_in_both_languages(case: dict[str, Any], lang: str) -> None:
    with pytest.raises(ScenarioError) as error:
        said(case["add"])
    for one in error.value.problems:
        message, document = one.message(lang), one.document(lang)
        assert message.startswith(one.path)
        assert document["wrong"] in message
        assert document["accepted"] in message


def test_a_path_and_what_is_accepted_stand_in_the_message() -> None:
    with pytest.raises(ScenarioError, match=r"friction\[0\]\.granted: 140 % is no share; accepted"):
        said("friction: [{group: a, measures: [CN-2025-18], from: 2025-04-04, granted: 140 %}]")


@pytest.mark.parametrize(
    ("text", "code"),
    [("a: [", "syntax"), ("a: 1\na: 2", "twice"), ("[1, 2]", "shape"), ("", "shape")],
)
def test_what_is_no_scenario_at_all_is_refused(text: str, code: str) -> None:
    with pytest.raises(ScenarioError) as error:
        read(text, Path())
    assert [one.code for one in error.value.problems] == [code]
    assert error.value.problems[0].message("zh")


@pytest.mark.parametrize("day", ["0001-01-01", "1989-12-31", "2101-01-01", "9999-12-01"])
def test_a_run_that_no_calendar_reaches_is_refused_at_its_first_day(day: str) -> None:
    with pytest.raises(ScenarioError, match=rf"^starts: {day} cannot be run; .* 1990 to 2100$"):
        read(PLAIN.replace("2025-03-03", day) + "weeks: 1040\n", Path())


@pytest.mark.parametrize(
    ("text", "where"),
    [("id: a\nscope: [Dy\nweeks: 3\n", "3"), ("a: 'b\n", "2"), ("\ta: 1", "1"), ("a: \x00", "1")],
)
def test_what_is_no_yaml_is_told_by_its_place_and_without_the_parsers_english(
    text: str, where: str
) -> None:
    with pytest.raises(ScenarioError) as error:
        read(text, Path())
    (one,) = error.value.problems
    assert (one.code, one.told["line"]) == ("syntax", where)
    assert "expected" not in one.message("en")
    assert f"第 {where} 行" in one.message("zh")


def test_no_value_is_read_as_something_else() -> None:
    found = said(
        "announced: [{goods: [Y], from: 2025-04-04}]\nhubs: [{from: [CN], through: NO, share: 10%, weeks: 2}]"
    )
    assert found.announced[0].goods[0] == ("Y", "*")
    assert found.hubs[0].through == "NOR"
    assert found.hubs[0].share == 0.1


def test_numbers_are_the_same_in_a_mapping_as_in_a_text() -> None:
    friction = {"group": "a", "measures": ["CN-2025-18"], "from": "2025-04-04", "granted": 0.5}
    found = scenario({**yaml.safe_load(PLAIN), "weeks": 40, "friction": [friction]}, Path())
    text = "friction: [{group: a, measures: [CN-2025-18], from: 2025-04-04, granted: 50 %}]"
    assert found == said(text)


def test_the_scenarios_of_the_issue_are_there() -> None:
    assert names() == (
        "japan-2010", "ga-ge-2023", "us-ban-2024-12", "us-ban-2024-12-ga-ge", "geneva-pause",
        "london-handshake", "seven-rare-earths-2025-04", "october-2025-package", "revival-2026-11-10", "full-stop",
    )  # fmt: skip


@pytest.mark.parametrize("name", names())
def test_a_packaged_scenario_is_what_its_name_says_and_meets_the_schema(name: str) -> None:
    found = packaged(name)
    assert found.id == name
    text = (Path(read_file.__code__.co_filename).parent / f"packaged/{name}.yaml").read_text(
        "utf-8"
    )
    VALIDATOR.validate(yaml.load(text, yaml.BaseLoader))  # noqa: S506 - nothing but texts
    document = found.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    VALIDATOR.validate(document)
    assert scenario(document, Path()) == found


def test_the_schema_is_closed_and_knows_shares() -> None:
    document = yaml.load(PLAIN, yaml.BaseLoader) | {"weeks": "40"}  # noqa: S506
    assert VALIDATOR.is_valid(document)
    assert not VALIDATOR.is_valid(document | {"banns": []})
    friction = {"group": "a", "measures": ["CN-2025-18"], "from": "2025-04-04"}
    assert VALIDATOR.is_valid(document | {"friction": [friction | {"granted": 0.4}]})
    assert not VALIDATOR.is_valid(document | {"friction": [friction | {"granted": 1.4}]})


def test_the_packaged_schema_is_that_of_the_classes() -> None:
    """After a change of a scenario's keys: tools/build_scenario_schema.py."""
    text = (DOCS / "schemas/shock-scenario.json").read_text("utf-8")
    assert json.loads(text) == schema()


def test_the_example_of_the_reference_can_be_run() -> None:
    page = (DOCS / "shock-scenarios.md").read_text("utf-8")
    found = read(page.split("```yaml\n")[1].split("```")[0], Path())
    assert found.friction[0].granted == 0.25
    keys = {field.alias or name for name, field in type(found).model_fields.items()}
    assert not [key for key in keys if f"`{key}`" not in page]


def test_a_scenario_that_extends_another_adds_to_it() -> None:
    base = packaged("seven-rare-earths-2025-04")
    found = said(
        "extends: seven-rare-earths-2025-04\nassume: {triage: 0.3}\nweeks: 12\n"
        "announced: [{goods: [Ga], from: 2025-04-04}]\n"
        "law: {lift: [{measure: CN-2025-18, destinations: [US], from: 2025-06-02}]}"
    )
    assert (found.id, found.weeks, found.title.en) == ("plain", 12, "Plain")
    assert found.scope == (*base.scope, "magnets", "Ga")
    assert found.friction == base.friction
    assert found.announced[:-1] == base.announced
    assert found.announced[-1].goods[0].material == "Ga"
    assert found.law.lift[0].destinations == ("USA",)
    assert found.assume == {"triage": 0.3}
    assert found.sources == ("a test",)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(InputError, match="geneva-pause"):
        packaged("geneva")
    with pytest.raises(InputError, match="YAML file"):
        read_file(Path("nowhere.yaml"))


def test_an_id_is_that_of_one_licence_or_rule_alone() -> None:
    licence = "{id: own, goods: [Sb], origins: [CN], from: 2025-03-10}"
    rule = "{id: %s, goods: [W], containing: [W], of: [CN], at_least: 0.1 %%, from: 2025-03-10}"
    with pytest.raises(ScenarioError) as error:
        said(f"licences: [{licence}, {licence}]\nbeyond: [{rule % 'own'}, {rule % 'b'}]")
    found = [(one.path, one.value, one.code) for one in error.value.problems]
    assert found == [("licences[1].id", "own", "same_id"), ("beyond[0].id", "own", "same_id")]
    with pytest.raises(ScenarioError, match=r"^licences\[0\]\.id: no-61 is the id of another"):
        said(f"extends: revival-2026-11-10\nlicences: [{licence.replace('own', 'no-61')}]")
