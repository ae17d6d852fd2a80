from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["brief", *words]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    with pytest.raises(SystemExit) as caught:
        run(["brief", *words, "--json"])
    assert caught.value.code == 2
    found: dict[str, str] = json.loads(capsys.readouterr().out)["error"]
    return found


def flat(text: str) -> str:
    """The text without the line breaks of its columns."""
    return " ".join(text.split())


def test_the_page_in_the_terminal_names_the_row_of_every_figure(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = said(capsys, "2025-05")
    assert max(map(len, text.splitlines())) <= 100
    page = flat(text)
    assert "5,864.6 t reported [rare-earths/2025-05]" in page
    assert "2025-05-14 in force → suspended 16 US entities to control list [CN-2025-21-EL]" in page
    assert "72 days" in page
    assert "░ 8,511 t [rare-earths/2025-01/02]" in page
    assert "United States 46 t [magnets/2025-05/US]" in page
    assert "3 reports of one event" in page
    assert "62–70" in page
    assert "70 2020-2023 [share/0042]" in page
    assert "9 May (articles A1, A4) or 12 May (A5) [claim/X-02" in page
    assert "DR Congo: Cobalt export suspension" in page


def test_gaps_and_open_readings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    page = flat(said(capsys, "2026-11"))
    assert "no figure" in page
    assert "Reading “revived”: in force" in page
    assert "Reading “still suspended”: suspended" in page
    assert "still ahead" in page


def test_a_quiet_month_is_still_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    page = flat(said(capsys, "2010-10"))
    assert "CN-1999-2014-REE-QUOTA" in page
    assert "nothing is drawn" in page
    assert "nearest events" in page
    assert "No measure changed its state" in page


def test_a_month_without_conflicts_or_endings_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    page = flat(said(capsys, "2024-12"))
    assert "No conflict between sources is known" in page
    assert "no suspension was to end" in page
    assert "from memory, not re-read" in page


def test_joined_months_say_what_cannot_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    page = flat(said(capsys))
    assert "January and February 2026" in page
    assert "Change on the month before; Value, on the month before" in page


def test_the_page_speaks_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    page = said(capsys, "2025-05", "--lang", "zh")
    assert "2025年5月简报" in page
    assert "稀土出口量" in page


def document(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, *words, "--json"))
    return found


def test_the_page_as_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "2025-05")
    assert found["figures"]["tonnes"] == {
        "value": 5864.6,
        "unit": "t",
        "source": "rare-earths/2025-05",
        "confidence": "reported",
        "reason": None,
    }


def test_knowledge_can_end_earlier(capsys: pytest.CaptureFixture[str]) -> None:
    now = document(capsys, "2025-10")
    then = document(capsys, "2025-10", "--known", "2025-10-08")
    waiting = {one["measure"] for one in now["law"]["not_yet"]}
    assert "CN-2025-57" in waiting
    assert "CN-2025-57" not in {one["measure"] for one in then["law"]["not_yet"]}


def test_the_file_is_written_and_its_path_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "page.html"
    text = said(capsys, "2010-10", "--html", str(target))
    assert str(target) in text.replace("\n", "")
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    found = document(capsys, "2010-10", "--html", str(target))
    assert found["html"] == str(target)


def test_a_folder_that_is_not_there_is_refused_before_any_work(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    error = refused(capsys, "2025-05", "--html", str(tmp_path / "none" / "page.html"))
    assert error["field"] == "html"
    assert "a folder that exists" in error["accepted"]


@pytest.mark.parametrize(
    ("words", "field"),
    [(["2025-13"], "month"), (["2025"], "month"), (["2025-05", "--known", "2025-02-30"], "known")],
)
def test_bad_input_names_its_field(
    capsys: pytest.CaptureFixture[str], words: list[str], field: str
) -> None:
    assert refused(capsys, *words)["field"] == field


def test_a_time_before_all_law_says_that_nothing_was_in_force(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "No measure in the law data was in force." in flat(said(capsys, "1990-01"))
