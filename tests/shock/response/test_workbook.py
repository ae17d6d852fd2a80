from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from monazite.shock.response.results import Unmet
from monazite.shock.response.workbook import xlsx
from support.shock_responses import LONG, infeasible, nothing, response

if TYPE_CHECKING:
    from monazite.shock.response.results import Response

EVIL = '=HYPERLINK("http://a")'
SHEETS = [
    "Summary", "Plan", "Futures", "Losses by year", "Losses by month", "Next dollar", "Licences",
    "Regret", "What binds", "What cannot be met", "Simulated", "Assumptions",
]  # fmt: skip


def sheets(found: Response, lang: str = "en") -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(xlsx(found, lang)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_each_part_has_a_sheet_with_numbers_as_numbers() -> None:
    found = sheets(response())
    assert list(found) == SHEETS
    assert found["Plan"][0][:4] == ("Year", "Policy", "What to do", "How much")
    assert found["Plan"][2][:4] == (2025, "Stockpile", "Stockpile dysprosium, Japan", 60)
    assert ("The plan", "Full stop", 446, 2320, 2766, 0) in found["Regret"]


def test_the_first_sheet_says_it_all_in_words_and_the_last_what_it_rests_on() -> None:
    found = sheets(infeasible())
    text = " ".join(str(row[0]) for row in found["Summary"])
    assert "Japan: new plants" in text
    assert "Defence, Japan: 30% of the output" in text
    assert ("projects", "projects", "Recalled", "nobody says") in found["Assumptions"]
    assert len(found["What cannot be met"]) == 1 + 3


def test_what_cannot_be_met_says_whose_it_is_out_of_where_and_of_what() -> None:
    short = Unmet("cap", "Dy/refining", None, "CHN", LONG, "2025-08", 4.2, "t")
    answer = infeasible()
    rows = sheets(replace(answer, unmet=(answer.unmet[0], short)))["What cannot be met"]
    assert rows[0][2:] == ("What", "Country", "Out of", "Short by", "Unit")
    assert rows[1][3:] == (
        "Japan", None, 0.3, "part of the output of the month that is lost"
    )  # fmt: skip
    assert rows[2][3:] == (None, "China", 4.2, "t in the month above the cap")


def test_every_head_and_name_is_chinese_in_chinese() -> None:
    found = sheets(response(), "zh")
    assert list(found)[:2] == ["摘要", "方案"]
    assert found["方案"][0][0] == "年份"


@pytest.mark.parametrize("text", [EVIL, "+1", "@x", "a\x00b"])
def test_the_name_of_a_project_is_a_text_whatever_it_begins_with(text: str) -> None:
    answer = response()
    plant = replace(answer.plan[3], name=text, project=text)
    book = load_workbook(io.BytesIO(xlsx(replace(answer, plan=(plant,)), "en")))
    cells = [cell for row in book["Plan"].iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert cells[-1].value == text.replace("\x00", "")


def test_nothing_to_do_has_all_sheets_too() -> None:
    found = sheets(nothing())
    assert list(found) == SHEETS
    assert len(found["Plan"]) == 1
