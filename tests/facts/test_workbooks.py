from __future__ import annotations

import io
from math import inf, nan

from openpyxl import load_workbook

from monazite.facts.workbooks import Sheet, fitted, workbook

HEADS = ("a", "b")


def read(sheets: list[Sheet]) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(workbook(sheets)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_each_table_is_a_sheet_with_its_heads_above() -> None:
    found = read([Sheet("One", HEADS, [("x", 1.5)]), Sheet("Two", HEADS, [])])
    assert found == {"One": [HEADS, ("x", 1.5)], "Two": [HEADS]}


def test_no_text_becomes_a_formula_and_no_sign_breaks_the_file() -> None:
    texts = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "a\x00b\x0b", "x" * 40_000]
    sheet = Sheet("=1", ("text",), [(text,) for text in texts])
    (page,) = load_workbook(io.BytesIO(workbook([sheet]))).worksheets
    cells = [row[0] for row in page.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert [cell.value for cell in cells[:5]] == [*texts[:4], "ab"]
    assert len(str(cells[5].value)) == 32_767


def test_what_is_not_known_is_empty() -> None:
    assert read([Sheet("One", HEADS, [(None, nan), (inf, 0)])])["One"][1:] == [
        (None, None), (None, 0),
    ]  # fmt: skip


def test_a_name_that_no_sheet_can_have_is_made_one() -> None:
    (title,) = read([Sheet("Losses [2025/26]: " + "long " * 9, HEADS, [])])
    assert title.startswith("Losses (2025-26)- long")
    assert len(title) == 31


def test_columns_are_as_wide_as_what_they_hold_within_bounds() -> None:
    assert fitted(HEADS, [("x" * 20, 1), ("y", "z" * 99)]) == (22, 60)
