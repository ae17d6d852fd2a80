from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from monazite.catalogue.words import LANGS
from monazite.errors import InputError
from monazite.licensing.reading import read
from monazite.licensing.sheets import read_xlsx, template

if TYPE_CHECKING:
    from collections.abc import Callable


EMPTY = {lang: template(lang, "CN") for lang in LANGS}


def filled(fill: Callable[[Any], None], lang: str = "en") -> bytes:
    """A template that somebody went on with."""
    book = openpyxl.load_workbook(io.BytesIO(EMPTY[lang]))
    fill(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def cell(at: str, value: object, sheet: str = "Items", format_: str | None = None) -> bytes:
    """A template with one more entry."""

    def fill(book: Any) -> None:
        book[sheet][at] = value
        if format_:
            book[sheet][at].number_format = format_

    return filled(fill)


@pytest.mark.parametrize(
    ("value", "format_", "text"),
    [
        (12.1, "General", "12.1"),
        (0.1, "0.00", "0.1"),
        (1250, "General", "1250"),
        (12.0, "General", "12"),
        (0.0000001, "General", "0.0000001"),
        (123456789012345, "0", "123456789012345"),
        (0.3, "0%", "30 %"),
        (0.125, "0.0%", "12.5 %"),
        (-5, "General", "-5"),
        (100, "#,##0.00", "100"),
        (date(2026, 12, 1), "yyyy-mm-dd", "2026-12-01"),
        (datetime(2026, 12, 1), "dd/mm/yyyy", "2026-12-01"),  # noqa: DTZ001 - a cell has no zone
        (True, "General", "yes"),
        ("0012", "@", "0012"),
        ("_x0009_", "@", "\t"),
    ],
    ids=str,
)
def test_a_cell_is_the_text_that_a_person_sees(value: object, format_: str, text: str) -> None:
    assert read_xlsx(cell("B3", value, format_=format_))["lines"] == [{"description": text}]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("=A1*2", "a formula"),
        ("#REF!", "the error #REF!"),
        (0.1 + 0.7, "more than 15 digits"),
        (1234567890123456789, "more than 15 digits"),
        (datetime(2026, 12, 1, 8), "a time of day"),  # noqa: DTZ001 - a cell has no zone
        (time(8), "a time of day"),
    ],
    ids=str,
)
def test_a_cell_without_a_text_of_its_own_is_named(value: object, why: str) -> None:
    with pytest.raises(InputError) as refused:
        read_xlsx(cell("K4", value))
    assert "Items!K4" in refused.value.value
    assert why in refused.value.value


def test_all_cells_that_cannot_be_taken_are_named_at_once() -> None:
    def fill(book: Any) -> None:
        for row in range(3, 33):
            book["Items"][f"B{row}"] = "=A1"
        book["Parties"]["C3"] = "#N/A"

    with pytest.raises(InputError) as refused:
        read_xlsx(filled(fill))
    assert refused.value.value.startswith("Parties!C3 (the error #N/A); Items!B3 (a formula); ")
    assert refused.value.value.endswith("; and 11 more")


def hide_row(book: Any) -> None:
    book["Items"]["B4"] = "x"
    book["Items"].row_dimensions[4].hidden = True


def hide_column(book: Any) -> None:
    book["Items"]["B3"] = "x"
    book["Items"].column_dimensions["B"].hidden = True


def hide_sheet(book: Any) -> None:
    book["Items"]["B3"] = "x"
    book["Items"].sheet_state = "veryHidden"


@pytest.mark.parametrize("fill", [hide_row, hide_column, hide_sheet])
def test_what_is_hidden_is_named(fill: Callable[[Any], None]) -> None:
    with pytest.raises(InputError, match=r"Items!.*hidden"):
        read_xlsx(filled(fill))


