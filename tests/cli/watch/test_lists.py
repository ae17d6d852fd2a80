from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.cli.watch_lists_options import now
from support.watch_lists import ADD, ALT, EU, MAPPING, SDN, table, written

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [f"Party {number}" for number in range(20)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With files of OFAC and the EU and a table, each as `watch load` takes it."""
    for name, text in {"sdn.csv": SDN, "alt.csv": ALT, "add.csv": ADD, "eu.xml": EU,
                       "t.csv": table(NAMES), "m.yaml": MAPPING}.items():  # fmt: skip
        written(tmp_path, name, text)
    return tmp_path


def load(folder: Path, *words: str) -> None:
    """Run `watch load` there; files by their names."""
    paths = [str(folder / word) if (folder / word).is_file() else word for word in words]
    run(["watch", "load", *paths, "--lists", str(folder / "lists")])


def answered(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """The JSON of a command."""
    capsys.readouterr()
    run([*words, "--json"])
    return json.loads(capsys.readouterr().out)


def test_a_list_is_put_in_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load(folder, "alt.csv", "sdn.csv", "add.csv", "--as", "ofac")
    told = capsys.readouterr().out
    assert "ofac is in force: 4 entries with 8 names" in told
    assert "1 alias or address belongs to no entry" in told
    assert "not among the files" not in told


def test_the_json_of_a_loading_names_files_and_counts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(folder, "t.csv", "--as", "csv", "--mapping", "m.yaml", "--name", "own")
    written(folder, "t.csv", table([*NAMES[:19], "Other", "New"]))
    capsys.readouterr()
    load(folder, "t.csv", "--as", "csv", "--mapping", "m.yaml", "--name", "own", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["list"], told["entries"], told["new"], told["changed"]) == ("own", 21, 1, 1)
    assert {one["name"] for one in told["files"]} == {"t.csv", "m.yaml"}
    assert told["previous"] not in (None, told["version"])


def test_what_is_held_is_shown_with_its_age(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(folder, "eu.xml", "--as", "eu", "--published", "2026-01-05")
    load(folder, "t.csv", "--as", "csv", "--mapping", "m.yaml", "--stale-after", "4000")
    lists = ["watch", "lists", "--lists", str(folder / "lists"), "--on", "2026-12-31"]
    found = {one["list"]: one for one in answered(capsys, *lists)["lists"]}
    assert (found["eu"]["stale"], found["eu"]["age_days"]) == (True, 360)
    assert (found["csv"]["stale"], found["csv"]["entries"]) == (False, 20)
    run(lists)
    told = capsys.readouterr().out
    assert "360 days" in told
    assert "Beside a stale list" in told
    run([*lists, "--lang", "zh"])
    assert "已过期" in capsys.readouterr().out
    run([*lists, "--csv", "-"])
    assert capsys.readouterr().out.startswith("list,kind,version,published")


def test_one_list_is_shown_with_its_loadings(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(folder, "eu.xml", "--as", "eu")
    load(folder, "eu.xml", "--as", "eu")
    capsys.readouterr()
    run(["watch", "lists", "eu", "--lists", str(folder / "lists")])
    assert len(capsys.readouterr().out.strip().splitlines()) == 6


def test_an_empty_folder_says_how_to_fill_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["watch", "lists", "--lists", str(tmp_path / "none")])
    assert "watch load" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (["sdn.csv", "--as", "gazette"], "as"),
        (["sdn.csv", "--as", "eu"], "list"),
        (["nothing.csv", "--as", "eu"], "list"),
        (["t.csv", "--as", "csv"], "mapping"),
        (["eu.xml", "--as", "eu", "--published", "5.1.2026"], "published"),
        (["eu.xml", "--as", "eu", "--name", "E U"], "name"),
    ],
)
def test_what_cannot_be_loaded_ends_with_2_and_names_the_field(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], field: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        load(folder, *words, "--json")
    assert caught.value.code == 2
    assert json.loads(capsys.readouterr().out)["error"]["field"] == field


def test_an_old_file_is_told_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, "eu.xml", EU.replace("2026-11-20", "2020-11-20"))
    load(folder, "eu.xml", "--as", "eu")
    assert "--published 2020-11-20" in " ".join(capsys.readouterr().out.split())


def test_a_file_of_the_set_that_is_missing_is_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(folder, "sdn.csv", "--as", "ofac")
    told = " ".join(capsys.readouterr().out.split())
    assert "the entries have no aliases" in told
    assert "the entries have no addresses" in told
    load(folder, "sdn.csv", "alt.csv", "add.csv", "--as", "ofac")
    told = " ".join(capsys.readouterr().out.split())
    assert "entries 0 new, 0 gone, 2 changed; names 3 new, 0 gone" in told
    with pytest.raises(SystemExit):
        load(folder, "sdn.csv", "--as", "ofac")
    assert "ALT.CSV and ADD.CSV beside the others" in capsys.readouterr().err
    load(folder, "sdn.csv", "--as", "ofac", "--accept-fewer", "--json")
    told = json.loads(capsys.readouterr().out)
    assert (told["names_new"], told["names_gone"], told["gone"]) == (0, 3, 0)
    assert (told["tables"], told["without"]) == (["SDN.CSV"], ["ALT.CSV", "ADD.CSV"])


def test_a_loading_that_is_stale_says_so_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(folder, "eu.xml", "--as", "eu")
    assert "stale" not in capsys.readouterr().out
    load(folder, "eu.xml", "--as", "eu")
    assert "Its age begins anew" in capsys.readouterr().out
    load(folder, "eu.xml", "--as", "eu", "--published", "2026-01-01")
    told = " ".join(capsys.readouterr().out.split())
    assert "It is stale already: its age is counted from 2026-01-01" in told
    assert "age begins anew" not in told
    load(folder, "eu.xml", "--as", "eu", "--published", "2026-01-01", "--json")
    found = json.loads(capsys.readouterr().out)
    assert (found["stale"], found["as_of"]) == (True, "2026-01-01")
    assert found["age_days"] == (now().date() - date(2026, 1, 1)).days
    load(folder, "eu.xml", "--as", "eu", "--published", "2026-01-01", "--lang", "zh")
    assert "已过期" in capsys.readouterr().out


def test_one_entry_and_its_day_that_is_none_are_told_in_the_singular(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, "t.csv", "name,dates\nAlder Ores,about then\n")
    load(folder, "t.csv", "--as", "csv")
    told = capsys.readouterr().out
    assert "csv is in force: 1 entry with 1 name (version" in told
    assert "1 date of birth or founding is not understood" in told


@pytest.mark.parametrize(
    ("option", "value", "accepted"),
    [
        ("--date", "18.9.1972", "1972-09-18"),
        ("--country", "Chine", "China"),
        ("--identifier", "foo=G23851362", "passport"),
        ("--identifier", "lei=5493001KJTIIGC8Y1R13", "check digits"),
    ],
)
def test_what_is_typed_of_a_party_and_not_understood_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, accepted: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(["watch", "suppress", "Party 3", "--lists", str(folder / "lists"), "--json",
             option, value])  # fmt: skip
    assert caught.value.code == 2
    told = json.loads(capsys.readouterr().out)["error"]
    assert told["field"] == option.removeprefix("--")
    assert accepted in told["accepted"]


def test_an_alert_is_set_aside_and_taken_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(folder, "t.csv", "--as", "csv", "--mapping", "m.yaml", "--stale-after", "4000")
    base = ["watch", "suppress", "--lists", str(folder / "lists")]
    until = now().date().isoformat()
    pair = ["Party 3", "--list", "csv", "--entity", "4", "--until", until, "--by", "J. Chen",
            "--evidence", "Another company number", "--identifier", "tax=9115"]  # fmt: skip
    (made,) = answered(capsys, *base, *pair)["suppressions"]
    assert made["holds"]
    run(base)
    assert "Party 3 is not csv 4" in " ".join(capsys.readouterr().out.split())
    (gone,) = answered(capsys, *base, "--withdraw", made["id"], "--by", "L. Wu")["suppressions"]
    assert not gone["holds"]
    run(base)
    assert "Nothing is set aside" in capsys.readouterr().out


@pytest.mark.parametrize("missing", ["--list", "--entity", "--until", "--evidence", "--by"])
def test_a_pair_is_set_aside_only_with_all_that_it_takes(
    folder: Path, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    load(folder, "t.csv", "--as", "csv", "--mapping", "m.yaml")
    given = {"--list": "csv", "--entity": "4", "--until": "2027-01-01", "--by": "J. Chen",
             "--evidence": "Another company number"}  # fmt: skip
    words = [word for option, value in given.items() if option != missing
             for word in (option, value)]  # fmt: skip
    capsys.readouterr()
    with pytest.raises(SystemExit):
        run(["watch", "suppress", "Party 3", "--lists", str(folder / "lists"), "--json", *words])
    told = json.loads(capsys.readouterr().out)["error"]
    assert told["field"] == missing.removeprefix("--")
