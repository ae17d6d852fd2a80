"""What is wrong with a file of projects is told all at once, and nothing of it is taken."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import monazite.shock.projects
from monazite.catalogue import texts
from monazite.errors import InputError
from monazite.shock.projects.columns import NEEDED
from monazite.shock.projects.reading import ProjectsError, projects, read
from support.projects import written

if TYPE_CHECKING:
    from monazite.chain.problems import Problem

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "shock" / "bad_projects.yaml").read_text("utf-8")
)
TEXTS = Path(texts.__file__).parent / "data" / "texts" / "chain" / "projects.yaml"


def problems(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(ProjectsError) as caught:
        read(path)
    return caught.value.problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_every_fault_of_a_file_is_told_with_its_row_and_column(
    case: dict[str, Any], tmp_path: Path
) -> None:
    found = problems(written(tmp_path / "ours.csv", *case["given"]))
    assert [f"{one.row} {one.field} {one.code}" for one in found] == case["told"]
    for lang in ("en", "zh"):
        assert all("ours.csv" in one.wrong(lang) and one.remedy(lang) for one in found)


def test_rows_of_each_currency_are_named(tmp_path: Path) -> None:
    other = {"id": "b", "currency": "AUD"}
    path = written(tmp_path / "ours.csv", {}, other, {"id": "c"}, {"id": "d", "capex_m": ""})
    (found,) = problems(path)
    assert "USD (2, 4); AUD (3)" in found.wrong("en")


def test_one_currency_is_accepted_in_any_case_of_letters(tmp_path: Path) -> None:
    rows = ({"currency": "AUD"}, {"id": "b", "currency": "aud"})
    assert len(read(written(tmp_path / "ours.csv", *rows))) == 2


def test_a_plant_that_runs_may_have_begun_long_ago(tmp_path: Path) -> None:
    (one,) = read(written(tmp_path / "o.csv", {"status": "Operating", "first_year": "1989"}))
    assert (one.status, one.first_year) == ("operating", 1989)


def test_permits_that_are_there_in_the_year_of_the_first_output_are_in_time(tmp_path: Path) -> None:
    """Fifteen months from September 2026 end in December 2027, sixteen in January 2028."""
    within = {"first_year": "2027", "permit_months": "15"}
    assert read(written(tmp_path / "o.csv", within))[0].first_year == 2027
    (late,) = problems(written(tmp_path / "o.csv", within | {"permit_months": "16"}))
    assert "2028" in late.remedy("en")


def test_nothing_of_a_file_with_a_fault_is_taken(tmp_path: Path) -> None:
    path = written(tmp_path / "ours.csv", {}, {"id": "b", "capacity": "-1"})
    with pytest.raises(ProjectsError, match="Row 3 of ours"):
        projects([path])


def test_columns_that_are_needed_are_named(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_text("id,name\nours,Ours\n", encoding="utf-8")
    with pytest.raises(InputError, match="lacking: country, material, stage, status, on, source"):
        read(path)


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
def test_a_file_is_read_as_spreadsheets_write_it(tmp_path: Path, coding: str) -> None:
    path = written(tmp_path / "ours.csv", {"name": "Gdańsk"})
    path.write_bytes(path.read_text(encoding="utf-8").replace(",", "\t").encode(coding))
    assert read(path)[0].name == "Gdańsk"


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_bytes(f"{','.join(NEEDED)}\nÜ\n".encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        read(path)


def test_a_slip_in_the_name_of_a_column_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "ours.csv", {})
    text = path.read_text(encoding="utf-8").replace("capacity_unit", "capacity_units")
    path.write_text(text, encoding="utf-8")
    assert [one.code for one in problems(path)] == ["unknown_column", "no_capacity_unit"]


def test_every_sentence_has_its_remedy_and_is_found_somewhere() -> None:
    keys = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    codes = {key.removeprefix("chain.problem.") for key in keys if ".problem." in key}
    assert {key.removeprefix("chain.remedy.") for key in keys if ".remedy." in key} == codes
    folder = Path(monazite.shock.projects.__file__).parent
    named = {
        word
        for path in folder.glob("*.py")
        for word in re.findall(r'"([a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert sorted(codes - named) == []
    assert codes <= {told.split()[2] for case in CASES for told in case["told"]}
