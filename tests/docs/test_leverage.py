from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args

import pytest

from monazite.shock.leverage import results, table, views
from monazite.shock.leverage.equations import equations
from monazite.shock.leverage.reading import read_package
from monazite.shock.leverage.schema import Does, Give, Package
from monazite.shock.parameters.reading import packaged

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
GUIDE, REFERENCE, LICENCE = (
    "how-to/weigh-a-package.md", "reference/json.md", "reference/value-of-a-licence.md",
)  # fmt: skip
_FENCE = re.compile(r"^```yaml title=\"([^\"]+)\"\n(.*?)^```", re.MULTILINE | re.DOTALL)
_NEAR = 2.0


def text(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def code(page: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text(page)))


@pytest.mark.parametrize(("title", "body"), _FENCE.findall(text(GUIDE)))
def test_packages_of_the_guide_can_be_read(title: str, body: str, tmp_path: Path) -> None:
    path = tmp_path / title
    path.write_text(body, encoding="utf-8")
    assert read_package(path).gives


def test_every_key_of_a_package_and_all_that_can_be_given_are_explained() -> None:
    keys = {
        field.alias or name for one in (Give, Package) for name, field in one.model_fields.items()
    }
    explained = code(GUIDE) | {"disputed"} if "`disputed: true`" in text(GUIDE) else code(GUIDE)
    assert not (keys | set(get_args(Does))) - explained


def test_every_key_of_a_result_is_explained() -> None:
    shapes = [
        one
        for module in (results, views)
        for one in vars(module).values()
        if isinstance(one, type) and is_dataclass(one)
    ]
    keys = {field.name for shape in shapes for field in fields(shape)}
    named = keys | set(table.COLUMNS) | set(table.UNITS) | set(get_args(results.Reason))
    assert not named - code(REFERENCE)


def test_the_explanation_has_the_equations_that_are_printed() -> None:
    page = text("explanation/leverage.md")
    for one in equations():
        if one.name in {"lost", "revenue", "pause", "package"}:
            assert one.formula.split(" = ")[0].split(" and ")[0] in page, one.name


def _licences() -> dict[str, list[float]]:
    """By planner the values of the month for which a spread was printed, and both spreads."""
    part = text(LICENCE).partition("## 2025-05")[2].partition("## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {name: [float(x.replace(",", "")) for x in numbers] for name, *numbers in cells}


def test_the_value_of_a_licence_agrees_or_not_as_its_own_numbers_say() -> None:
    found = _licences()
    assert list(found) == ["European Union", "Japan", "United States"]
    for name, (*worth, _, quoted) in found.items():
        close = [quoted / _NEAR <= one <= quoted * _NEAR for one in worth]
        said = {
            "they agree": all(close), "no agreement that could": any(close) and not all(close),
            "they do not agree": not any(close),
        }  # fmt: skip
        for words, is_so in said.items():
            assert (f"- **{name}: {words}" in text(LICENCE)) is is_so, (name, words)


def test_the_value_of_a_licence_is_of_the_parameters_that_are_packaged() -> None:
    assert packaged().digest in text(LICENCE)


@pytest.mark.slow
def test_the_page_of_licences_is_what_its_tool_writes() -> None:
    """After a change of the planner's problem: tools/build_licence_value.py."""
    tool = ROOT / "tools" / "build_licence_value.py"
    done = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
