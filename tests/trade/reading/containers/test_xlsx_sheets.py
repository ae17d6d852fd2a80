from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from monazite.errors import InputError
from support.mapped import flows_of, put

if TYPE_CHECKING:
    from pathlib import Path

XLSX = "container: xlsx\n"
HEADER = ["year", "code", "to", "kg"]


def book(**sheets: list[list[Any]]) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    assert made.active is not None
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(out)
    return out.getvalue()


def test_numbers_and_text_are_read_alike_and_rows_numbered_by_sheet(tmp_path: Path) -> None:
    data = book(
        A=[
            ["Exports"],
            [],
            HEADER,
            [2022, 284690, "JPN", 0.1 + 0.2],
            [],
            [2022.0, "280530", "DEU", 5],
        ],
        B=[HEADER, ["2021", "284690", "JPN", "7"]],
        notes=[["nothing"]],
    )
    found = flows_of(tmp_path, data, XLSX, "in.xlsx")
    assert [
        (row["file"], row["row"], row["period"], row["code"], row["mass_kg"]) for row in found
    ] == [
        ("in.xlsx#A", 1, "2022", "284690", Decimal("0.3")),
        ("in.xlsx#A", 2, "2022", "280530", Decimal(5)),
        ("in.xlsx#B", 1, "2021", "284690", Decimal(7)),
    ]


def test_only_the_sheets_that_the_layout_names_are_read(tmp_path: Path) -> None:
    data = book(A=[HEADER, [2022, 284690, "JPN", 1]], B=[HEADER, [2021, 284690, "JPN", 2]])
    (one,) = put(tmp_path, data, "container: {format: xlsx, sheets: ^B$}\n", "in.xlsx").loads
    assert (one.years, one.files[0].rows) == ((2021,), 1)


def test_days_are_read_as_text(tmp_path: Path) -> None:
    data = book(A=[HEADER, [dt.date(2022, 5, 1), 284690, "JPN", 1],
                   [dt.datetime(2022, 6, 1, tzinfo=None), 284690, "JPN", 1]])  # fmt: skip # noqa: DTZ001
    extra = XLSX + "period: {column: year, formats: [YYYY-MM-01]}\n"
    assert [row["period"] for row in flows_of(tmp_path, data, extra, "in.xlsx")] == [
        "2022-05",
        "2022-06",
    ]


def test_a_row_that_ends_early_has_empty_cells(tmp_path: Path) -> None:
    data = book(A=[HEADER, [2022, 284690, "JPN"], [2022, 280530, "JPN", 1]])
    (one,) = put(tmp_path, data, XLSX, "in.xlsx").loads
    assert one.reasons == {"no_amount": 1}


@pytest.mark.parametrize("cut", [60, 2000])
def test_a_workbook_that_breaks_off_is_refused(tmp_path: Path, cut: int) -> None:
    with pytest.raises(InputError, match="whole"):
        put(tmp_path, book(A=[HEADER])[:cut], XLSX, "in.xlsx")


def test_a_zip_that_only_looks_like_a_workbook_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(InputError, match="whole XLSX workbook"):
        put(tmp_path, out.getvalue(), XLSX, "in.xlsx")


def test_a_workbook_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO(book(A=[HEADER]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * (70 << 20))
    with pytest.raises(InputError, match="unpacks to at most"):
        put(tmp_path, out.getvalue(), XLSX, "in.xlsx")
