from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator

from monazite.chain.schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Told = Callable[..., str]
    Document = Callable[..., dict[str, Any]]

DRAWS = ("--draws", "5")


@pytest.fixture(params=["company", "product"])
def asked(request: pytest.FixtureRequest, told: Told, tmp_path: Path) -> tuple[str, Path]:
    """A command and the file that its template is."""
    command: str = request.param
    path = tmp_path / "mine.csv"
    path.write_text(told(command, "--template"), encoding="utf-8")
    return command, path


def test_a_template_is_answered_and_its_document_is_as_its_schema_says(
    asked: tuple[str, Path], told: Told, document: Document
) -> None:
    found = document(*asked, *DRAWS)
    Draft202012Validator(schema("standing")).validate(found)
    assert not found["partial"]
    text = told(*asked, *DRAWS)
    assert "On whom mine.csv stands" in text
    assert "made in Japan" in text
    assert "neodymium" in text


@pytest.mark.parametrize(
    ("coding", "sign"), [("utf-8-sig", ","), ("utf-8-sig", ";"), ("utf-16", "\t")]
)
def test_a_file_is_read_as_a_spreadsheet_saves_it(
    asked: tuple[str, Path], document: Document, coding: str, sign: str
) -> None:
    command, path = asked
    expected = document(*asked, "--draws", 0)
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    with path.open("w", encoding=coding, newline="") as file:
        csv.writer(file, delimiter=sign).writerows(rows)
    assert document(command, path, "--draws", 0) == expected


def test_what_is_wrong_is_told_with_its_row_and_the_rest_is_computed(
    told: Told, document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "material,quantity,unit,made_in\nNdFeB-heavy,12,t,Japan\nDy2O3,5,kg,Chnia\n", "utf-8"
    )
    found = document("company", path, *DRAWS)
    assert found["partial"]
    told_of = [(one["file"], one["row"], one["field"]) for one in found["problems"]]
    assert told_of == [("mine.csv", 3, "made_in")]
    assert {one["material"] for one in found["elements"]} == {"Nd", "Pr", "Dy", "Tb"}
    assert "结果不完整" in told("company", path, *DRAWS, "--lang", "zh")
    assert "→" in told("company", path, *DRAWS)


def test_the_table_holds_every_element(asked: tuple[str, Path], told: Told) -> None:
    rows = told(*asked, *DRAWS, "--csv", "-").splitlines()
    assert rows[0].startswith("country,material,year")
    assert {row.split(",")[1] for row in rows[1:]} >= {"Nd", "Dy", "Sm"}


def test_parquet_holds_what_the_table_does(
    asked: tuple[str, Path], told: Told, tmp_path: Path
) -> None:
    csv_file, parquet_file = tmp_path / "a.csv", tmp_path / "a.parquet"
    told(*asked, "--draws", 0, "--csv", csv_file, "--parquet", parquet_file)
    found = pq.read_table(parquet_file)
    rows = list(csv.DictReader(csv_file.read_text(encoding="utf-8").splitlines()))
    assert found.column_names == list(rows[0])
    assert [row["on"] for row in found.to_pylist()] == [row["on"] for row in rows]
    assert [row["share"] for row in found.to_pylist()] == [
        float(row["share"]) if row["share"] else None for row in rows
    ]
    # No draws, no ranges: they are numbers all the same.
    assert str(found.schema.field("p50").type) == "double"
    assert found["p50"].null_count == len(rows)


def test_the_stages_of_an_element_as_a_picture(
    asked: tuple[str, Path], told: Told, tmp_path: Path
) -> None:
    path = tmp_path / "a.svg"
    told(*asked, *DRAWS, "--chart", path, "--element", "Dy")
    assert "mine" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("company",), "file"),
        (("product",), "file"),
        (("company", "no-such-file.csv"), "file"),
        (("product", "no-such-file.csv"), "file"),
    ],
)
def test_bad_input_names_its_field(
    refused: Callable[..., dict[str, str]], words: tuple[str, ...], field: str
) -> None:
    assert refused(*words)["field"] == field


def test_a_picture_needs_an_element_of_the_file(
    asked: tuple[str, Path], refused: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "a.svg"
    assert refused(*asked, *DRAWS, "--chart", path, "--element", "W")["field"] == "element"
    empty = tmp_path / "empty.csv"
    empty.write_text("material,quantity,unit,part\nkryptonite,1,kg,\n", encoding="utf-8")
    assert refused(asked[0], empty, "--chart", path)["field"] == "chart"
