from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.errors import InputError
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.sweeps.reading import names, packaged, read, read_file

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/shock/bad_sweeps.yaml").read_text(encoding="utf-8")
)
NAME = "scenario: seven-rare-earths-2025-04\n"


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_every_problem_is_told_at_once_with_its_place(case: dict[str, Any]) -> None:
    with pytest.raises(ScenarioError) as error:
        read(NAME + case["spec"], Path())
    problems = error.value.problems
    assert sorted([p.path, p.code] for p in problems) == sorted(case["problems"])
    assert case["says"] in str(error.value)
    assert all(p.message("zh").startswith(p.path) for p in problems)


def test_a_grid_has_every_combination_the_last_path_fastest() -> None:
    found = read(
        NAME
        + """
vary:
  - {path: "friction[0].throughput", from: 10 %, to: 30 %, number: 3}
  - {path: starts, from: 2025-03-03, to: 2025-03-17, number: 2}
draws: 5
""",
        Path(),
    )
    assert found.paths == ("friction[0].throughput", "starts")
    assert found.points[:3] == (
        ("10 %", "2025-03-03"),
        ("10 %", "2025-03-17"),
        ("20 %", "2025-03-03"),
    )
    assert (len(found.points), found.scenarios, found.kind) == (6, 30, "grid")
    assert found.title == ("Seven rare earths, April 2025", "2025年4月七种稀土管制")


def test_a_sample_lies_between_its_ends_and_is_the_same_for_its_seed() -> None:
    text = (
        NAME
        + """
vary:
  - {path: "friction[0].throughput", from: 0.1, to: 0.3}
  - {path: law.open, values: [revived, still_suspended]}
sample: {points: 32, seed: SEED}
title: {en: A, zh: 甲}
"""
    )
    found = read(text.replace("SEED", "3"), Path())
    parts, kinds = zip(*found.points, strict=True)
    assert len(set(parts)) == 32
    assert all(0.1 <= float(part) <= 0.3 for part in parts)
    assert (kinds.count("revived"), found.kind, found.title) == (16, "sample", ("A", "甲"))
    assert read(text.replace("SEED", "3"), Path()) == found
    assert read(text.replace("SEED", "4"), Path()).points != found.points


def test_a_scenario_stands_beside_the_spec(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("""
id: mine
title: {en: Mine, zh: 我的}
summary: {en: A., zh: 甲。}
sources: [a test]
extends: ga-ge-2023
""", encoding="utf-8")  # fmt: skip
    (tmp_path / "sweep.yaml").write_text(
        "scenario: mine.yaml\nvary: [{path: weeks, values: [4, 8]}]", encoding="utf-8"
    )
    found = read_file(tmp_path / "sweep.yaml")
    assert (found.scenario.id, found.points) == ("mine", (("4",), ("8",)))


@pytest.mark.parametrize("name", ["ga-ge-2024", "mine.yaml", "folder/mine.yml"])
def test_a_scenario_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(ScenarioError, match=name) as error:
        read(f"scenario: {name}\nvary: [{{path: weeks, values: [4]}}]", Path())
    assert [one.code for one in error.value.problems] == ["sweep_scenario"]


def test_every_packaged_sweep_is_read() -> None:
    assert names()
    for name in names():
        assert packaged(name).scenarios >= 1000


def test_a_sweep_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="licences-2025"):
        packaged("licences-2024")
    with pytest.raises(InputError, match="licences-2025"):
        read_file(tmp_path / "none.yaml")
