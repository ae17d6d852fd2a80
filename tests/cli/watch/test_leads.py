"""`monazite watch leads|dispose|labels` over a small folder of made-up records."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from monazite.catalogue.texts import say
from monazite.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

APPLICATIONS = """id,day,exporter,end_user,material,mass_kg,text,outcome,decided
a1,2026-01-10,E1,U1,Dy,500,Oxide for sputtering,refused,2026-03-01
a2,2026-03-20,E2,U1,Dy,480,Oxide for lamps,,
"""
ASSAYS = """id,shipment,day,declared,found,errors,custody
k1,s1,2026-05-02,Nd=0.24; Fe=0.67,Nd=0.235; Fe=0.668; Dy=0.0036,Dy=0.0001,unbroken
"""
MORE = "k2,s1,2026-05-09,Nd=0.24; Fe=0.67,Nd=0.236; Fe=0.668; Dy=0.0037,Dy=0.0001,unbroken\n"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "applications.csv").write_text(APPLICATIONS, encoding="utf-8")
    (folder / "assays.csv").write_text(ASSAYS, encoding="utf-8")
    return folder


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "inbox"


def asked(*words: object) -> list[str]:
    return ["watch", *map(str, words)]


def answer(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, Any]:
    capsys.readouterr()
    assert run(asked(*words, "--json")) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> dict[str, str]:
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        run(asked(*words, "--json"))
    assert stopped.value.code == 2
    error: dict[str, str] = json.loads(capsys.readouterr().out)["error"]
    return error


def test_leads_of_records_say_why_what_else_and_whose(
    records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "leads", "--records", records)
    assert {lead["rule"] for lead in found["leads"]} == {"C8", "C10"}
    for lead in found["leads"]:
        assert lead["grade"] == "consistent with"
        assert lead["reasons"]
        assert all(each["words"] for each in (*lead["reasons"], *lead["otherwise"]))
        assert lead["agency"]
        assert lead["evidence"]
    assert found["received"] is None
    assert {one["rule"] for one in found["not_computed"]} >= {"C9"}


def test_the_second_run_brings_nothing_new_and_new_records_are_added(
    records: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("leads", "--records", records, "--inbox", inbox)
    assert answer(capsys, *words)["received"]["new"] == 2
    assert answer(capsys, *words)["received"] == {"new": 0, "added": 0, "reopened": 0, "same": 2}
    with (records / "assays.csv").open("a", encoding="utf-8") as file:
        file.write(MORE)
    assert answer(capsys, *words)["received"]["added"] == 1
    assert len(answer(capsys, "leads", "--inbox", inbox)["leads"]) == 2


def test_a_lead_is_ended_opens_again_and_becomes_labels(
    records: Path, inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("leads", "--records", records, "--inbox", inbox)
    leads = {lead["rule"]: lead["lead"] for lead in answer(capsys, *words)["leads"]}
    ended = answer(
        capsys, "dispose", leads["C10"][:12], "penalised", "--inbox", inbox,
        "--by", "Li Na", "--evidence", "second laboratory",
    )  # fmt: skip
    assert (ended["state"], ended["disposition"]["outcome"]) == ("closed", "penalised")
    assert [lead["rule"] for lead in answer(capsys, *words)["leads"]] == ["C8"]
    closed = answer(capsys, "leads", "--inbox", inbox, "--closed")
    assert {lead["outcome"] for lead in closed["leads"]} == {None, "penalised"}
    assert [one["judged"] for one in closed["precision"] if one["rule"] == "C10"] == [1]

    table = tmp_path / "lines.csv"
    table.write_text("number,day,mass\ns0,2026-05-01,3\ns1,2026-05-02,4\n", encoding="utf-8")
    out = tmp_path / "labelled.csv"
    made = answer(
        capsys, "labels", "--inbox", inbox, "--table", table, "--id", "number", "--out", out
    )
    assert (made["rows"], made["right"], made["wrong"]) == (1, 1, 0)
    with out.open(encoding="utf-8", newline="") as lines:
        assert [(row["number"], row["label"]) for row in csv.DictReader(lines)] == [
            ("s0", ""),
            ("s1", "1"),
        ]

    with (records / "assays.csv").open("a", encoding="utf-8") as file:
        file.write(MORE)
    again = answer(capsys, *words)
    assert again["received"]["reopened"] == 1
    assert [lead["reopened"] for lead in again["leads"] if lead["rule"] == "C10"] == [True]


def test_an_end_that_takes_the_place_of_another_says_so(
    records: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    every = answer(capsys, "leads", "--records", records, "--inbox", inbox)["leads"]
    for outcome in ("referred", "penalised"):
        run(
            ["watch", "dispose", every[0]["lead"][:12], outcome, "--inbox", str(inbox),
             "--by", "Li Na", "--evidence", "papers"]
        )  # fmt: skip
    assert "penalised (said before: referred to others)" in capsys.readouterr().out


def test_labels_alone_are_one_row_a_record(
    records: Path, inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, "leads", "--records", records, "--inbox", inbox, "--rule", "C10")
    (lead,) = found["leads"]
    answer(capsys, "dispose", lead["lead"], "unfounded", "--inbox", inbox, "--by", "a",
           "--evidence", "b")  # fmt: skip
    out = tmp_path / "labels.csv"
    assert answer(capsys, "labels", "--inbox", inbox, "--out", out)["wrong"] == 2
    with out.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["kind"], row["id"], row["label"]) for row in rows] == [
        ("assay", "k1", "0"),
        ("shipment", "s1", "0"),
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_screen_tells_of_leads_doubts_and_what_was_not_looked_at(
    records: Path, inbox: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked("leads", "--records", records, "--inbox", inbox, "--lang", lang)) == 0
    told = "".join(capsys.readouterr().out.split())
    for key in (
        "watch.rule.C8",
        "watch.rule.C10",
        "watch.otherwise.impurity",
        "watch.leads.caution",
    ):
        assert "".join(say(key, lang).split()) in told
    assert run(asked("leads", "--inbox", inbox, "--top", 1, "--lang", lang)) == 0
    assert "".join(say("watch.leads.more", lang, count="1", all=2).split()) in "".join(
        capsys.readouterr().out.split()
    )


def test_leads_leave_as_csv_and_as_a_picture(records: Path, tmp_path: Path) -> None:
    table, drawn = tmp_path / "leads.csv", tmp_path / "leads.svg"
    words = asked("leads", "--records", records, "--csv", table, "--chart", drawn, "--lang", "zh")
    assert run(words) == 0
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["rank"] for row in rows] == ["1", "2"]
    assert rows[0]["evidence"]
    assert "化验与申报不符" in drawn.read_text(encoding="utf-8")


def test_records_with_problems_are_refused_whole_and_nothing_is_kept(
    records: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = APPLICATIONS.replace("2026-03-20", "20 March").replace(",500,", ",many,")
    (records / "applications.csv").write_text(text, encoding="utf-8")
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        run(asked("leads", "--records", records, "--inbox", inbox))
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert "20 March" in told
    assert "many" in told
    assert not inbox.exists()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("records", ("leads",)),
        ("inbox", ("leads", "--inbox", "{nowhere}")),
        ("records", ("leads", "--records", "{nowhere}")),
        ("rule", ("leads", "--records", "{records}", "--rule", "C99")),
        ("rule", ("leads", "--records", "{records}", "--rule", " , ")),
        ("top", ("leads", "--records", "{records}", "--top", "0")),
        ("on", ("leads", "--records", "{records}", "--on", "May")),
        ("inbox", ("dispose", "abcdef", "explained", "--inbox", "{nowhere}", "--by", "a", "--evidence", "b")),
        ("by", ("dispose", "abcdef", "explained", "--inbox", "{inbox}", "--evidence", "b")),
        ("evidence", ("dispose", "abcdef", "explained", "--inbox", "{inbox}", "--by", "a")),
        ("lead", ("dispose", "abcdef", "explained", "--inbox", "{inbox}", "--by", "a", "--evidence", "b")),
        ("id", ("labels", "--inbox", "{inbox}", "--out", "{nowhere}.csv", "--table", "{records}/assays.csv")),
        ("table", ("labels", "--inbox", "{inbox}", "--out", "{nowhere}.csv", "--id", "id")),
        ("id", ("labels", "--inbox", "{inbox}", "--out", "{nowhere}.csv", "--table", "{records}/assays.csv", "--id", "no")),
        ("id", ("labels", "--inbox", "{inbox}", "--out", "{nowhere}.csv", "--table", "{records}/assays.csv", "--id", "shipment")),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_with_its_field(
    field: str,
    words: tuple[str, ...],
    records: Path,
    inbox: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer(capsys, "leads", "--records", records, "--inbox", inbox)
    places = {"records": records, "inbox": inbox, "nowhere": tmp_path / "nowhere"}
    assert refused(capsys, *(word.format(**places) for word in words))["field"] == field


def test_an_inbox_that_somebody_changed_is_not_worked_on(
    records: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "leads", "--records", records, "--inbox", inbox)
    file = inbox / "leads.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("E2", "E3", 1), encoding="utf-8")
    changed = file.read_bytes()
    assert refused(capsys, "leads", "--records", records, "--inbox", inbox)["field"] == "inbox"
    assert file.read_bytes() == changed
