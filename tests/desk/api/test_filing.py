from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications.models import Application
from monazite.desk.events.models import Event
from support.api_calls import Program, filed, program, today, two_ways
from support.forms import faulty_form, good_form

if TYPE_CHECKING:
    from support.offices import World


def test_a_filed_application_has_its_reference_and_its_rows(signatory: Program) -> None:
    found = signatory.get(f"/applications/{filed(signatory)}").json()
    assert found["state"] == found["standing"]["state"] == "submitted"
    assert found["reference"].startswith("CN-")
    assert found["filed_at"] is not None
    assert [line["number"] for line in found["lines"]] == [1]
    assert found["lines"][0]["outcome"] is not None


def test_what_would_come_back_is_not_filed_and_every_fault_is_named(signatory: Program) -> None:
    made = signatory.post("/applications", faulty_form(today())).json()
    answer = signatory.post(f"/applications/{made['id']}/file", If_Match="1")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (422, "cannot_be_filed")
    assert error["findings"] == made["findings"]
    assert sum(each["severity"] == "error" for each in error["findings"]) >= 11
    assert Application.objects.get(pk=made["id"]).state == "draft"


def test_another_version_than_was_looked_at_is_not_filed(signatory: Program) -> None:
    ident = signatory.post("/applications", good_form(today())).json()["id"]
    answer = signatory.post(f"/applications/{ident}/file", If_Match="2")
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "changed_meanwhile")


def test_a_filed_application_is_withdrawn_with_a_reason(signatory: Program) -> None:
    ident = filed(signatory)
    answer = signatory.post(f"/applications/{ident}/withdraw", {"reason": "The buyer left"})
    assert answer.json()["state"] == "withdrawn"
    assert "The buyer left" in Event.objects.get(kind="withdrawn").payload
    again = signatory.post(f"/applications/{ident}/withdraw", {"reason": "again"})
    assert (again.status_code, again.json()["error"]["code"]) == (409, "not_allowed")


@pytest.mark.parametrize(
    "reason",
    [
        None,
        {},
        {"reason": ""},
        {"reason": " \n"},
        {"reason": 7},
        {"reason": "a\0"},
        {"reason": "x" * 2001},
        {"reason": "x", "more": 1},
        [],
    ],
)
def test_a_reason_is_needed(signatory: Program, reason: object) -> None:
    ident = signatory.post("/applications", {}).json()["id"]
    body = b"null" if reason is None else reason
    assert signatory.post(f"/applications/{ident}/withdraw", body).status_code == 422


def test_an_amendment_shows_what_it_changes_and_supersedes_when_it_is_filed(
    signatory: Program,
) -> None:
    ident = filed(signatory)
    draft = signatory.post(f"/applications/{ident}/amend").json()
    assert (draft["supersedes"], draft["state"]) == (ident, "draft")
    here = f"/applications/{draft['id']}"
    assert signatory.get(f"{here}/difference").json() == {"supersedes": ident, "changes": []}
    signatory.patch(f"{here}/form", {"parties[1].contact": "sales@hoshizora.example"}, 1)
    told = signatory.get(f"{here}/difference").json()["changes"]
    assert [(each["path"], each["new"], each["weight"]) for each in told] == [
        ("parties[1].contact", "sales@hoshizora.example", "minor")
    ]
    assert signatory.post(f"{here}/file", If_Match="2").status_code == 200
    assert signatory.get(f"/applications/{ident}").json()["state"] == "superseded"


def test_one_amendment_at_a_time(signatory: Program) -> None:
    ident = filed(signatory)
    assert signatory.post(f"/applications/{ident}/amend").status_code == 201
    again = signatory.post(f"/applications/{ident}/amend")
    assert (again.status_code, again.json()["error"]["code"]) == (409, "amendment_open")


def test_two_ways_of_leaving_become_two_drafts(signatory: Program) -> None:
    ident = signatory.post("/applications", two_ways()).json()["id"]
    answer = signatory.post(f"/applications/{ident}/split")
    pieces = answer.json()["items"]
    assert (answer.status_code, len(pieces)) == (201, 2)
    assert {piece["split_from"] for piece in pieces} == {ident}
    assert signatory.get(f"/applications/{ident}").json()["state"] == "discarded"
    single = signatory.post(f"/applications/{pieces[0]['id']}/split")
    assert (single.status_code, single.json()["error"]["code"]) == (409, "nothing_to_split")


def test_nobody_elses_application_can_be_touched(w: World, signatory: Program) -> None:
    ident = filed(signatory)
    stranger = program(w.stranger)
    for step in ("withdraw", "amend", "split", "discard"):
        document = {"reason": "x"} if step == "withdraw" else None
        assert stranger.post(f"/applications/{ident}/{step}", document).status_code == 404
