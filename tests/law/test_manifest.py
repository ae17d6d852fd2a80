from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook, load_workbook

from monazite.errors import InputError
from monazite.law.manifest import read_manifest, write_table

if TYPE_CHECKING:
    from pathlib import Path

ROWS = pa.table({"form": ["metal", "oxide"], "from": ["NO", "CN"], "invoice": ["=1+1", "7"]})


def test_a_csv_keeps_its_text_and_reports_broken_rows(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text("Form,end-user,hs\nmetal,NO,0101\nmetal,x\noxide,,28469015\n", encoding="utf-8")
    manifest = read_manifest(path)
    assert manifest.table.to_pylist() == [
        {"form": "metal", "end_user": "NO", "hs": "0101"},
        {"form": "oxide", "end_user": None, "hs": "28469015"},
    ]
    assert manifest.lines.tolist() == [2, 4]
    assert [(b.line, b.error.field) for b in manifest.broken] == [(3, "row")]


def test_a_workbook_gives_days_and_whole_numbers_as_written(tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["form", "hs", "on", "contains"])
    sheet.append(["metal", 2805301200, date(2025, 4, 4), "Dy"])
    sheet.append(["metal", 28053012.0, "2025-04-05", None])
    book.save(path)
    assert read_manifest(path).table.to_pylist() == [
        {"form": "metal", "hs": "2805301200", "on": "2025-04-04", "contains": "Dy"},
        {"form": "metal", "hs": "28053012", "on": "2025-04-05", "contains": None},
    ]


def test_parquet_is_read_whole(tmp_path: Path) -> None:
    pq.write_table(ROWS, tmp_path / "m.parquet")
    assert read_manifest(tmp_path / "m.parquet").table.num_rows == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("m.csv", b"form,contain\nmetal,Dy\n"),
        ("m.csv", b"form,form\nmetal,oxide\n"),
        ("m.csv", b""),
        ("m.csv", b"form\n\xff\xfe\n"),
        ("m.xlsx", b"not a workbook"),
        ("m.parquet", b"not parquet"),
        ("m.txt", b"form\nmetal\n"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_a_remedy(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_manifest(path)
    assert caught.value.field == "manifest"


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="manifest"):
        read_manifest(tmp_path / "none.csv")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet"])
def test_what_is_written_is_read_again(tmp_path: Path, suffix: str) -> None:
    table = ROWS.set_column(0, "form", ROWS.column("form").dictionary_encode())
    write_table(table, tmp_path / f"o{suffix}")
    assert read_manifest(tmp_path / f"o{suffix}").table.to_pylist() == ROWS.to_pylist()
    assert [p.name for p in tmp_path.iterdir()] == [f"o{suffix}"]


def test_text_from_outside_is_no_formula(tmp_path: Path) -> None:
    write_table(ROWS, tmp_path / "o.xlsx")
    cell = load_workbook(tmp_path / "o.xlsx").worksheets[0]["C2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.csv"):
        write_table(ROWS, tmp_path / "o.doc")
    with pytest.raises(InputError, match="folder"):
        write_table(ROWS, tmp_path / "none" / "o.csv")
