from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.errors import InputError
from monazite.law.store import load
from monazite.shock.leverage.reading import (
    lever,
    levers,
    package,
    packages,
    read_levers,
    read_package,
)
from monazite.shock.scenarios.problems import ScenarioError
from support.shock_leverage import PACKAGE

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/shock/bad_packages.yaml").read_text(encoding="utf-8")
)
SIDES = {"CHN", "USA"}


def written(folder: Path, document: object) -> Path:
    path = folder / "package.yaml"
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    return path


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_every_problem_is_told_at_once_with_its_path(case: dict[str, Any], tmp_path: Path) -> None:
    (give,) = PACKAGE["gives"]
    given = {**PACKAGE, "gives": [{**give, **case.get("give", {})}], **case.get("package", {})}
    with pytest.raises(ScenarioError) as error:
        read_package(written(tmp_path, given))
    assert sorted([p.path, p.code] for p in error.value.problems) == sorted(case["problems"])
    assert case["says"] in str(error.value)
    assert all(p.message("zh") for p in error.value.problems)


def test_a_package_of_ones_own_names_ones_own_lever(tmp_path: Path) -> None:
    own = {
        "id": "own-duty", "holder": "US", "title": {"en": "a", "zh": "甲"}, "began": "2025-04-09",
        "scope": ["Ga"], "sources": ["an assumption"], "confidence": "estimate",
        "patch": {"duties": [
            {"destinations": ["US"], "from": "2025-04-09", "rate": "10 %"}
        ]},
    }  # fmt: skip
    gives = [
        {"side": "US", "lever": "own-duty", "does": "pause", "days": "90", "from": "2025-05-14"}
    ]
    found = read_package(written(tmp_path, {**PACKAGE, "levers": [own], "gives": gives}))
    (give,) = found.gives
    assert give.last is not None
    assert (give.last - give.from_).days == 89
    assert found.levers[0].scenario is not None
    assert found.levers[0].scenario.duties[0].rate == 0.1


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "levers.yaml"
    path.write_text("levers: []\nlevers: []\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="levers"):
        read_levers(path)


def test_a_file_that_is_not_there_and_an_unknown_id_name_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="YAML") as error:
        read_package(tmp_path / "none.yaml")
    assert error.value.field == "package"
    with pytest.raises(InputError, match="cn-no-61"):
        lever("cn-no-16")
    with pytest.raises(InputError, match="geneva"):
        package("geneva")


def test_every_lever_has_a_figure_or_says_why_not_and_a_source() -> None:
    for one in levers():
        assert (one.scenario is None) != (one.unknown is None), one.id
        assert all(one.sources), one.id
        assert len({x.id for x in levers()}) == len(levers())


def test_measures_that_a_lever_names_are_those_of_its_holder_in_the_law() -> None:
    law = load()
    for one in levers():
        for name in one.measures:
            issued = {"CN": "CHN", "US": "USA"}[law.measures[name].jurisdiction]
            assert issued == one.holder, (one.id, name)


def test_both_sides_have_levers_that_can_be_run_and_some_that_cannot() -> None:
    for holder in SIDES:
        own = [one for one in levers() if one.holder == holder]
        assert {one.scenario is None for one in own} == {True, False}


def test_packaged_packages_are_of_both_sides_and_take_up_commitments() -> None:
    assert len(packages()) >= 5
    assert all({*one.sides} == SIDES for one in packages())
    assert any(one.commitments for one in packages())
