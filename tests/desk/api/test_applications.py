from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monazite.licensing.fields import sections
from support.api_calls import Program, filed, pages, program

if TYPE_CHECKING:
    from support.offices import World

QUERIES = 25
FORM = {
    "application": {"regime": "CN", "destination": "Japan"},
    "lines": [{"description": "Magnets", "quantity": "012.50"}],
    "contract": {},
    "papers": [],
}


def test_the_form_comes_back_as_it_was_typed(signatory: Program) -> None:
    made = signatory.post("/applications", FORM)
    assert made.status_code == 201
    read = signatory.get(f"/applications/{made.json()['id']}")
    assert read.json() == made.json()
    assert read.json()["form"] == FORM
    assert read["ETag"] == '"1"'
    assert (read.json()["title"], read.json()["destination"]) == ("Magnets", "JP")


def test_a_draft_says_what_it_lacks_and_where_it_is(signatory: Program) -> None:
    made = signatory.post("/applications", FORM).json()
    assert not made["may_be_filed"]
    assert "lines[0].unit" in {finding["path"] for finding in made["findings"]}
    assert made["standing"]["who"] == "applicant"
    assert made["lines"][0]["description"] == "Magnets"


def test_the_list_goes_page_by_page_newest_first(w: World, signatory: Program) -> None:
    made = [signatory.post("/applications", FORM).json()["id"] for _ in range(7)]
    program(w.stranger).post("/applications", FORM)
    listed = list(pages(signatory, "/applications", 3))
    assert [len(page) for page in listed] == [3, 3, 1]
    assert [row["id"] for page in listed for row in page] == made[::-1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=draft", 2),
        ("state=submitted", 0),
        ("destination=JP", 1),
        ("destination=jp", 1),
        ("q=magn", 1),
        ("q=%E7%A3%81", 1),
        ("q=%25", 0),
        ("state=draft&destination=KR&q=%E7%A3%81", 1),
    ],
)
def test_the_list_is_narrowed(signatory: Program, query: str, found: int) -> None:
    signatory.post("/applications", FORM)
    other = {"application": {"destination": "KR"}, "lines": [{"description": "磁体"}]}
    signatory.post("/applications", other)
    assert len(signatory.get(f"/applications?{query}").json()["items"]) == found


def test_an_officer_reads_what_names_the_office_and_no_draft(w: World, signatory: Program) -> None:
    draft = signatory.post("/applications", FORM).json()["id"]
    officer = program(w.intake_officer)
    assert officer.get(f"/applications/{draft}").status_code == 404
    assert officer.get("/applications").json()["items"] == []
    ident = filed(signatory)
    assert officer.get(f"/applications/{ident}").json()["standing"]["state"] == "submitted"
    assert [row["id"] for row in officer.get("/applications").json()["items"]] == [ident]
    assert officer.post(f"/applications/{ident}/withdraw", {"reason": "x"}).status_code == 403


def test_no_answer_asks_the_database_too_often(signatory: Program) -> None:
    ident = filed(signatory)
    paths = ["", "/papers", "/rulings", "/events", "/difference"]
    for path in [
        "/me",
        "/applications",
        "/form",
        *(f"/applications/{ident}{end}" for end in paths),
    ]:
        with CaptureQueriesContext(connection) as asked:
            assert signatory.get(path).status_code == 200
        assert len(asked) <= QUERIES, path


def test_the_table_names_every_field_in_both_languages(signatory: Program) -> None:
    english, chinese = (
        signatory.get("/form").json(),
        signatory.get("/form", Accept_Language="zh").json(),
    )
    assert [s["name"] for s in english["sections"]] == list(sections())
    told = [
        (f["label"], g["label"])
        for s, t in zip(english["sections"], chinese["sections"], strict=True)
        for f, g in zip(s["fields"], t["fields"], strict=True)
    ]
    assert len(told) == sum(len(section.fields) for section in sections().values())
    assert all(one and other and one != other for one, other in told)
    assert english["json_schema"]["properties"].keys() == sections().keys()


@pytest.mark.parametrize("regime", ["CN", "generic"])
def test_the_template_is_a_workbook_that_is_read_back_empty(
    signatory: Program, regime: str
) -> None:
    answer = signatory.get(f"/form/template.xlsx?regime={regime}")
    assert answer.content[:2] == b"PK"
    assert "attachment" in answer["Content-Disposition"]
    sent = signatory.upload("/precheck", "form.xlsx", answer.content)
    assert (sent.status_code, sent.json()["may_be_filed"]) == (200, False)
