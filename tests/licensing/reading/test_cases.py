"""The cases of tests/cases/licensing/reading.yaml: an entry, and what is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from monazite.catalogue import texts
from monazite.law.finding import ERROR, WARNING
from monazite.licensing.fields import sections
from monazite.licensing.reading import read

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "licensing" / "reading.yaml").read_text(encoding="utf-8")
)
WARNINGS = {"mixed_script"}


def says(case: dict[str, Any]) -> tuple[Any, Any]:
    """What is read in the field of a case, and all findings."""
    section, name = case["field"].split(".")
    record = {name: case["typed"]}
    found = read({section: [record] if sections()[section].many else record})
    head = found.application if section == "application" else getattr(found.application, section)
    return getattr(head[0] if isinstance(head, tuple) else head, name), found.findings


def as_written(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, (bool, int)) else str(value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['field']}: {case['typed']!r}")
def test_an_entry_is_read_or_found_wrong(case: dict[str, Any]) -> None:
    assert case.keys() <= {"field", "typed", "says", "wrong", "names"}
    value, findings = says(case)
    if case["field"].startswith(("lines.quantity", "onward_sales.share")) and case.get("says"):
        assert value == type(value)(case["says"])
    else:
        assert as_written(value) == case.get("says")
    findings = [each for each in findings if each.code != "read.blank_row"]
    if "wrong" not in case:
        assert findings == []
        return
    (found,) = findings
    assert found.code == f"read.{case['wrong']}"
    assert found.severity == (WARNING if case["wrong"] in WARNINGS else ERROR)
    words = f"{found.message('en')} {found.cure('en')}"
    assert all(str(name) in words for name in case.get("names", [])), words
    assert found.message("zh") != found.message("en")
    assert found.cure("zh") != found.cure("en")


def test_every_word_of_reading_is_said_by_a_case_or_by_the_shape_of_a_form() -> None:
    shape = {
        "blank_row",
        "more_unknown",
        "not_a_form",
        "not_a_list",
        "not_a_record",
        "too_large",
        "too_long",
        "too_many_rows",
        "unknown_field",
        "unknown_section",
    }
    every = texts.keys()
    for kind in ("finding", "cure"):
        head = f"licensing.{kind}.read."
        known = {key.removeprefix(head) for key in every if key.startswith(head)}
        assert known == shape | {case["wrong"] for case in CASES if "wrong" in case}
