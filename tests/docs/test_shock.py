from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from monazite.cli.shock_validate import COLUMNS
from monazite.licensing.figures.facts import Fact
from monazite.licensing.figures.report import document
from monazite.shock.parameters.reading import packaged
from monazite.shock.results import comparison, outcome, table
from monazite.shock.scenarios.problems import ScenarioError
from monazite.shock.scenarios.reading import read
from support.figures import FIRST, report

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^```(?:yaml|text) title=\"([^\"]+)\"\n(.*?)^```", re.MULTILINE | re.DOTALL)
GUIDE = "how-to/write-a-scenario.md"
WRONG = "wrong.yaml"
SCENARIOS = [
    (page, title)
    for page in ("tutorial/what-if-china-takes-nine-weeks.md", GUIDE)
    for title, _ in _FENCE.findall((DOCS / page).read_text(encoding="utf-8"))
    if title.endswith(".yaml") and title != WRONG
]


def _block(page: str, title: str) -> str:
    found: dict[str, str] = dict(_FENCE.findall((DOCS / page).read_text(encoding="utf-8")))
    return found[title]


def _code(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", (DOCS / page).read_text(encoding="utf-8")))


def test_the_reference_of_parameters_says_what_the_set_says() -> None:
    tool = ROOT / "tools" / "build_shock_parameters.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_parameter_is_in_it_once() -> None:
    page = (DOCS / "reference" / "shock-parameters.md").read_text(encoding="utf-8")
    assert all(page.count(f"| `{row.knob}` |") == 1 for row in packaged().rows)


def test_the_validation_is_of_the_parameters_that_are_packaged() -> None:
    page = (DOCS / "reference" / "shock-validation.md").read_text(encoding="utf-8")
    assert packaged().digest in page


def test_the_validation_counts_its_own_marks_and_no_page_tells_others() -> None:
    page = (DOCS / "reference" / "shock-validation.md").read_text(encoding="utf-8")
    weekly = page.partition("## USGS")[0]
    told = re.findall(r"of (\d+) marks .* (\d+) are kept, (\d+) would .* (\d+) are missed", page)[0]
    counted = [weekly.count(f"| {one} |") for one in ("kept", "kept without too", "missed")]
    assert [int(one) for one in told] == [sum(counted), *counted]
    groups = set(re.findall(r"(\d+) of (\d+) kept", page))
    for name in ("README.md", "docs/explanation/shock.md", "docs/evidence/07-shock.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"(\d+) of (?:its )?(\d+) marks", text)) <= groups, name


def test_of_what_nothing_was_fitted_on_hardly_a_mark_is_kept_as_the_pages_say() -> None:
    """Where this fails, "hardly any" is to be said otherwise."""
    page = (DOCS / "reference" / "shock-validation.md").read_text(encoding="utf-8")
    kept, marks = re.findall(r"on which nothing was fitted: (\d+) of (\d+) kept", page)[0]
    assert int(kept) * 10 <= int(marks)
    for name in ("explanation/shock.md", "tutorial/what-if-china-takes-nine-weeks.md"):
        assert "hardly any" in (DOCS / name).read_text(encoding="utf-8"), name


@pytest.mark.parametrize(("page", "title"), SCENARIOS)
def test_scenarios_of_the_guides_can_be_read(page: str, title: str, tmp_path: Path) -> None:
    queue = json.dumps(document(report([Fact(FIRST, FIRST, FIRST, "granted")] * 8)))
    (tmp_path / "queue.json").write_text(queue, encoding="utf-8")
    assert read(_block(page, title), tmp_path).sources


def test_faults_are_told_as_the_guide_shows() -> None:
    with pytest.raises(ScenarioError) as caught:
        read(_block(GUIDE, WRONG), Path())
    told = [one.message("en") for one in caught.value.problems]
    assert "\n".join(told) == _block(GUIDE, "what it says").rstrip()


def test_every_key_of_a_result_is_explained() -> None:
    shapes = [
        one
        for module in (outcome, comparison)
        for one in vars(module).values()
        if isinstance(one, type) and is_dataclass(one)
    ]
    keys = {field.name for shape in shapes for field in fields(shape)}
    assert not (keys | set(COLUMNS) | set(table.COLUMNS) | set(table.UNITS)) - _code(
        "reference/json.md"
    )
