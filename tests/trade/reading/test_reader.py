"""Periods of rows, through tables of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.mapped import flows_of, side_of

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "year,part,code,to,kg\n"


def periods(folder: Path, spec: str, *cells: str, name: str = "in.csv") -> list[tuple[str, str]]:
    rows = "".join(f"{cell},{280000 + n},JPN,5\n" for n, cell in enumerate(cells))
    found = flows_of(folder, HEADER + rows, f"period: {spec}\n", name)
    return [(row["frequency"], row["period"]) for row in found]


def test_year_and_month_in_two_columns(tmp_path: Path) -> None:
    spec = '{year: year, month: part, whole_year: ["52", ""]}'
    found = periods(
        tmp_path, spec, "2023,5", "2023,05", "2023,52", "2023,", "2023,Sep", "2023,june"
    )
    assert found == [("M", "2023-05"), ("M", "2023-05"), ("A", "2023"), ("A", "2023"),
                     ("M", "2023-09"), ("M", "2023-06")]  # fmt: skip


def test_year_and_quarter_in_two_columns(tmp_path: Path) -> None:
    assert periods(tmp_path, "{year: year, quarter: part}", "2023,1", "2023,4") == [
        ("Q", "2023-01..03"), ("Q", "2023-10..12"),
    ]  # fmt: skip


def test_a_year_alone(tmp_path: Path) -> None:
    assert periods(tmp_path, "{year: year}", "2023,9") == [("A", "2023")]


def test_a_pattern_takes_the_period_out_of_a_cell_or_the_files_name(tmp_path: Path) -> None:
    spec = '{column: part, extract: "M([0-9]{6})"}'
    assert periods(tmp_path / "a", spec, "x,to M202305") == [("M", "2023-05")]
    spec = '{column: "@file", extract: "_([0-9]{4})[.]"}'
    assert periods(tmp_path / "b", spec, "x,y", name="flows_2021.csv") == [("A", "2021")]


@pytest.mark.parametrize("cell", ["2023,13", "2023,0", "20233,1", "x,1", ",1", "2023,soon"])
def test_what_is_no_month_is_told_with_both_cells(tmp_path: Path, cell: str) -> None:
    rows = f"{cell},280000,JPN,5\n2023,1,280001,JPN,5\n"
    told = side_of(tmp_path, HEADER + rows, "period: {year: year, month: part}\n")
    assert [(one["reason"], one["value"]) for one in told] == [
        ("unknown_period", cell.replace(",", " ").strip())
    ]


def test_half_years_have_no_frequency_and_are_told(tmp_path: Path) -> None:
    rows = "202301-202306,,280000,JPN,5\n202301-202302,,280001,JPN,5\n"
    told = side_of(tmp_path, HEADER + rows)
    assert [(one["row"], one["reason"]) for one in told] == [("1", "unknown_period")]


def test_rows_of_another_year_than_the_files_name_says_are_told(tmp_path: Path) -> None:
    rows = "2023,,280000,JPN,5\n2022,,280001,JPN,5\n"
    extra = 'period: {column: year, year_in_name: "_([0-9]{4})"}\n'
    told = side_of(tmp_path, HEADER + rows, extra, "in_2023.csv")
    assert [(one["row"], one["reason"], one["value"]) for one in told] == [
        ("2", "year_not_of_file", "2022")
    ]
