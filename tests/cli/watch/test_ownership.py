from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.errors import MonaziteError
from monazite.watch.ownership.documents import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """owner,owned,share,since,until
X,A,50%,,
A,B,0.4,2020-01-01,
X,B,10%,,
Z,C,49.9%,,
B,D,,,
Q,C,50.1%,,
"""


@pytest.fixture
def holdings(tmp_path: Path) -> str:
    path = tmp_path / "holdings.csv"
    path.write_text(ROWS, encoding="utf-8")
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    run(["watch", "ownership", *words])
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    with pytest.raises(SystemExit) as stopped:
        run(["watch", "ownership", *words, "--json"])
    assert stopped.value.code == 2
    return json.loads(capsys.readouterr().out)


def test_the_screen_says_who_is_reached_and_by_what(
    holdings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = told(capsys, holdings, "--listed", "X,Z", "--on", "2026-11-01")
    assert "2 reached, 1 possibly, 1 below the threshold" in text
    assert "X –50%→ A –40%→ B (+ X 10%)" in text
    assert "49.9%" in text
    chinese = told(capsys, holdings, "--listed", "X,Z", "--lang", "zh", "--rule", "cn-61")
    assert "该日规则是否有效未知" in chinese


def test_the_json_and_the_table_hold_the_same_parties(
    holdings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (holdings, "--listed", "X;Z", "--on", "2026-11-01")
    document = json.loads(told(capsys, *words, "--json"))
    rows = list(csv.DictReader(io.StringIO(told(capsys, *words, "--csv", "-"))))
    assert tuple(rows[0]) == COLUMNS
    states = {row["party"]: row["state"] for row in rows}
    assert states == {one["party"]: one["state"] for one in document["parties"]}
    assert states == {
        "X": "listed", "Z": "listed", "A": "reached", "B": "reached", "D": "possibly", "C": "below",
    }  # fmt: skip
    assert document["applies"] is True


def test_one_party_is_asked_for_alone(holdings: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = (holdings, "--listed", "X,Z", "--on", "2026-11-01", "--party")
    found = json.loads(told(capsys, *words, "B", "--json"))
    assert [one["party"] for one in found["parties"]] == ["X", "A", "B"]
    assert "own nothing of Q" in told(capsys, *words, "Q")
    assert refused(capsys, *words, "NOBODY")["error"]["field"] == "party"


def test_a_picture_is_written(
    holdings: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chart = tmp_path / "owners.svg"
    assert "owners.svg" in told(capsys, holdings, "--listed", "X,Z", "--chart", str(chart))
    drawn = chart.read_text(encoding="utf-8")
    assert "reached" in drawn
    assert "X –50%→ A –40%→ B" in drawn


def test_a_listed_file_has_days(
    holdings: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "listed.csv"
    listed.write_text("id,listed_from\nX,2026-11-02\nZ,2020-01-01\n", encoding="utf-8")
    before = json.loads(
        told(capsys, holdings, "--listed", str(listed), "--on", "2026-11-01", "--json")
    )
    after = json.loads(
        told(capsys, holdings, "--listed", str(listed), "--on", "2026-11-02", "--json")
    )
    assert before["listed"] == ["Z"]
    assert after["listed"] == ["X", "Z"]


def test_every_row_that_cannot_be_read_is_told_with_its_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("owner,owned,share,since\nX,A,50,\nX,B,0.5,soon\n,C,0.5,\n", encoding="utf-8")
    found = refused(capsys, str(path), "--listed", "X")
    assert len(found["problems"]) == 3
    assert all("mine.csv row" in one for one in found["problems"])
    assert "50%" in found["problems"][0]
    assert "YYYY-MM-DD" in found["problems"][1]
    with pytest.raises(SystemExit):
        run(["watch", "ownership", str(path), "--listed", "X"])
    assert "Nothing was computed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--listed", "NOBODY"), "listed"),
        (("--listed", " , "), "listed"),
        (("--listed", "X", "--rule", "eu"), "rule"),
        (("--listed", "X", "--on", "yesterday"), "on"),
        (("--listed", "X", "--chart", "owners.gif"), "chart"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_its_field(
    holdings: str, words: tuple[str, ...], field: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, holdings, *words)["error"]["field"] == field


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    found = refused(capsys, "nowhere.csv", "--listed", "X")
    assert found["error"]["field"] == "holdings"


def test_a_table_without_rows_says_what_is_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("owner,owned,share\n", encoding="utf-8")
    error = refused(capsys, str(path), "--listed", "X")["error"]
    assert error["field"] == "holdings"
    assert error["value"].endswith("mine.csv")
    assert "owner, owned and share" in error["accepted"]


def test_rows_of_one_pair_are_shown_added_with_their_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("owner,owned,share\nL,A,30%\nQ,A,1%\nL,A,30%\n", encoding="utf-8")
    text = " ".join(told(capsys, str(path), "--listed", "L").split())
    assert "L –60%→ A" in text
    assert "L holds A in rows 1, 3, which are added up (30% + 30% = 60%)" in text
    assert "Parties: 1 listed, 1 reached" in text
    found = json.loads(told(capsys, str(path), "--listed", "L", "--json"))
    assert found["held_more_than_once"][0]["rows"] == [1, 3]


def test_nothing_is_drawn_of_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "holdings.csv"
    path.write_text("owner,owned,share\nX,A,0.5\nQ,B,0.5\n", encoding="utf-8")
    with pytest.raises((SystemExit, MonaziteError)):
        run(["watch", "ownership", str(path), "--listed", "B", "--chart", str(tmp_path / "a.svg")])
    assert not (tmp_path / "a.svg").exists()
    capsys.readouterr()


def test_without_the_extra_it_says_which(
    holdings: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("monazite.cli.watch_options.find_spec", lambda _: None)
    with pytest.raises(SystemExit):
        run(["watch", "ownership", holdings, "--listed", "X"])
    assert "monazite[watch]" in capsys.readouterr().err
