from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from monazite.cli.main import run
from monazite.shock.projects.documents import TABLE
from monazite.shock.projects.reading import projects
from support.projects import written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]


def test_every_project_is_listed_under_its_stage(told: Told) -> None:
    text = told("projects")
    assert all(one.id.partition("/")[2] in text for one in projects())
    heads = ("Mining", "Separation and refining", "Metal", "Alloy", "Magnet")
    assert [line.strip() for line in text.splitlines() if line.strip() in heads] == list(heads)


def test_a_list_is_narrowed_and_said_in_both_languages(told: Told) -> None:
    asked = ("projects", "--material", "gallium", "--country", "KZ")
    assert "pavlodar" in told(*asked)
    chinese = told(*asked, "--lang", "zh")
    assert "哈萨克斯坦" in chinese
    assert "资金落实" in chinese
    assert "No project" in told("projects", "--material", "W", "--country", "Chile")


def test_no_status_is_broken_within_a_word(told: Told) -> None:
    text = told("projects")
    assert "construction" in text
    assert not any(line.endswith("constructi") for line in map(str.rstrip, text.splitlines()))
    assert "constructi " not in text


def test_what_was_known_by_a_day_is_asked_for(document: Document, told: Told) -> None:
    asked = ("projects", "--material", "REE", "--country", "US", "--known", "2025-09-30")
    found = {one["key"]: one for one in document(*asked)["projects"]}
    assert found["seadrift"]["status"] == "stalled"
    assert "vinton" not in found
    assert document(*asked)["known"] == "2025-09-30"
    assert "As it was told by 2025-09-30" in told(*asked)


def test_the_table_is_written_as_csv_with_every_column(told: Told) -> None:
    rows = list(csv.DictReader(io.StringIO(told("projects", "--material", "Dy", "--csv", "-"))))
    assert tuple(rows[0]) == TABLE
    heavy = next(one for one in rows if one["id"] == "projects/mp-heavy")
    assert (heavy["capacity"], heavy["contains"], heavy["capex_musd"]) == (
        "200", "Dy=75%; Tb=25%", "",
    )  # fmt: skip


def test_files_of_every_kind_are_written(told: Told, tmp_path: Path) -> None:
    files = {name: tmp_path / f"p.{name}" for name in ("csv", "parquet")}
    asked = [word for name, path in files.items() for word in (f"--{name}", str(path))]
    text = told("projects", "--material", "Ga", *asked, "--chart", tmp_path / "p.svg")
    assert text.count("Written:") == 3
    assert (tmp_path / "p.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_file_of_ones_own_adds_a_project(document: Document, tmp_path: Path) -> None:
    path = written(tmp_path / "ours.csv", {"currency": "EUR"})
    (found,) = document("projects", "--extend", path, "--country", "PL")["projects"]
    assert (found["key"], found["currency"], found["capex_m"]) == ("ours", "EUR", 90)
    assert found["capex_musd"] == pytest.approx(90 * found["usd_per_unit"], abs=0.01)
    assert found["output_t"]["Dy/refining"] == pytest.approx(96 * 0.871321)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_fault_of_a_file_is_said_and_ends_with_code_two(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, lang: str
) -> None:
    path = written(tmp_path / "ours.csv", {"capacity": "-5"}, {"id": "b", "country": "Atlantis"})
    with pytest.raises(SystemExit) as caught:
        run(["shock", "projects", "--extend", str(path), "--lang", lang])
    assert caught.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    first, second = printed.err.strip().splitlines()
    assert "capacity" in first
    assert "Atlantis" in second


def test_faults_are_a_json_object_too(refused: Refused, tmp_path: Path) -> None:
    path = written(tmp_path / "ours.csv", {"first_year": "2020"})
    error = refused("projects", "--extend", path)
    assert (error["field"], error["value"]) == ("first_year", "2020")


@pytest.mark.parametrize(
    ("option", "value", "accepted"),
    [
        ("material", "unobtainium", "REE"),
        ("country", "Jpan", "Japan"),
        ("stage", "shop", "refining"),
        ("status", "soon", "planned"),
        ("known", "soon", "2025-12-31"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(
    refused: Refused, option: str, value: str, accepted: str
) -> None:
    error = refused("projects", f"--{option}", value)
    assert (error["field"], error["value"]) == (option, value)
    assert accepted in error["accepted"]


def test_no_picture_is_drawn_of_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    asked = ["shock", "projects", "--status", "stalled", "--material", "Ga"]
    with pytest.raises(SystemExit) as caught:
        run([*asked, "--chart", str(tmp_path / "p.svg")])
    assert caught.value.code == 1
    assert "No project" in capsys.readouterr().err
    assert not (tmp_path / "p.svg").exists()


def test_a_statement_leads_to_its_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["source", "projects/seadrift/2025-11"]) == 0
    assert "theozpost" in capsys.readouterr().out
