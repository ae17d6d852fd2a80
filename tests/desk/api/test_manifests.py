"""Manifests by program: lodged as a message or a file, read page by page, closed to others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.gate.models import Declaration, Manifest
from support.api_calls import pages, program
from support.at_gate import Gate, gate
from support.offices import firm, person

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.fixture
def g(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT = tmp_path_factory.mktemp("papers")
    return gate()


def message(g: Gate, *names: str, mode: str = "each", **changes: Any) -> dict[str, Any]:
    documents = [g.document(reference=name) for name in names]
    if changes:
        documents[-1] = g.document(reference=names[-1], **changes)
    return {"reference": "M-1", "mode": mode, "declarations": documents}


def test_a_message_is_answered_declaration_by_declaration(g: Gate) -> None:
    caller = program(g.declarant)
    sent = message(g, "A", "B", "C", "D", item_quantity="-3")
    made = caller.post("/manifests", sent, Idempotency_Key="").json()
    told = {name: made[name] for name in ("lines", "cleared", "held", "refused", "unlodged")}
    assert told == {"lines": 4, "cleared": 3, "held": 0, "refused": 0, "unlodged": 1}
    path = f"/manifests/{made['id']}"
    assert caller.get(path).json() == made
    listed = [row for page in pages(caller, f"{path}/declarations", 2) for row in page]
    assert sorted(row["reference"] for row in listed) == ["A", "B", "C"]
    assert listed[0]["items"][0]["outcome"] == "clear"
    ((bad,),) = pages(caller, f"{path}/unlodged", 1)
    assert (bad["reference"], bad["rows"]) == ("D", [4])
    assert "number.not_positive" in {each["code"] for each in bad["findings"]}


def test_the_same_manifest_again_gets_its_first_answer(g: Gate) -> None:
    caller, sent = program(g.declarant), message(g, "A", "B")
    first, again = (caller.post("/manifests", sent, Idempotency_Key="") for _ in range(2))
    assert (first.content, again.headers["Idempotent-Replay"]) == (again.content, "true")
    assert "Idempotent-Replay" not in first.headers
    assert g.sums == (200, 0, 2)
    other = caller.post("/manifests", message(g, "C"), Idempotency_Key="")
    assert (other.status_code, other.json()["error"]["code"]) == (409, "manifest_reference_used")


def test_a_file_is_lodged(g: Gate) -> None:
    caller = program(g.declarant)
    data = json.dumps({"declarations": message(g, "A", "B")["declarations"]}).encode()
    made = caller.upload("/manifests/file", "m.json", data, reference="M-1", mode="all")
    assert (made.status_code, made.json()["cleared"]) == (201, 2)
    again = caller.upload("/manifests/file", "m.json", data, reference="M-1", mode="all")
    assert again.json() == made.json()
    (row,) = caller.get("/manifests").json()["items"]
    assert row["reference"] == "M-1"


@pytest.mark.parametrize(
    ("name", "data", "fields", "field"),
    [
        ("m.txt", b"x", {"reference": "M", "mode": "all"}, "manifest"),
        ("m.csv", b"colour\nred", {"reference": "M", "mode": "all"}, "manifest"),
        ("m.json", b"{", {"reference": "M", "mode": "all"}, "manifest"),
        ("m.json", b"[{}]", {"reference": "", "mode": "all"}, "reference"),
        ("m.json", b"[{}]", {"reference": "M", "mode": "some"}, "mode"),
        ("m.json", b"[{}]", {"mode": "each"}, "reference"),
        ("m.json", b"[{}]", {"reference": "M", "mode": "each", "colour": "red"}, "colour"),
    ],
)
def test_a_file_that_is_no_manifest_is_refused_with_what_is_wrong(
    g: Gate, name: str, data: bytes, fields: dict[str, str], field: str
) -> None:
    answer = program(g.declarant).upload("/manifests/file", name, data, **fields)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)
    assert Manifest.objects.count() == 0


def test_all_or_nothing_names_what_does_not_go(g: Gate) -> None:
    sent = message(g, "A", "B", mode="all", item_licences=[])
    answer = program(g.declarant).post("/manifests", sent, Idempotency_Key="")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (422, "manifest_stopped")
    assert (error["problems"][0]["value"], error["problems"][0]["accepted"]) == ("B", "2")
    assert "licence.none" in {each["code"] for each in error["findings"]}
    assert Declaration.objects.count() == 0


def test_others_find_no_manifest_and_lodge_none(g: Gate) -> None:
    made = program(g.declarant).post("/manifests", message(g, "A"), Idempotency_Key="").json()
    elsewhere = firm("agency", "Example Inland Customs", regime="CN", duty="customs")
    strangers = {
        "another firm": program(g.stranger),
        "another office": program(person(elsewhere, "customs_officer")),
        "statistician": program(person(g.customs, "statistician")),
    }
    for how, caller in strangers.items():
        for end in ("", "/declarations", "/unlodged"):
            answer = caller.get(f"/manifests/{made['id']}{end}")
            assert answer.status_code in {403, 404}, (how, end)
        listed = caller.get("/manifests")
        assert listed.status_code == 403 or listed.json()["items"] == [], how
    officer = program(g.officer)
    assert officer.get(f"/manifests/{made['id']}").json()["cleared"] == 1
    data = b'[{"reference": "A"}]'
    sent = officer.upload("/manifests/file", "m.json", data, reference="M", mode="each")
    refused = (officer.post("/manifests", message(g, "B"), Idempotency_Key=""), sent)
    assert [each.status_code for each in refused] == [403, 403]
    narrow = program(g.declarant, "declarations:read")
    assert narrow.post("/manifests", message(g, "B"), Idempotency_Key="").status_code == 403
