from __future__ import annotations

import json
from typing import Any

import pytest

from monazite.cli.main import run
from monazite.errors import LawDataError
from monazite.law import compile as compile_module
from monazite.law.commitments import commitments
from monazite.law.store import load
from monazite.trade.monthly.series import SERIES
from monazite.trade.periods import parse


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert run(["law", *words]) == code
    return capsys.readouterr().out


def document(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said(capsys, *words, "--json", code=code))
    return found


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    with pytest.raises(SystemExit) as caught:
        run(["law", *words, "--json"])
    assert caught.value.code == 2
    found: dict[str, str] = json.loads(capsys.readouterr().out)["error"]
    return found


def test_the_list_holds_every_measure(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "list", "--on", "2025-06-10")
    assert len(found["measures"]) == len(load().measures)
    by_id = {m["id"]: m for m in found["measures"]}
    assert by_id["CN-2025-18"]["status"] == "in_force"
    assert by_id["CN-2025-57"]["status"] == "not_yet"
    assert by_id["CN-2024-46-P2"]["effects"] == ["refused_in_principle", "enhanced_review"]
    assert by_id["CN-2010-JP-HALT"]["legal"] is False


def test_the_list_is_narrowed(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "list", "--jurisdiction", "CN", "--kind", "technology_control")
    assert {m["id"] for m in found["measures"]} == {"CN-2023-57", "CN-2025-28", "CN-TECH-2001"}
    assert {m["jurisdiction"] for m in found["measures"]} == {"CN"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_list_on_the_screen_tells_law_from_what_is_not(
    capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    text = said(capsys, "list", "--on", "2025-06-10", "--lang", lang)
    assert "CN-2025-18" in text
    assert {"en": "not law", "zh": "非法律"}[lang] in text
    assert str(len(load().measures)) in text


def test_known_moves_back_what_is_listed_as_published(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("status", "CN-2025-57", "--on", "2025-11-10")
    assert document(capsys, *words)["status"] == "suspended"
    earlier = document(capsys, *words, "--known", "2025-11-05")
    assert (earlier["status"], earlier["published_by_then"]) == ("in_force", True)
    before = document(capsys, *words, "--known", "2025-10-01")
    assert (before["operated"], before["published_by_then"]) == (False, False)
    assert "not published yet" in said(capsys, *words, "--known", "2025-10-01")


def test_an_ambiguous_status_shows_both_readings_with_their_sources(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = document(capsys, "status", "CN-2025-61", "--on", "2026-11-11")
    assert found["status"] == "ambiguous"
    assert [(r["reading"], r["status"]) for r in found["readings"]] == [
        ("revived", "in_force"),
        ("still suspended", "suspended"),
    ]
    text = said(capsys, "status", "CN-2025-61", "--on", "2026-11-11").replace("\n", "")
    for reading in found["readings"]:
        assert reading["source"][:30] in text
    chinese = document(capsys, "status", "CN-2025-61", "--on", "2026-11-11", "--lang", "zh")
    assert "2025年第70号" in chinese["readings"][0]["because"]


def test_a_limb_has_its_own_status(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("status", "CN-2025-61", "--on", "2025-10-20")
    assert document(capsys, *words)["status"] == "in_force"
    assert document(capsys, *words, "--limb", "1(1)")["status"] == "not_yet"
    assert "limb 1(1)" in said(capsys, *words, "--limb", "1(1)")


def test_the_status_of_today_needs_no_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert document(capsys, "status", "CN-2025-18")["status"] == "in_force"


def test_one_measure_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "show", "CN-2024-46-P2", "--on", "2026-01-01")
    assert found["status"] == "suspended"
    assert [limb["id"] for limb in found["limbs"]] == ["2a", "2b", "3"]
    assert [r["id"] for r in found["relations"]] == ["REL-020", "REL-027"]
    assert [r["official"] for r in found["relations"]] == [True, False]
    assert "COM-2025-11-01-FACT-SHEET-CN" in found["commitments"]
    assert found["destinations"] == {"mode": "only", "countries": ["US"]}
    assert found["sources"][0]["confidence"] == "found"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "measure", ["CN-2024-46-P2", "CN-2025-21-EL", "KG-SCRAP", "CD-COBALT-SUSP-2025", "CN-2025-57"]
)
def test_a_measure_on_the_screen(
    capsys: pytest.CaptureFixture[str], measure: str, lang: str
) -> None:
    text = said(capsys, "show", measure, "--on", "2026-01-01", "--lang", lang)
    one = load().measures[measure]
    assert measure in text
    assert (one.instrument if lang == "en" else one.instrument_zh)[:12] in text
    assert one.sources[0][0][:20] in text


def test_every_measure_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for number, measure in enumerate(load().measures):
        lang = ("en", "zh")[number % 2]
        assert measure in said(capsys, "show", measure, "--on", "2026-12-01", "--lang", lang)


def test_what_changed_between_two_days(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("diff", "--from", "2025-11-01", "--to", "2025-11-30")
    found = document(capsys, *words)
    suspended = {c["measure"] for c in found["changes"] if c["after"] == "suspended"}
    assert {"CN-2025-57", "CN-2025-61", "CN-2024-46-P2", "US-BIS-AFFILIATES"} <= suspended
    assert found["changes"][0]["because"].startswith("suspended by MOFCOM")
    text = said(capsys, *words)
    assert "in force → suspended" in text
    assert "CN-2025-61 (1(1))" in text
    assert "2025年第70号" in said(capsys, *words, "--lang", "zh").replace("\n", "")


def test_no_change_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("diff", "--from", "2025-05-20", "--to", "2025-05-21")
    assert document(capsys, *words)["changes"] == []
    assert "No change" in said(capsys, *words)


def test_the_check_of_the_data_on_their_own_day_is_clean_of_errors(
    capsys: pytest.CaptureFixture[str],
) -> None:
    day = load().compiled.isoformat()
    found = document(capsys, "check", "--today", day)
    assert found["today"] == day
    assert {p["level"] for p in found["problems"]} == {"warning", "note"}
    text = said(capsys, "check", "--today", day)
    assert "0 errors, 1 warning," in text
    # What is the same for several measures is said once.
    assert "CN-2025-55, CN-2025-56" in text


def test_a_stale_suspension_ends_with_exit_code_one(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "check", "--today", "2026-11-28", code=1)
    stale = [p["subject"] for p in found["problems"] if p["level"] == "error"]
    assert stale == ["CN-2024-46-P2"]
    assert "error" in said(capsys, "check", "--today", "2026-11-28", code=1)
    assert "错误1项" in said(capsys, "check", "--today", "2026-11-28", "--lang", "zh", code=1)


def test_a_day_without_problems_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No problem on 2024-01-01" in said(capsys, "check", "--today", "2024-01-01")


def test_data_that_break_their_rules_are_errors(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_root: object) -> None:
        raise LawDataError(["a.yaml: first", "b.yaml: second"])

    monkeypatch.setattr(compile_module, "compile_law", broken)
    found = document(capsys, "check", "--today", "2026-11-22", code=1)
    assert [p["text"] for p in found["problems"]] == ["a.yaml: first", "b.yaml: second"]


def test_without_a_day_the_check_takes_the_clock(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["law", "check", "--json"])
    assert code in {0, 1}
    assert len(json.loads(capsys.readouterr().out)["today"]) == len("2026-11-22")


def test_the_commitments_with_the_figures_after(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "commitments", "COM-2025-05-12-GENEVA-CN")
    assert found["legal"] is False
    assert found["disputed"] == ["CN-2025-18"]
    after = {(f["series"], f["destination"], f["period"]): f for f in found["figures_after"]}
    may = after["magnets", "WORLD", "2025-05"]["tonnes"]
    assert (may["value"], may["unit"], may["source"]) == (1238, "t", "magnets/2025-05/WORLD")
    assert after["rare-earths", "WORLD", "2025-05"]["yoy_pct"]["value"] == -5.67


def test_joined_months_after_a_commitment_are_not_split(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = document(capsys, "commitments", "COM-2025-11-01-FACT-SHEET-CN")
    joined = next(
        f
        for f in found["figures_after"]
        if (f["series"], f["period"]) == ("rare-earths", "2026-01/02")
    )
    assert joined["tonnes"]["value"] == 10460
    assert (joined["mom_pct"]["value"], joined["mom_pct"]["reason"]) == (None, "joined")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_commitment_on_the_screen(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    every = said(capsys, "commitments", "--lang", lang)
    for one in commitments(load()):
        assert one.id in every
        text = said(capsys, "commitments", one.id, "--lang", lang)
        assert one.words[lang][:20] in text
        assert {"en": "never law", "zh": "承诺不是法律"}[lang] in text


def test_all_commitments_as_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "commitments")["commitments"]
    assert [c["id"] for c in found] == [c.id for c in commitments(load())]


def test_every_series_and_period_that_a_commitment_names_exists() -> None:
    for one in commitments(load()):
        for figures in one.figures_after:
            assert figures.series in SERIES
            assert all(parse(period) for period in figures.periods)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("show", "CN-2025-81"), "measure"),
        (("status", "CN-2025-61", "--on", "2025-02-30"), "on"),
        (("status", "CN-2025-61", "--limb", "9"), "limb"),
        (("status", "CN-2025-61", "--known", "soon"), "known"),
        (("list", "--jurisdiction", "XX"), "jurisdiction"),
        (("list", "--kind", "prohibitions"), "kind"),
        (("diff", "--from", "2025-13-01", "--to", "2025-12-01"), "from"),
        (("diff", "--from", "2025-12-01", "--to", "2025-11-01"), "to"),
        (("check", "--today", "yesterday"), "today"),
        (("commitments", "COM-1"), "commitment"),
    ],
)
def test_bad_input_names_the_field(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], field: str
) -> None:
    error = refused(capsys, *words)
    assert error["field"] == field
    assert error["accepted"]


def test_a_party_list_shows_its_entries_and_their_pauses(
    capsys: pytest.CaptureFixture[str],
) -> None:
    entries = document(capsys, "show", "CN-2025-21-EL")["parties"]
    assert len(entries) == 16
    assert entries[0]["paused_from"] == "2025-05-14"
    assert "licence_required" in entries[0]["residual_while_paused"]
    text = said(capsys, "show", "CN-2025-21-EL")
    assert "ACT1 Federal (US), paused from 2025-05-14 to 2026-11-10" in " ".join(text.split())
