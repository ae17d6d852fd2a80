from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from monazite.errors import InputError
from monazite.trade.reading import detect
from monazite.trade.reading.layout import Layout
from monazite.trade.reading.sources import files_at

if TYPE_CHECKING:
    from pathlib import Path

BASE = {
    "source": "x", "reporter": "CHN", "partner": {"column": "to"}, "direction": "export",
    "nomenclature": "HS17", "period": "year", "code": "hs", "mass_kg": "kg",
}  # fmt: skip


def layout(kind: str, **blocks: object) -> Layout:
    return Layout.model_validate({**BASE, "kind": kind, **blocks})


def found(
    folder: Path, data: bytes | str, *layouts: Layout, name: str = "in.csv", asked: bool = False
) -> str:
    """The kind that a file is recognised as."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (file,) = files_at(path)
    return detect.recognised(file, detect.look(file), layouts, asked=asked).layout.kind


HEADER = "year,hs,to,kg\n"


def test_a_file_is_of_the_layout_whose_columns_it_has(tmp_path: Path) -> None:
    euro = layout("euro", value="eur")
    assert found(tmp_path, HEADER, layout("plain"), euro) == "plain"
    with pytest.raises(InputError, match="for euro it lacks eur"):
        found(tmp_path, HEADER, euro)


def test_of_two_that_fit_the_one_that_names_more_columns_is_meant(tmp_path: Path) -> None:
    named = {"year": "year", "hs": "hs", "to": "to", "kg": "kg"}
    more = layout("more", columns=named | {"usd": "usd"}, value="usd")
    assert found(tmp_path, "year,hs,to,kg,usd\n", layout("less", columns=named), more) == "more"


def test_of_two_that_fit_alike_the_name_decides(tmp_path: Path) -> None:
    a, b = layout("a", detect={"file": "^a_"}), layout("b", detect={"file": "^b_"})
    assert found(tmp_path, HEADER, a, b, name="b_1.csv") == "b"
    with pytest.raises(InputError, match=r"it could be a or b; say which \(--as\)") as refused:
        found(tmp_path, HEADER, a, b, name="c.csv")
    assert refused.value.field == "kind"


def test_a_further_header_tells_two_apart_unless_the_caller_does(tmp_path: Path) -> None:
    strict = layout("strict", detect={"header": ["flag"]})
    assert found(tmp_path, "year,hs,to,kg,flag\n", strict) == "strict"
    with pytest.raises(InputError, match="for strict it lacks flag"):
        found(tmp_path, HEADER, strict)
    assert found(tmp_path, HEADER, strict, asked=True) == "strict"


def test_the_error_shows_what_a_file_has_and_what_the_nearest_layouts_need(tmp_path: Path) -> None:
    wide = "year," + ",".join(f"column {n}" for n in range(20)) + "\n"
    with pytest.raises(InputError) as refused:
        found(tmp_path, wide, layout("a"), layout("b", value="usd"), layout("c", value=["u", "v"]))
    assert "its columns are year, column 0" in refused.value.accepted
    assert "and 9 more" in refused.value.accepted
    assert "for a it lacks" in refused.value.accepted
    assert "for c" not in refused.value.accepted


def test_another_container_is_another_layout(tmp_path: Path) -> None:
    book, data = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(["year", "hs", "to", "kg"])
    book.save(data)
    sheet = layout("sheet", container="xlsx")
    assert found(tmp_path, data.getvalue(), layout("text"), sheet, name="in.xlsx") == "sheet"
    with pytest.raises(InputError, match="this is xlsx"):
        found(tmp_path, data.getvalue(), layout("text"), name="in.xlsx")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"), (b"\n \n", "is empty"), (b"\x1f\x8b", "breaks off"),
        (b"%PDF-1.7\n", "a PDF"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "Excel 97"), (b"BZh91AY", "bzip2"),
        (b"Rar!\x1a\x07", "RAR"), (b"\xfd7zXZ\x00", "xz"), (b"\x28\xb5\x2f\xfd\x04", "Zstandard"),
        (b"\x00\x01\x02\x03" * 99, "no text"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_named_by_what_it_is(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        found(tmp_path, data, layout("a"))


def test_a_header_at_the_row_that_the_layout_says_is_the_only_one(tmp_path: Path) -> None:
    third = layout("third", container={"header_row": 3})
    assert found(tmp_path, "a\nb\n" + HEADER, third) == "third"
    with pytest.raises(InputError):
        found(tmp_path, "a\n" + HEADER + "c\n", third)
    with pytest.raises(InputError):
        found(tmp_path, HEADER, third)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ('{"count":0,"data":[],"error":""}', "this answer holds none: the query found nothing"),
        ("[]", "this answer holds none: the query found nothing"),
        ('{"error":"Too many requests"}', r"error that the API answered \(Too many requests\)"),
        ('{"statusCode":401,"message":"no key"}', r"the API answered \(401 no key\)"),
        ('{"statusCode":503}', r"the API answered \(503\)"),
        ('{"elapsedTime":"0.1","data":null,"error":""}', "known layout"),
        ('{"data":[{"a":1}]}', "see the names of its keys"),
        ('{"data":[', "known layout"),
    ],
)
def test_an_answer_of_an_api_without_rows_says_why(tmp_path: Path, data: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        found(tmp_path, data, layout("api", container="json"), name="in.json")
