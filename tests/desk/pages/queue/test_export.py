"""The queue as a file: the rows of its filters, no text a formula, an end that is said."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from django.urls import reverse
from openpyxl import load_workbook

from monazite.desk.pages.queue import sheet
from support.pages import official
from support.queues import case, due_in, line, task

if TYPE_CHECKING:
    import pytest
    from django.test import Client

    from support.cases import Offices

EVIL = "=HYPERLINK(1)"


def as_csv(client: Client, **query: str) -> list[list[str]]:
    answer = client.get(reverse("queue_csv"), query)
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert "attachment" in answer["Content-Disposition"]
    return list(csv.reader(io.StringIO(text)))


def as_xlsx(client: Client, **query: str) -> list[list[str]]:
    answer = client.get(reverse("queue_xlsx"), query)
    (page,) = load_workbook(io.BytesIO(answer.content)).worksheets
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "inlineStr"}
    return [[str(cell.value or "") for cell in row] for row in page.iter_rows()]


def test_both_files_hold_the_filtered_rows_in_words(w: Offices) -> None:
    for country in ("JP", "DE"):
        one = due_in(case(w, destination=country), 4)
        line(one, "1C905.a.4", "Nd=0.3,Dy")
        task(one, w.licensing, assignee=w.officer)
    officer = official(w.officer)
    head, row = as_csv(officer, destination="DE")
    told = dict(zip(head, row, strict=True))
    assert told["Time left"] == "4 working days left"
    assert told["Destination"] == "Germany"
    assert (told["Control codes"], told["Codes and materials"]) == ("1C905.a.4", "Nd, Dy")
    assert told["Whose"] == w.officer.name
    assert as_xlsx(officer, destination="DE") == [head, row]
    officer.cookies["monazite_language"] = "zh"
    assert as_csv(officer)[0][0] == "剩余时间"


def test_no_text_becomes_a_formula(w: Offices) -> None:
    task(case(w, title=EVIL), w.licensing)
    officer = official(w.officer)
    assert f"'{EVIL}" in as_csv(officer)[1]
    assert EVIL in as_xlsx(officer)[1]


def test_a_file_that_ends_early_says_so(w: Offices, monkeypatch: pytest.MonkeyPatch) -> None:
    for left in range(5):
        task(due_in(case(w), left), w.licensing)
    officer = official(w.officer)
    monkeypatch.setattr(sheet, "SIZE_MAX", 2)
    assert len(as_csv(officer)) == 1 + 5
    monkeypatch.setattr(sheet, "MOST", 4)
    rows = as_csv(officer)
    assert len(rows) == 1 + 4 + 1
    assert "There are more rows" in rows[-1][0]


def test_an_office_takes_out_its_own_rows_alone(w: Offices) -> None:
    one = case(w)
    task(one, w.licensing)
    assert len(as_csv(official(w.miit_reviewer))) == 1
    assert len(as_csv(official(w.miit_reviewer), scope="cases")) == 1
    assert official(w.officer).get(reverse("queue_csv"), {"state": "x"}).status_code == 422
