from __future__ import annotations

import json
from typing import Any

import pytest

from monazite.cli.main import run
from monazite.cli.source_law import law_rows
from monazite.law import load


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["source", *words]) == 0
    return capsys.readouterr().out


def document(capsys: pytest.CaptureFixture[str], row: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, row, "--json"))
    return found


def test_a_packaged_row_leads_to_its_document(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "event/E021")
    assert found["table"] == "events"
    assert found["fields"]["date"] == "2025-06-09"
    assert found["source"] == "article A3 (SCMP syndication, June 2025)"
    assert found["confidence"] == "found"


@pytest.mark.parametrize(
    ("row", "table", "field", "value"),
    [
        ("owners/REE/refining-MY-AU", "owners", "firm", "Lynas"),
        ("flow/261710/TJK-CHN-2024", "flow", "mass_t", "6060.464"),
    ],
)
def test_rows_of_supply_chains_lead_to_theirs(
    capsys: pytest.CaptureFixture[str], row: str, table: str, field: str, value: str
) -> None:
    found = document(capsys, row)
    assert (found["table"], found["fields"][field]) == (table, value)
    assert found["source"]


def test_every_row_of_a_figure_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "rare-earths/2025-05, rare-earths/2024-05")
    assert [one["id"] for one in found["rows"]] == ["rare-earths/2025-05", "rare-earths/2024-05"]


@pytest.mark.parametrize(
    ("row", "table"),
    [
        ("CN-2025-18", "law/measure"),
        ("CN-2025-18.01", "law/item"),
        ("CN-2025-61/2", "law/limb"),
        ("REL-001", "law/relation"),
        ("COM-2025-05-12-GENEVA-CN", "law/commitment"),
    ],
)
def test_the_law_has_rows_too(capsys: pytest.CaptureFixture[str], row: str, table: str) -> None:
    found = document(capsys, row)
    assert (found["id"], found["table"]) == (row, table)
    assert found["source"]
    assert found["confidence"] in {"found", "memory", "uncertain"}


def test_everything_of_the_law_can_be_shown() -> None:
    for row, shown in law_rows(load()).items():
        found = json.loads(json.dumps(shown(), allow_nan=False))
        assert found["id"] == row
        assert found["source"], row


def test_a_row_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "rare-earths/2025-05")
    assert "5864.6" in text
    assert "https://www.globaltimes.cn/page/202506/1335771.shtml" in text
    assert "value_source" not in said(capsys, "rare-earths/2025-06")
    text = said(capsys, "COM-2025-05-12-GENEVA-CN", "--lang", "zh")
    assert "文件" in text
    assert "2025-05-12" in text


def test_an_unknown_row_names_the_nearest_of_both(capsys: pytest.CaptureFixture[str]) -> None:
    for row, near in (("rare-earth/2025-05", "rare-earths/2025-05"), ("CN-2025-81", "CN-2025-18")):
        with pytest.raises(SystemExit) as caught:
            run(["source", row, "--json"])
        assert caught.value.code == 2
        error = json.loads(capsys.readouterr().out)["error"]
        assert error["field"] == "row"
        assert near in error["accepted"]


def test_an_extract_has_rows_too(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "production/Gallium/CHN-2024")
    assert (found["fields"]["quantity"], found["source"]) == (
        "974",
        "World Mining Data 2026, BMF Austria",
    )
