from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from rich.console import Console

from monazite.cli import ruling_view
from monazite.cli.main import run
from monazite.law.model import OUTCOMES

if TYPE_CHECKING:
    import pytest

MAGNET = ("--form", "magnet", "--contains", "Nd,Fe,B,Dy=0.02", "--from", "CN", "--to", "US")
SCREEN = 45


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["rule", *words]) == 0
    return capsys.readouterr().out


def test_the_first_line_is_the_answer_in_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, *MAGNET, "--on", "2025-06-10").splitlines()
    assert lines[0].strip() == "! LICENCE REQUIRED (DUAL-USE)"
    assert "2025-06-10" in lines[2]


def test_every_outcome_has_a_sign_beside_its_colour() -> None:
    signs = ruling_view._SIGNS
    assert signs.keys() == {*OUTCOMES, "undetermined"}
    assert all(sign.strip() and style for sign, style in signs.values())


def test_a_simple_case_fits_one_screen(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, *MAGNET, "--on", "2025-06-10")
    assert len(text.splitlines()) <= SCREEN
    for head in ("Why", "To change", "Presumed", "Documents", "Clock", "Offence", "Nearly"):
        assert f"\n{head} " in text
    assert "MOFCOM & GACC Announcement No. 18 of 2025 (a.4), 1C905.a.4" in text
    assert "Is the end user a military user? yes → prohibited" in text
    assert re.search(r"and \d+ more", text)


def test_readings_stand_in_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(
        capsys, "--form", "metal", "--contains", "Ga", "--from", "CN", "--to", "US",
        "--on", "2026-11-28",
    )  # fmt: skip
    assert text.splitlines()[0].strip().startswith("? UNDETERMINED")
    assert "revived" in text
    assert "still suspended" in text
    assert "\nBefore " in text


def test_the_question_that_decides_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(
        capsys, "--form", "magnet", "--contains", "Nd,Fe,B", "--from", "CN", "--to", "DE",
        "--on", "2025-06-10",
    )  # fmt: skip
    assert "To decide  Does it contain dysprosium? yes → licence required" in text


def test_papers_of_two_outcomes_stand_apart(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(
        capsys, "--form", "oxide", "--contains", "Ho", "--from", "CN", "--to", "DE",
        "--on", "2026-11-11",
    )  # fmt: skip
    papers = text.partition("\nDocuments ")[2].partition("\nClock ")[0]
    assert papers.strip().startswith("licence required (dual-use)")
    assert "\n           ordinary export licence" in papers


def test_what_is_not_law_and_what_is_from_memory_are_told_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = said(
        capsys, "--form", "ore", "--contains", "REE", "--from", "CN", "--to", "JP",
        "--on", "2010-10-01",
    )  # fmt: skip
    assert "\nNot law " in text
    assert "from memory: check the text before acting" in text


def test_what_is_free_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(
        capsys, "--form", "metal", "--contains", "Al", "--only", "--from", "CN", "--to", "DE",
        "--on", "2025-06-10",
    )  # fmt: skip
    assert text.splitlines()[0].strip().startswith("✓ NOT CONTROLLED")
    assert "None under the law carried here." in text


def test_the_whole_answer_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, *MAGNET, "--on", "2025-06-10", "--lang", "zh")
    assert text.splitlines()[0].strip() == "! 须申请两用物项出口许可"
    assert "不构成法律意见" in text
    assert "Why" not in text


def test_the_terminal_gets_colour_and_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = io.StringIO()
    screen: Any = Console(file=drawn, force_terminal=True, color_system="standard", width=100)
    monkeypatch.setattr(ruling_view, "console", lambda: screen)
    run(["rule", *MAGNET, "--on", "2025-06-10"])
    first = drawn.getvalue().splitlines()[0]
    assert "\x1b[" in first
    assert "LICENCE REQUIRED" in first
