from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from monazite.cli.main import run
from monazite.watch.screening.matching.clean.making import persons
from support.watch_lists import MAPPING, table, written

if TYPE_CHECKING:
    from pathlib import Path

LISTED = ["Zellmark Magnetics Ltd", "王武斌", "Quorvex Trading LLC"]
ASKED = "id,who\n1,ZELLMARK MAGNETICS LIMITED\n2,\n3,Brigitte Hollenstein\n4,Wubin Wang\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a list of three, and the names of four parties."""
    folder = tmp_path_factory.mktemp("screen")
    written(folder, "m.yaml", MAPPING)
    path = written(folder, "t.csv", table(LISTED, "unknown"))
    run(["watch", "load", str(path), "--as", "csv", "--mapping", str(folder / "m.yaml"),
         "--name", "own", "--lists", str(folder / "lists")])  # fmt: skip
    written(folder, "names.csv", ASKED)
    return folder


def screened(home: Path, names: str, *more: str) -> list[str]:
    """The command over some names."""
    return ["watch", "screen", names, "--lists", str(home / "lists"), *more]


def document(capsys: pytest.CaptureFixture[str], given: list[str]) -> Any:
    capsys.readouterr()
    run([*given, "--json"])
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], given: list[str]) -> dict[str, str]:
    """What an answer says that could not be given."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as stop:
        run([*given, "--json"])
    assert stop.value.code == 2
    error: dict[str, str] = json.loads(capsys.readouterr().out)["error"]
    return error


def test_hits_are_written_row_by_row(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = home / "hits.csv"
    run(screened(home, str(home / "names.csv"), "--column", "who", "--top", "2", "--out", str(out)))
    text = out.read_text(encoding="utf-8")
    assert text.splitlines()[0] == "row,rank,list,entity_id,alias,score,alert"
    rows = list(csv.DictReader(text.splitlines()))
    alerts = [(row["row"], row["rank"], row["alias"]) for row in rows if row["alert"] == "true"]
    assert alerts == [("1", "1", "Zellmark Magnetics Ltd"), ("4", "1", "王武斌")]
    assert {row["alert"] for row in rows} <= {"true", "false"}
    assert all(0 <= float(row["score"]) <= 1 and int(row["rank"]) <= 2 for row in rows)
    assert "2 parties: alert" in capsys.readouterr().out


def test_a_workbook_is_read_as_a_table_is(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    for row in csv.reader(ASKED.splitlines()):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(home / "names.xlsx")
    one, other = (
        document(capsys, screened(home, str(home / name), "--column", "who"))
        for name in ("names.csv", "names.xlsx")
    )
    assert one == other
    assert [answer["result"] for answer in one["answers"]] == [
        "alert", "not_screened", "no_candidate", "alert",
    ]  # fmt: skip


def test_one_typed_name_gets_its_whole_answer(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = document(
        capsys, screened(home, "Wang Wubin", "--kind", "person", "--country", "China")
    )
    assert answer["asked"]["countries"] == ["CN"]
    assert (answer["result"], answer["hits"][0]["alias"]) == ("alert", "王武斌")
    assert answer["lists"][0]["version"]
    assert answer["hits"][0]["score"] > answer["threshold"]
    assert answer["hits"][0]["features"]["covered_less"] == 1.0


def test_the_screen_tells_thresholds_lists_and_what_no_result_says(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(screened(home, str(home / "names.csv"), "--column", "who"))
    told = " ".join(capsys.readouterr().out.split())
    for part in ("1 party: not screened", "persons: alert over", "own (", "says nothing else",
                 "1 without a name"):  # fmt: skip
        assert part in told, told
    run(screened(home, "Wang Wubin", "--lang", "zh"))
    assert "警示" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [
        ("N/A", "where a name is not known", "占位文字"),
        ("Co., Ltd.", "legal form alone", "企业组织形式"),
        ("Bank", "one word thousands share", "通用词"),
        ("Jan Osterveld / Piet Kor", "several names in one cell", "多个名称"),
        ("김정은", "read letter by letter", "韩文"),
    ],
)
def test_what_is_the_matter_with_a_name_is_said_in_words(
    home: Path, capsys: pytest.CaptureFixture[str], name: str, en: str, zh: str
) -> None:
    for lang, words in (("en", en), ("zh", zh)):
        run(screened(home, name, "--lang", lang))
        assert words in " ".join(capsys.readouterr().out.split())


def test_an_entry_that_is_not_in_force_that_day_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping = "name: name\nid: id\nkind: company\nlisted_until: until\n"
    written(tmp_path, "m.yaml", mapping)
    path = written(tmp_path, "t.csv", "id,name,until\n1,Zellmark Magnetics Ltd,2025-11-09\n")
    folder = str(tmp_path / "lists")
    run(["watch", "load", str(path), "--as", "csv", "--mapping", str(tmp_path / "m.yaml"),
         "--name", "own", "--lists", folder])  # fmt: skip
    given = ["watch", "screen", "Zellmark Magnetics", "--lists", folder]
    assert document(capsys, given)["result"] == "not_in_force"
    for lang, words in (("en", "not in force that day"), ("zh", "当日不在名单")):
        run([*given, "--lang", lang])
        assert words in " ".join(capsys.readouterr().out.split())


def test_only_thresholds_of_the_class_asked_about_are_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(screened(home, "Wang Wubin", "--kind", "person"))
    told = capsys.readouterr().out
    assert "persons: alert over" in told
    assert "firms: alert over" not in told


def test_what_is_typed_and_not_understood_is_refused(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, screened(home, "Wang Wubin", "--date", "18.9.72"))["field"] == "date"
    written(home, "dates.csv", "who,born\nWang Wubin,yesterday\n")
    given = screened(home, str(home / "dates.csv"), "--column", "who", "--date", "born")
    (answer,) = document(capsys, given)["answers"]
    assert answer["asked"]["not_understood"] == [{"field": "date", "text": "yesterday"}]


def test_own_clean_parties_take_the_place_of_made_up_ones(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = dict.fromkeys(one.text for one in persons(400, 1))
    written(home, "clean.csv", "who\n" + "\n".join(f'"{name}"' for name in names) + "\n")
    given = screened(home, str(home / "names.csv"), "--column", "who", "--kind", "person",
                     "--clean", str(home / "clean.csv"))  # fmt: skip
    own = document(capsys, given)
    usual = document(capsys, given[:-2])
    assert own["answers"][0]["model"] != usual["answers"][0]["model"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        (("--column", "name"), "column"),
        ((), "column"),
        (("--column", "who", "--kind", "firm"), "kind"),
        (("--column", "who", "--alarms", "0"), "alarms"),
        (("--column", "who", "--clean", "NAMES"), "kind"),
        (("--column", "who", "--kind", "person", "--clean", "NAMES"), "clean"),
        (("--column", "who", "--out", "nowhere/hits.csv"), "out"),
    ],
)
def test_what_cannot_be_used_is_named(
    home: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], field: str
) -> None:
    names = str(home / "names.csv")
    given = [names if word == "NAMES" else word for word in more]
    assert refused(capsys, screened(home, names, *given))["field"] == field


def test_without_a_list_nobody_is_screened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = document(capsys, ["watch", "screen", "Wang Wubin", "--lists", str(tmp_path)])
    assert (answer["result"], answer["why"], answer["hits"]) == ("not_screened", ["no_list"], [])


@pytest.mark.parametrize("name", ["", "x", "a" * 10_000, "🙂"])
def test_a_name_that_cannot_be_compared_is_an_answer(
    home: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert document(capsys, screened(home, name))["result"] == "not_screened"
