from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from monazite.shock.projects.documents import TABLE, document, row
from monazite.shock.projects.reading import projects, read
from support.projects import written

if TYPE_CHECKING:
    from pathlib import Path

EVERY = {one.key: one for one in projects()}


@pytest.mark.parametrize("key", EVERY)
def test_every_project_is_a_json_object_and_a_row(key: str) -> None:
    found = document(EVERY[key], "en")
    assert json.loads(json.dumps(found)) == found
    assert tuple(row(EVERY[key])) == TABLE
    assert (found["output_unknown"] is None) == bool(found["output_t"])


def test_a_project_is_told_with_its_rate_and_its_output() -> None:
    found = document(EVERY["browns-range"], "en")
    assert (found["capex_m"], found["currency"]) == (592, "AUD")
    assert found["capex_musd"] == pytest.approx(592 * found["usd_per_unit"], abs=0.01)
    assert found["rate_row"] == "exchange-rates/AUD-2025-09"
    assert found["output_t"]["Dy/mining"] > 300
    assert "deposits/guangdong-xenotime/Dy" in found["output_rows"]


def test_why_no_output_is_known_is_said_in_both_languages() -> None:
    english, chinese = (document(EVERY["kvanefjeld"], lang) for lang in ("en", "zh"))
    assert english["output_unknown"] == "no_capacity"
    assert english["output_unknown_text"] != chinese["output_unknown_text"]


def test_a_row_can_be_read_again(tmp_path: Path) -> None:
    (before,) = read(written(tmp_path / "o.csv", {"capacity": "12.5", "note": "a, b"}))
    cells = {name: "" if value is None else str(value) for name, value in row(before).items()}
    (after,) = read(written(tmp_path / "p.csv", {name: cells[name] for name in TABLE[:27]}))
    assert after == before
