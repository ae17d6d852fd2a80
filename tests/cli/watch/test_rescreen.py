from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli import watch_rescreen
from monazite.cli.main import run
from monazite.cli.watch_lists_options import now
from monazite.watch.screening.answers import Answer, Hit
from support.watch_lists import MAPPING, table, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from monazite.watch.screening.lists.held import Held
    from monazite.watch.screening.party import Asked

HIT = Hit("own", "", "", "", "", ("latin", "latin"), 1.0, (), (), 0.0, alert=True)


class Exact:
    """Meets an entry of exactly the name: screening itself is tested elsewhere."""

    def __init__(self, held: Sequence[Held], *_: object) -> None:
        self.names = {
            one.names[0].text: one.id for each in held for one in each.entities()
        }  # fmt: skip

    def screen_many(self, asked: Sequence[Asked], on: object, **_: object) -> Iterator[Answer]:
        """An alert for each party that is an entry."""
        assert on is not None
        for one in asked:
            name = one.names[0]
            ident = self.names.get(name)
            hits = (replace(HIT, entity=ident, name=name, alias=name),) if ident else ()
            yield Answer(one, "alert" if hits else "no_candidate", hits, 0.8, 10.0, (), "", "")


@pytest.fixture
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A list of which Alder went and Cedar came, and the names of four parties."""
    monkeypatch.setattr(watch_rescreen, "_screener", Exact)
    written(tmp_path, "m.yaml", MAPPING)
    written(tmp_path, "names.csv", "id,name\n1,Alder\n2,Birch\n3,Cedar\n4,Doe\n")
    for names in (["Birch", "Alder"], ["Birch", "Cedar"]):
        path = written(tmp_path, "t.csv", table(names))
        run(["watch", "load", str(path), "--as", "csv", "--mapping", str(tmp_path / "m.yaml"),
             "--name", "own", "--lists", str(tmp_path / "lists")])  # fmt: skip
    capsys.readouterr()
    return tmp_path


def words(folder: Path, *more: str) -> list[str]:
    """The command over the table."""
    return ["watch", "rescreen", str(folder / "names.csv"), "--column", "name", "--lists",
            str(folder / "lists"), *more]  # fmt: skip


def first_version(folder: Path) -> str:
    """The version that was replaced."""
    current = json.loads((folder / "lists" / "own" / "current").read_text())
    return str(current["loadings"][0]["version"])


def answered(capsys: pytest.CaptureFixture[str], given: list[str]) -> Any:
    """The JSON of a command."""
    run([*given, "--json"])
    return json.loads(capsys.readouterr().out)


def test_the_change_of_a_list_is_told_for_each_party(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version = first_version(folder)
    told = answered(capsys, words(folder, "--since", version[:12]))
    assert [(one["row"], one["name"], one["change"]) for one in told["changes"]] == [
        (1, "Alder", "gone"), (3, "Cedar", "appeared"),
    ]  # fmt: skip
    assert told["parties"] == 4
    assert told["before"][0]["version"] == version != told["now"][0]["version"]


def test_the_screen_and_the_table_say_the_same(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    since = words(folder, "--since", first_version(folder)[:12])
    run(since)
    told = capsys.readouterr().out
    assert "looked at again: 2 of 4" in told
    assert "row 3  Cedar: new alert" in told
    run([*since, "--lang", "zh"])
    assert "新增告警" in capsys.readouterr().out
    run([*since, "--csv", "-"])
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith("row,name,change,list,entity_id")
    assert [line.split(",")[:3] for line in lines] == [
        ["1", "Alder", "gone"], ["3", "Cedar", "appeared"],
    ]  # fmt: skip


def test_a_day_with_the_same_lists_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(words(folder, "--since", now().date().isoformat()))
    told = capsys.readouterr().out
    assert "The lists are the same" in told
    assert "looked at again: 0 of 4" in told


@pytest.mark.parametrize(
    ("more", "field"),
    [
        (["--since", "1999-01-01"], "since"),
        (["--since", "2999-01-01"], "since"),
        (["--since", "ffffffff"], "since"),
        (["--since", "2026-13-01"], "since"),
        (["--since", "2999-01-01", "--kind", "firm"], "kind"),
        (["--since", "2999-01-01", "--country", "Land"], "country"),
        (["--since", "2999-01-01", "--identifier", "lei"], "identifier"),
        (["--since", "2999-01-01", "--identifier", "foo=name"], "identifier"),
    ],
)
def test_what_cannot_be_used_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], more: list[str], field: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        run([*words(folder, *more), "--json"])
    assert caught.value.code == 2
    assert json.loads(capsys.readouterr().out)["error"]["field"] == field


def test_the_column_must_be_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file, field in (("names.csv", "column"), ("none.csv", "names")):
        with pytest.raises(SystemExit):
            run(["watch", "rescreen", str(folder / file), "--lists", str(folder / "lists"),
                 "--since", "2999-01-01", "--json"])  # fmt: skip
        told = json.loads(capsys.readouterr().out)["error"]
        assert told["field"] == field
        assert ("one of id, name" in told["accepted"]) is (field == "column")


def test_what_is_not_understood_of_a_party_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"Party {day},{day},CN\n" for day in range(4))
    written(folder, "names.csv", f"name,born,land\nAlder,18.9.1972,Chine\n{rows}")
    given = words(folder, "--since", now().date().isoformat(), "--date", "born")
    run([*given, "--country", "land"])
    told = capsys.readouterr().err
    assert "5 dates are not understood" in told
    assert "(row 1: 18.9.1972, row 2: 0, row 3: 1 …)" in told
    assert "1972-09-18" in told
    assert "1 country is not understood and is no evidence (row 1: Chine)" in told
    run([*given, "--lang", "zh"])
    assert "5 个日期无法识别" in capsys.readouterr().err


def test_what_an_alert_says_otherwise_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version = first_version(folder)
    path = written(folder, "t.csv", table(["Birch", "Cedar"], "man"))
    run(["watch", "load", str(path), "--as", "csv", "--mapping", str(folder / "m.yaml"),
         "--name", "own", "--lists", str(folder / "lists")])  # fmt: skip
    capsys.readouterr()
    run(words(folder, "--since", version[:12]))
    assert "Birch: alert says something else (kind of the entry), own 1" in (
        capsys.readouterr().out
    )


def test_a_result_that_alone_changed_is_said_in_words(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stale(Exact):
        def screen_many(self, asked: Sequence[Asked], on: object, **_: object) -> Iterator[Answer]:
            """Says of parties that are no entry that they were not screened, on the first side."""
            none = "not_screened" if "Alder" in self.names else "no_candidate"
            for one in super().screen_many(asked, on):
                yield replace(one, result=one.result if one.hits else none)  # type: ignore[arg-type]

    monkeypatch.setattr(watch_rescreen, "_screener", Stale)
    run(words(folder, "--since", first_version(folder)[:12]))
    assert "row 4  Doe: not screened then, no name near now" in capsys.readouterr().out


def test_the_screener_itself_sees_an_entry_come(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, "m.yaml", MAPPING)
    written(tmp_path, "names.csv", "name\nJinyan Rare Earth Technology\nQuillford Bakery\n")
    names = ["Thornby Magnetics Ltd", "Halcyon Tungsten FZE"]
    for more in ([], ["Jinyan Rare Earth Technology Ltd"]):
        path = written(tmp_path, "t.csv", table([*names, *more]))
        run(["watch", "load", str(path), "--as", "csv", "--mapping", str(tmp_path / "m.yaml"),
             "--name", "own", "--lists", str(tmp_path / "lists")])  # fmt: skip
    capsys.readouterr()
    told = answered(capsys, words(tmp_path, "--since", first_version(tmp_path)[:12]))
    assert [(one["row"], one["change"], one["entity_id"]) for one in told["changes"]] == [
        (1, "appeared", "3"),
    ]  # fmt: skip
