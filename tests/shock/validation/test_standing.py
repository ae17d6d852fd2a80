"""Marks are counted apart: kept, kept without any measure too, missed; fitted, unseen, static."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.shock.parameters.reading import packaged as parameters
from monazite.shock.tables import table
from monazite.shock.validation.observed import observations
from monazite.shock.validation.standing import (
    GROUPS,
    TABLE,
    Standing,
    cases,
    packaged,
    standing,
    summed,
)
from support.shock_rows import rows

if TYPE_CHECKING:
    from types import ModuleType

YEARS = ("2010", "2023", "2024", "2025", "usgs")


def test_what_no_measure_keeps_too_is_not_counted_as_kept() -> None:
    assert standing(rows()) == {"fitted": Standing(kept=1, kept_without=1, missed=2)}
    assert cases(rows())["V3"] == Standing(kept=0, kept_without=1, missed=1)


def test_no_cases_have_no_marks() -> None:
    assert summed([]).marks == 0
    assert summed([Standing(1, 2, 3), Standing(1, 0, 0)]) == Standing(2, 2, 3)


def test_every_case_is_of_one_group() -> None:
    known = {one.case for year in YEARS for one in observations(year)}
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(known)


def test_the_packaged_table_counts_every_mark_that_there_is() -> None:
    marks: dict[str, int] = {}
    for one in (one for year in YEARS for one in observations(year)):
        marks[one.case] = marks.get(one.case, 0) + one.marked
    assert {name: one.marks for name, one in packaged().items()} == marks


def test_the_packaged_table_is_of_the_parameters_that_are_packaged() -> None:
    """After a change of the parameters: tools/build_shock_validation.py."""
    assert all(parameters().digest in one.note for one in table(TABLE))


def test_the_tool_writes_a_row_for_each_case(tmp_path: Path) -> None:
    tool = _tool()
    tool.table(rows(), tmp_path / f"{TABLE}.csv")
    lines = (tmp_path / f"{TABLE}.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith("shock-standing/V1,V1,1,0,0,")
    assert lines[3].startswith("shock-standing/V3,V3,0,1,1,")


def test_no_fitted_parameter_has_an_unseen_event_as_its_source() -> None:
    borrowed = _tool().borrowed(parameters())
    assert borrowed
    assert not [row.knob for row in parameters().rows if row.fitted and row.knob in borrowed]


def _tool() -> ModuleType:
    path = Path(__file__).parents[3] / "tools" / "build_shock_validation.py"
    spec = importlib.util.spec_from_file_location("build_shock_validation", path)
    assert spec
    assert spec.loader
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found
