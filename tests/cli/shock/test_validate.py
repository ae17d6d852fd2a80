from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from monazite.shock.results.documents import schema
from monazite.shock.validation import validating
from support.shock_rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.shock.validation.rows import Row

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """No case is run: rows by hand stand for what came of them."""

    def validate(draws: int, seed: int, told: Callable[[str, int], None]) -> list[Row]:
        assert (draws, seed) == (4, 1)
        told("2025", draws)
        return rows()

    monkeypatch.setattr(validating, "validate", validate)


def test_misses_stay_in_the_table_with_their_error(told: Told) -> None:
    text = " ".join(told("validate", "--draws", 4).split())
    assert "of 4 marks of the weekly engine 1 are kept, 1 would be kept without any measure" in text
    assert "2025, on which parameters were fitted: 1 of 4 kept" in text
    assert "1,238 t 1,300 t 5,300 t 5% too much kept" in text
    assert re.search(r"25% 15% 10 percentage.* missed", text)
    assert "never" in text


def test_the_document_counts_marks_and_names_the_parameters(document: Document) -> None:
    found = document("validate", "--draws", 4)
    assert found["marks"] == {
        "fitted": {"marks": 4, "kept": 1, "kept_without": 1, "missed": 2},
    }
    assert len(found["parameters_hash"]) == 64
    never = found["rows"][2]
    assert (never["p50"], never["error"], never["verdict"]) == (None, None, "missed")
    assert never["never"] == pytest.approx(0.7)
    assert found["rows"][0]["without"] == 5300


def test_the_document_keeps_its_schema(document: Document) -> None:
    found = document("validate", "--draws", 4)
    jsonschema.validate(found, schema("validation"))
    assert found["rows"][3]["verdict"] == "kept_without"
    found["rows"][0]["more"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, schema("validation"))


def test_rows_are_written(told: Told) -> None:
    found = list(csv.DictReader(io.StringIO(told("validate", "--draws", 4, "--csv", "-"))))
    assert [row["verdict"] for row in found] == ["kept", "missed", "missed", "kept_without", ""]
    assert all(row["source"] for row in found)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_picture_says_observed_simulated_and_the_error(
    told: Told, tmp_path: Path, lang: str
) -> None:
    path = tmp_path / "a.svg"
    told("validate", "--draws", 4, "--chart", path, "--lang", lang)
    drawn = path.read_text(encoding="utf-8")
    assert {"en": "5% too much, kept", "zh": "偏高5%，达标"}[lang] in drawn
    assert {"en": "missed", "zh": "未达标"}[lang] in drawn
