from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from monazite.cli.main import run
from monazite.shock.leverage.documents import schema
from support.leverage_results import RARE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Asked = list[tuple[Any, dict[str, Any]]]
    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]
    Refused = Callable[..., dict[str, str]]


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_first_sentence_is_what_weighs_most(told: Told, asked: Asked) -> None:
    text = words(told("table"))
    assert "“Seven rare earths and magnets” weighs most on Japan." in text
    assert "Japan 240 1,200 2,400 3,360 0 60 11 2029-06 +960 +48" in text
    assert "China 0 0 0 0 600* 0 – – 0 0" in text
    assert "* Of tonnes alone, at the old price" in text
    assert len(asked) == 1


def test_levers_without_a_figure_are_listed_with_the_reason(told: Told, asked: Asked) -> None:
    text = words(told("table"))
    assert "United States: Licences for advanced chips. Nobody has measured it." in text
    assert asked


def test_equations_are_printed_and_explained_where_asked(told: Told, asked: Asked) -> None:
    short, long = told("table"), told("table", "--equations")
    assert "L(h) = Σ_t≤h Σ_u V_u · (1 − y_u,t) [m US$]" in words(short)
    assert "Value added." not in short
    assert "Value added." in long
    assert len(asked) == 2


def test_one_lever_is_shown_with_its_bands(told: Told, asked: Asked) -> None:
    text = words(told("table", "--lever", RARE))
    assert "2,400 (960 to 3,840)" in text
    assert "bites after 11 (8 to 14) weeks" in text
    assert "free from 2029-06 (dysprosium" in text
    assert "Both gain" in text
    assert asked[0][0] == [RARE]


@pytest.mark.usefixtures("asked")
def test_both_sides_see_the_same_numbers_turned_round(told: Told) -> None:
    mine = words(told("table", "--side", "US"))
    theirs = words(told("table", "--side", "CN"))
    assert "United States faces, within 12 months" in mine
    assert "Seven rare earths and magnets China −900 0 0 −15" in mine
    assert "China holds, within 12 months" in theirs
    assert "United States −15 −900 0" in theirs
    assert "United States 0 −600* 0 0" in theirs.partition("China faces")[2]


@pytest.mark.usefixtures("asked")
def test_what_the_holder_itself_loses_stands_once_for_each_lever(told: Told) -> None:
    text = words(told("table", "--side", "CN")).partition("China faces")[0]
    assert text.count("Seven rare earths and magnets 0 ") == 1
    assert "All others together −" in text
    assert "China's in all the world, by the whole lever, and stands once" in text


@pytest.mark.usefixtures("asked")
def test_every_table_says_under_it_what_its_signs_mean(told: Told) -> None:
    text = words(told("table"))
    tables = text.count("Pause: it")
    assert text.count("what is lost (− gained)") == tables > 1


def test_options_reach_the_question(told: Told, asked: Asked) -> None:
    given = ("--to", "Japan", "--to", "DE", "--horizons", "6, 3", "--pause", 30, "--draws", 8)
    told("table", *given, "--seed", 5)
    ((_, options),) = asked
    assert options["destinations"] == ["JPN", "DEU"]
    assert options["horizons"] == (3, 6)
    assert (options["pause"], options["draws"], options["seed"]) == (30, 8, 5)


@pytest.mark.usefixtures("asked")
def test_the_document_keeps_its_schema_and_holds_the_view_asked_for(document: Document) -> None:
    found = document("table")
    jsonschema.validate(found, schema("leverage"))
    seen = document("table", "--side", "US")
    jsonschema.validate(seen.pop("view"), schema("view"))
    assert seen == found


@pytest.mark.usefixtures("asked")
def test_files_hold_every_number(told: Told, tmp_path: Path) -> None:
    xarray = pytest.importorskip("xarray")
    parquet = pytest.importorskip("pyarrow.parquet")
    openpyxl = pytest.importorskip("openpyxl")
    paths = {kind: tmp_path / f"a.{kind}" for kind in ("csv", "parquet", "netcdf", "xlsx")}
    text = told("table", *(word for kind in paths for word in (f"--{kind}", paths[kind])))
    assert all(path.name in text for path in paths.values())
    rows = list(csv.DictReader(io.StringIO(paths["csv"].read_text(encoding="utf-8"))))
    (lost,) = (
        row for row in rows
        if (row["quantity"], row["lever"], row["side"], row["months"]) == ("lost", RARE, "JPN", "12")
    )  # fmt: skip
    assert float(lost["p50"]) == 2400
    assert parquet.read_table(paths["parquet"]).num_rows == len(rows)
    with xarray.open_dataset(paths["netcdf"], engine="scipy") as found:
        at = {"lever": RARE, "side": "JPN", "other": "CHN", "months": 12, "percentile": 50}
        assert float(found["lost"].sel(at)) == 2400
    assert len(openpyxl.load_workbook(paths["xlsx"]).sheetnames) >= 4


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("picture", ["table", "timeline", "pause"])
@pytest.mark.parametrize(("lang", "title"), [("en", "Seven rare earths"), ("zh", "七种稀土")])
def test_every_picture_is_drawn(
    told: Told, tmp_path: Path, picture: str, lang: str, title: str
) -> None:
    path = tmp_path / "a.svg"
    assert "a.svg" in told("table", "--chart", path, "--picture", picture, "--lang", lang)
    assert title in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (("--lever", "cn-seven-rare-earth"), "lever"),
        (("--to", "Atlantis"), "to"),
        (("--side", "Atlantis"), "side"),
        (("--side", "Fiji"), "side"),
        (("--horizons", "3,0"), "horizons"),
        (("--horizons", "3,six"), "horizons"),
        (("--horizons", "1,2,3,4,5,6,7"), "horizons"),
        (("--horizons", ","), "horizons"),
        (("--pause", 0), "pause"),
        (("--draws", 0), "draws"),
        (("--picture", "pie"), "picture"),
        (("--chart", "a.gif"), "chart"),
        (("--csv", "-"), "csv"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_run(
    refused: Refused, asked: Asked, given: tuple[object, ...], field: str
) -> None:
    assert refused("table", *given)["field"] == field
    assert not asked


def test_an_unknown_lever_names_the_nearest(refused: Refused) -> None:
    assert "cn-seven-rare-earths" in refused("table", "--lever", "cn-seven-earths")["accepted"]


def test_progress_goes_to_stderr_alone(asked: Asked, capsys: pytest.CaptureFixture[str]) -> None:
    run(["leverage", "table"])
    assert "weighing levers" in capsys.readouterr().err
    run(["leverage", "table", "--json"])
    assert capsys.readouterr().err == ""
    assert len(asked) == 2
