from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook, load_workbook

from monazite.errors import InputError
from monazite.law.manifest import output_places, read_manifest, write_table

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


@pytest.mark.parametrize(
    ("content", "lines", "broken"),
    [
        ("form,hs\nmetal,\n\n\noxide,\nmetal\n", [2, 5], [6]),
        ("\n\nform,hs\nmetal,\n", [4], []),
        ("form,hs\r\nmetal,\r\n\r\noxide,\r\n", [2, 4], []),
        ("form,hs\rmetal,\r\roxide,\r", [2, 4], []),
        ('form,note\nmetal,"a\n\nb"\n\noxide,c\nx\n', [2, 6], [7]),
        ('form,note\nmetal,4" bar\n\noxide,c', [2, 4], []),
        ("form,hs\nmetal,\n,\n   \noxide,\n", [2, 5], []),
        ("form,hs\nmetal\noxide,1,2\n", [], [2, 3]),
        # Which marks quote cannot be told here; the rows are counted.
        ('form,note\nmetal,4" bar\n\noxide,"a\nb"\nx,y\n', [2, 3, 4], []),
    ],
)
def test_lines_are_those_of_the_file(
    tmp_path: Path, content: str, lines: list[int], broken: list[int]
) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes(content.encode())
    manifest = read_manifest(path)
    assert manifest.lines.tolist() == lines
    assert manifest.table.num_rows == len(lines)
    assert [b.line for b in manifest.broken] == broken


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_header_tells_the_delimiter(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "m.csv"
    path.write_text(f'form{sign}contains{sign}to\nmetal{sign}"Nd,Fe;B"{sign}US\n', encoding="utf-8")
    assert read_manifest(path).table.to_pylist() == [
        {"form": "metal", "contains": "Nd,Fe;B", "to": "US"}
    ]


def test_a_mark_of_byte_order_is_no_part_of_the_header(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_bytes(b"\xef\xbb\xbfform;hs\r\nmetal;2805\r\n")
    assert read_manifest(path).table.column_names == ["form", "hs"]


def test_columns_without_a_name_and_rows_without_a_value_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text("form,,to,\nmetal,x,US,\n,,,\noxide,,JP,y\n", encoding="utf-8")
    manifest = read_manifest(path)
    assert manifest.table.to_pylist() == [
        {"form": "metal", "to": "US"},
        {"form": "oxide", "to": "JP"},
    ]
    assert manifest.lines.tolist() == [2, 4]


def test_a_workbook_with_gaps_keeps_every_cell_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([], ["form", None, "to"], ["metal", "note", "US"], [None, " ", None], ["oxide"]):
        sheet.append(row)
    sheet["C9"] = "JP"
    book.save(path)
    manifest = read_manifest(path)
    assert manifest.table.to_pylist() == [
        {"form": "metal", "to": "US"},
        {"form": "oxide", "to": None},
        {"form": None, "to": "JP"},
    ]
    assert manifest.lines.tolist() == [3, 5, 9]


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
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(InputError, match="folder"):
        write_table(ROWS, tmp_path / "taken.csv")
    with pytest.raises(InputError, match="folder"):
        write_table(ROWS, tmp_path / f"{'o' * 300}.csv")
    assert [p.name for p in tmp_path.iterdir()] == ["taken.csv"]


def test_a_folder_that_takes_no_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    with pytest.raises(InputError, match="Permission denied") as caught:
        write_table(ROWS, tmp_path / "o.csv")
    assert caught.value.field == "out"


def test_the_manifest_is_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("m.csv", "o.findings.csv"):
        (tmp_path / name).write_text("form\nmetal\n", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(tmp_path / "m.csv")
    monkeypatch.chdir(tmp_path)
    manifest = tmp_path / "m.csv"
    for out in (
        manifest,
        Path("m.csv"),
        Path("link.csv"),
        tmp_path / ".." / tmp_path.name / "m.csv",
    ):
        with pytest.raises(InputError, match="replace the manifest"):
            output_places(out, manifest)
    with pytest.raises(InputError, match=r"o\.findings\.csv would replace"):
        output_places(Path("o.csv"), tmp_path / "o.findings.csv")
    assert output_places(Path("o.csv"), manifest) == (Path("o.csv"), Path("o.findings.csv"))