def test_labels_and_words_are_understood_in_either_language_and_as_codes() -> None:
    def fill(book: Any) -> None:
        sheet = book["申请物项"]
        sheet["B1"], sheet["C1"] = "Description", "form"
        sheet["B3"], sheet["C3"], sheet["N3"] = "magnet N42SH", "磁体", "kg"
        sheet["O3"] = "98000.00"
        sheet["P3"] = "Chinese yuan (CNY)"

    found = read_xlsx(filled(fill, "zh"))
    assert found["lines"] == [
        {
            "description": "magnet N42SH",
            "form": "magnet",
            "mass_kg": "kg",
            "value": "98000.00",
            "currency": "CNY",
        }
    ]


def test_columns_may_stand_in_any_order_and_without_hints() -> None:
    def fill(book: Any) -> None:
        sheet = book["Claims and their papers"]
        sheet.delete_rows(2)
        sheet.delete_cols(1)
        sheet["A1"], sheet["B1"] = "Paper", "Claim"
        sheet["A2"], sheet["B2"] = "BOM-1", "Capacity of the site"

    assert read_xlsx(filled(fill))["claims"] == [{"paper": "BOM-1", "claim": "capacity"}]


def test_an_unknown_column_is_kept_and_reported_with_its_name() -> None:
    def fill(book: Any) -> None:
        sheet = book["Items"]
        sheet["P1"], sheet["P3"], sheet["Q3"] = "Qantity", "12", "13"
        sheet["R1"], sheet["R3"] = "Quantity", "14"

    form = read_xlsx(filled(fill))
    assert form["lines"] == [{"Qantity": "12", "Q": "13", "R": "14"}]
    found = read(form).findings
    assert {each.path for each in found} == {f"lines[0].{name}" for name in ("Qantity", "Q", "R")}
    assert "quantity" in found[0].cure("en")


def test_an_unknown_sheet_is_kept_and_reported() -> None:
    def fill(book: Any) -> None:
        sheet = book.create_sheet("Linse")
        sheet["A1"], sheet["A2"] = "Description", "magnet"
        book.create_sheet("Sheet9")

    form = read_xlsx(filled(fill))
    assert form["Linse"] == [{"Description": "magnet"}]
    assert [each.code for each in read(form).findings] == ["read.unknown_section"]


def test_what_stands_beside_a_record_is_kept_and_reported() -> None:
    def fill(book: Any) -> None:
        sheet = book["Application"]
        at = next(c.row for c in sheet["A"] if str(c.value).startswith("Contract number"))
        sheet[f"B{at}"], sheet[f"D{at}"], sheet[f"A{at + 6}"] = "7", "see mail", "Note"

    form = read_xlsx(filled(fill))
    assert form["contract"]["number"] == "7"
    assert [value for key, value in form["contract"].items() if key[0] == "D"] == ["see mail"]
    assert form["contract"]["Note"] == ""
    assert {each.code for each in read(form).findings} == {"read.unknown_field"}


def test_an_empty_row_between_others_keeps_their_numbers() -> None:
    def fill(book: Any) -> None:
        book["Items"]["B3"], book["Items"]["B5"] = "one", "three"

    form = read_xlsx(filled(fill))
    assert form["lines"] == [{"description": "one"}, {}, {"description": "three"}]
    assert [each.path for each in read(form).findings] == ["lines[1]"]


def test_numbers_of_rows_that_went_out_of_step_are_named() -> None:
    def fill(book: Any) -> None:
        book["Items"]["B4"] = "two"
        book["Items"].delete_rows(3)

    with pytest.raises(InputError, match=r"Items!A3 \(2, but it is row 1\)"):
        read_xlsx(filled(fill))


def test_a_cell_far_out_is_named_and_not_dropped() -> None:
    with pytest.raises(InputError, match=r"Items!XFD1048576 \(beyond row 2,000 or column 100\)"):
        read_xlsx(cell("XFD1048576", "x"))


def test_a_section_on_two_sheets_is_named() -> None:
    def fill(book: Any) -> None:
        book["Items"]["B3"] = "one"
        sheet = book.create_sheet("申请物项")
        sheet["A1"], sheet["A2"] = "Description", "two"

    with pytest.raises(InputError, match="two sheets"):
        read_xlsx(filled(fill))
