"""Snapshots, journals and reports by program: answered alike, closed to everybody else."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from monazite.desk.events.signing import Signer
from monazite.desk.leads.models import Lead
from support.api_calls import program
from support.at_gate import Gate, gate
from support.offices import firm, person

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings


@pytest.fixture
def g(db: None, settings: Settings, tmp_path: Path) -> Gate:  # noqa: ARG001
    settings.PAPERS_ROOT, settings.SIGNING_KEY = tmp_path / "papers", tmp_path / "signing.pem"
    settings.SIGNING_KEY.write_bytes(Signer.new().pem())
    return gate()


def wanted(g: Gate, quantity: str = "300") -> dict[str, Any]:
    line = {"licence": g.licence.number, "line": 1, "quantity": quantity}
    return {"post": "Erenhot road", "hours": 24, "lines": [line]}


def usage(g: Gate, **changes: Any) -> dict[str, Any]:
    return {
        "message_id": "m1", "licence": g.licence.number, "line": 1, "declaration": "D1",
        "semantics": "cumulative", "sequence": 1, "as_of": timezone.now().isoformat(),
        "quantity": "250", "unit": "kg", "value": "0",
    } | changes  # fmt: skip


def test_a_snapshot_is_taken_fetched_and_given_back_by_a_journal(g: Gate) -> None:
    officer = program(g.officer)
    taken = officer.post("/offline/snapshots", wanted(g))
    assert taken.status_code == 201
    assert g.sums == (300, 0, 0)
    path = f"/offline/snapshots/{taken.json()['id']}"
    assert b"monazite-offline-1" in officer.get(f"{path}/file").content
    head = officer.get(path).json()["sha256"]
    journal = (
        f'{{"format":"monazite-offline-journal-1","snapshot":"{taken.json()["id"]}",'
        f'"head":"{head}","exported_at":null,"closed":true,"exits":[]}}'
    )
    merged = officer.upload(f"{path}/journal", "j.json", journal.encode())
    assert merged.json() == {"exits": [], "known": 0, "closed": True}
    assert g.sums == (0, 0, 0)
    assert officer.get("/offline/snapshots").json()["items"][0]["closed_at"]


def test_a_repeated_request_takes_one_snapshot(g: Gate) -> None:
    officer, key = program(g.officer), uuid.uuid4().hex
    answers = [officer.post("/offline/snapshots", wanted(g), Idempotency_Key=key) for _ in range(2)]
    assert answers[0].content == answers[1].content
    assert g.sums == (300, 0, 0)


def test_more_than_is_left_is_refused_with_the_figures(g: Gate) -> None:
    answer = program(g.officer).post("/offline/snapshots", wanted(g, "1001"))
    assert answer.status_code == 409
    (problem,) = answer.json()["error"]["problems"]
    assert problem == {"field": "over_quantity", "value": "1001", "accepted": "1000"}


def test_a_snapshot_is_given_up_after_its_time_only(g: Gate) -> None:
    officer = program(g.officer)
    taken = officer.post("/offline/snapshots", wanted(g)).json()
    answer = officer.post(f"/offline/snapshots/{taken['id']}/give-up", {"text": "Lost."})
    assert answer.status_code == 409


def test_usage_is_reported_and_a_repeat_gets_its_first_answer(g: Gate) -> None:
    officer, sent = program(g.officer), usage(g)
    first = officer.post("/ledger/reports", sent)
    assert first.status_code == 201
    assert [each["kind"] for each in first.json()["movements"]] == ["late"]
    again = officer.post("/ledger/reports", sent)
    assert again.json() == first.json() | {"replayed": True}
    assert g.sums == (0, 250, 1)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"quantity": "many"}, 422),
        ({"as_of": "2026-11-22T16:30:00"}, 422),
        ({"as_of": "yesterday"}, 422),
        ({"unit": "m"}, 422),
        ({"semantics": "sum"}, 422),
        ({"as_of": "9999-12-31T23:59:59Z"}, 422),
        ({"unit": "kg REO", "substance": "Tb"}, 422),
        ({"licence": "CN-L-2026-999999"}, 409),
    ],
)
def test_a_report_that_cannot_be_taken_changes_nothing(
    g: Gate, change: dict[str, Any], status: int
) -> None:
    answer = program(g.officer).post("/ledger/reports", usage(g, **change))
    assert answer.status_code == status
    assert g.sums == (0, 0, 0)


def test_what_a_line_does_not_bear_and_what_contradicts_is_told_and_looked_into(g: Gate) -> None:
    officer = program(g.officer)
    told = officer.post("/ledger/reports", usage(g, quantity="1000.1")).json()
    assert told["not_borne"] == {"quantity": "0.1", "value": "0"}
    assert g.sums == (0, 1000, 1)
    assert Lead.objects.get().entries.count() == 1
    officer.post("/ledger/reports", usage(g, message_id="m2", quantity="3"))
    assert Lead.objects.get().entries.count() == 2
    officer.post("/ledger/reports", usage(g, message_id="m3", licence="CN-L-2026-999999"))
    assert Lead.objects.count() == 2


def test_every_reason_against_a_report_is_told(g: Gate) -> None:
    officer = program(g.officer)
    officer.post("/ledger/reports", usage(g))
    answer = officer.post("/ledger/reports", usage(g, quantity="-1"))
    assert answer.status_code == 409
    other = officer.post("/ledger/reports", usage(g, message_id="m2", quantity="-1"))
    told = [each["field"] for each in other.json()["error"]["problems"]]
    assert told == ["sequence_taken", "below_zero"]


def test_nobody_but_officers_of_the_office_comes_in(g: Gate) -> None:
    taken = program(g.officer).post("/offline/snapshots", wanted(g)).json()
    path = f"/offline/snapshots/{taken['id']}"
    elsewhere = person(firm("agency", "Inland", regime="CN", duty="customs"), "customs_officer")
    assert program(elsewhere).get(path).status_code == 404
    assert program(elsewhere).get(f"{path}/file").status_code == 404
    assert program(elsewhere).upload(f"{path}/journal", "j", b"{}").status_code == 404
    assert program(elsewhere).post(f"{path}/give-up", {"text": "x"}).status_code == 404
    assert program(elsewhere).get("/offline/snapshots").json() == {"items": []}
    for who in (g.declarant, g.w.chief):
        caller = program(who)
        assert caller.get("/offline/snapshots").status_code == 403
        assert caller.get(path).status_code in {403, 404}
        assert caller.post("/offline/snapshots", wanted(g)).status_code == 403
        assert caller.post("/ledger/reports", usage(g)).status_code == 403
