from __future__ import annotations

import json
import uuid
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from monazite.desk.applications.models import LineRuling
from monazite.desk.events.canonical import canonical, event_hash
from monazite.law.store import load
from support.api_calls import Program, filed, pages, program

if TYPE_CHECKING:
    import pytest

    from support.offices import World

LINE = {"form": "magnet", "contains": "Nd=0.27,Fe=0.68,B=0.01,Dy=0.03", "hs": "8505111000"}


def test_a_drafts_lines_are_ruled_as_the_law_stands(signatory: Program) -> None:
    form = {"application": {"regime": "CN", "destination": "JP"}, "lines": [LINE, {}]}
    ident = signatory.post("/applications", form).json()["id"]
    ruled = {
        each["line"]: each
        for each in signatory.get(f"/applications/{ident}/rulings").json()["items"]
    }
    assert ruled[1]["ruled_at"] is None
    assert ruled[1]["document"]["outcome"] == ruled[1]["outcome"]


def test_a_filed_lines_ruling_is_renewed_when_the_law_is_another(
    signatory: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    ident = filed(signatory)
    address = f"/applications/{ident}/rulings"
    (ruling,) = signatory.get(address).json()["items"]
    assert signatory.post(f"{address}/renew").json() == {"items": []}
    other = replace(load(), hash="f" * 64)
    monkeypatch.setattr("monazite.desk.applications.services.renewing.load", lambda: other)
    (renewed,) = signatory.post(f"{address}/renew").json()["items"]
    assert (renewed["old_law"], renewed["new_law"]) == (ruling["law_hash"], "f" * 64)
    assert signatory.get(address).json()["items"][0]["law_hash"] == "f" * 64
    assert LineRuling.objects.count() == 2


def test_the_log_proves_its_chain_to_whoever_reads_it(signatory: Program) -> None:
    ident = filed(signatory)
    events = [
        event for page in pages(signatory, f"/applications/{ident}/events", 4) for event in page
    ]
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert events[0]["kind"] == "created"
    previous = bytes(32)
    for event in events:
        actor = uuid.UUID(event["actor"]) if event["actor"] else None
        at = datetime.fromisoformat(event["at"])
        place = ("application", uuid.UUID(ident), event["seq"])
        previous = event_hash(
            previous, *place, at, actor, event["via"], event["kind"], canonical(event["payload"])
        )
        assert event["hash"] == previous.hex()
    assert {event["via"] for event in events} == {"api"}


def test_the_log_is_for_its_own_firm(w: World, signatory: Program) -> None:
    ident = filed(signatory)
    assert program(w.stranger).get(f"/applications/{ident}/events").status_code == 404
    assert program(w.intake_officer).get(f"/applications/{ident}/events").status_code == 403


def test_another_failure_is_one_500_that_says_nothing_of_inside(
    signatory: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from monazite.desk.api.rooms import me  # noqa: PLC0415

    def fail(_: object) -> None:
        raise RuntimeError("the password is 1234")

    monkeypatch.setattr(me, "acting", fail)
    answer = signatory.client.get("/api/v1/me", headers=signatory.headers)
    assert (answer.status_code, json.loads(answer.content)["error"]["code"]) == (500, "internal")
    assert b"1234" not in answer.content
