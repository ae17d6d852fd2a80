"""409 of every operation at the gate and behind it: what stands in the way, one after the other."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from monazite.desk.duties.services import undone
from monazite.desk.events.signing import Signer
from monazite.desk.gate import services
from monazite.desk.gate.services import challenging
from monazite.desk.offline.services import merging
from support.api_bodies import BATCH, BODIES
from support.api_calls import program
from support.api_contract import operations
from support.batches import books
from support.challenges import Court, challenged, court, handed_in, judged, lodged
from support.exited import exited
from support.offices import law_today

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings


ROOMS = {"batches", "challenges", "declarations", "duties", "ledger", "offline"}
AT_AN_END = {
    "amend_declaration": ("declarant", "amend"),
    "cancel_declaration": ("declarant", "cancel"),
    "hold_declaration": ("officer", "hold"),
    "clear_declaration": ("officer", "clear"),
    "refuse_declaration": ("officer", "refuse"),
    "confirm_exit_of_declaration": ("officer", "exit"),
    "grant_of_declaration": ("officer", "grant"),
    "deny_of_declaration": ("officer", "deny"),
    "issue_challenge": ("officer", "challenges"),
    "answer_challenge": ("declarant", "challenges/answer"),
    "report_sample": ("laboratory", "challenges/samples"),
    "ask_identification": ("officer", "challenges/identification"),
}
"""Who does it, and where: none of it can be done to what was cancelled."""
OTHERWISE = {
    "lodge_declaration", "add_challenge_paper", "get_challenge_paper", "get_challenge_notice",
    "get_challenge_result", "report_duty", "report_usage", "take_snapshot", "merge_journal",
    "give_up_snapshot", "begin_batch", "make_batches", "hand_over_batch",
    "accept_batch",
}  # fmt: skip
"""Each has its own lines below."""


@pytest.fixture
def c(db: None, settings: Settings, tmp_path: Path) -> Court:  # noqa: ARG001
    settings.PAPERS_ROOT, settings.SIGNING_KEY = tmp_path / "papers", tmp_path / "signing.pem"
    settings.SIGNING_KEY.write_bytes(Signer.new().pem())
    return court()


def code(answer: Any) -> str:
    """Why not; the sentence must be there."""
    error = answer.json()["error"]
    assert answer.status_code == 409, answer.content
    assert error["message"]
    return str(error["code"])


def test_every_409_of_the_document_is_shown_here() -> None:
    said = {
        found["operationId"]
        for _, _, found in operations()
        if "409" in found["responses"] and ROOMS & {*found["tags"]}
    }
    assert said == {*AT_AN_END, *OTHERWISE}


def test_nothing_is_done_to_a_declaration_that_was_cancelled(c: Court) -> None:
    gone = services.cancel(c.g.declarant, lodged(c).pk, "Sold here.", "page", seen=None)
    callers = {
        "declarant": program(c.g.declarant),
        "officer": program(c.g.officer),
        "laboratory": program(c.laboratory),
    }
    before = gone.event_seq
    for operation, (who, where) in AT_AN_END.items():
        body: Any = BODIES[operation]
        if operation == "amend_declaration":
            body = c.g.document()
        if operation == "confirm_exit_of_declaration":
            body = {"on": law_today().isoformat()}
        answer = callers[who].post(f"/declarations/{gone.pk}/{where}", body)
        assert code(answer) in {"not_allowed", "challenge_none"}, operation
    paper = callers["declarant"].upload(
        f"/declarations/{gone.pk}/papers", "a.pdf", b"%PDF-1.4\n%%EOF\n", kind="contract"
    )
    assert code(paper) == "challenge_none"
    gone.refresh_from_db()
    assert gone.event_seq == before


def test_a_reference_stands_for_one_declaration(c: Court) -> None:
    declarant, document = program(c.g.declarant), c.g.document()
    assert declarant.post("/declarations", document).status_code == 201
    other = declarant.post("/declarations", document | {"remarks": "another"})
    assert code(other) == "reference_used"


def test_what_cannot_be_handed_out(
    c: Court, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    declaration = lodged(c)
    challenge = challenged(c, declaration)
    paper = handed_in(declaration, c.g.declarant)
    challenging.answer_challenge(c.g.declarant, declaration.pk, "As declared.", (), "page")
    judged(c, declaration, "not_controlled")
    declarant = program(c.g.declarant)
    monkeypatch.setattr("monazite.desk.licences.paper.fonts.drawn", lambda _: False)
    for which in ("notice", "result"):
        answer = declarant.get(f"/challenges/{challenge.pk}/{which}.pdf?lang=zh")
        assert code(answer) == "font_missing"
    settings.PAPERS_ROOT = settings.PAPERS_ROOT / "elsewhere"
    assert code(declarant.get(f"/challenge-papers/{paper.pk}")) == "paper_lost"


def test_a_duty_that_has_ended_is_not_reported(db: None) -> None:  # noqa: ARG001
    held = exited(law_today() - timedelta(days=1))
    undone(held.declaration, held.who)
    duty = held.declaration.duties.get(kind="arrival")
    answer = program(held.declarant).post(f"/duties/{duty.pk}/reports", BODIES["report_duty"])
    assert code(answer) == "duty_ended"


def test_posts_without_a_line(c: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    officer = program(c.g.officer)
    assert code(officer.post("/ledger/reports", BODIES["report_usage"])) == "report_unknown_line"
    unknown = officer.post("/offline/snapshots", BODIES["take_snapshot"])
    assert code(unknown) == "report_unknown_line"
    line = {"licence": c.g.licence.number, "line": 1, "quantity": "300"}
    taken = officer.post(
        "/offline/snapshots", {"post": "Erenhot road", "hours": 24, "lines": [line]}
    ).json()
    path = f"/offline/snapshots/{taken['id']}"
    assert code(officer.post(f"{path}/give-up", {"text": "Lost."})) == "offline_not_over"
    journal = {
        "format": "monazite-offline-journal-1", "snapshot": taken["id"], "head": taken["sha256"],
        "exported_at": None, "closed": True, "exits": [],
    }  # fmt: skip
    monkeypatch.setattr(merging, "_TRIES", 0)  # others merge it all the time
    answer = officer.upload(f"{path}/journal", "j.json", json.dumps(journal).encode())
    assert code(answer) == "changed_meanwhile"
    assert c.g.sums == (300, 0, 0)


def test_batches(db: None) -> None:  # noqa: ARG001
    held = books()
    maker, buyer = program(held.maker), program(held.buyer)
    made = maker.post("/batches", BODIES["begin_batch"]).json()
    assert code(maker.post("/batches", BODIES["begin_batch"])) == "batch_reference"
    more = {"inputs": [{"batch": made["number"], "mass_kg": "1001"}], "outputs": [BATCH]}
    assert code(maker.post("/batches/steps", more)) == "batch_overdrawn"
    away = f"/batches/{made['id']}/hand-over"
    assert code(maker.post(away, BODIES["hand_over_batch"])) == "batch_no_receiver"
    assert code(maker.post(f"/batches/{made['id']}/accept", {})) == "batch_accepted"
    maker.post(
        away, {"mass_kg": "1", "reference": "7"} | {"receiver": held.buyer.organisation.identifier}
    )
    (got,) = buyer.get("/batches").json()["items"]
    assert buyer.post(f"/batches/{got['id']}/accept").status_code == 201
    assert code(buyer.post(f"/batches/{got['id']}/accept")) == "batch_accepted"
