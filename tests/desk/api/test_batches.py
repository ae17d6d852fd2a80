from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from monazite.desk.batches.models import Batch
from monazite.desk.events.append import Who
from monazite.desk.leads.services import open_lead
from monazite.law import load
from support.api_calls import program
from support.batches import books
from support.exited import exited

if TYPE_CHECKING:
    from support.batches import Books

TODAY = load().today("CN")
BEGIN: dict[str, Any] = {
    "regime": "CN", "origin": "mined", "source": "quota notice 3", "reference": "R1",
    "stage": "mine", "month": "2026-09", "mass_kg": "1000",
    "contents": {"Nd2O3": "200", "Dy2O3": "10"},
}  # fmt: skip


@pytest.fixture
def held(db: None) -> Books:  # noqa: ARG001
    return books()


def test_a_lot_goes_from_the_mine_to_another_firm_by_program(held: Books) -> None:
    maker, buyer = program(held.maker), program(held.buyer)
    begun = maker.post("/batches", BEGIN, Idempotency_Key="k1")
    assert begun.status_code == 201
    assert maker.post("/batches", BEGIN, Idempotency_Key="k1").json() == begun.json()
    number = begun.json()["number"]
    step = {
        "inputs": [{"batch": number, "mass_kg": "500"}],
        "outputs": [
            {"reference": "Nd", "stage": "separation", "month": "2026-10", "mass_kg": "90",
             "contents": {"Nd2O3": "89"}},
        ],
    }  # fmt: skip
    (made,) = maker.post("/batches/steps", step).json()["items"]
    assert made["inputs"] == {number: "500"}
    sent = {"mass_kg": "40", "receiver": "91310000BUYER0000X", "reference": "7"}
    assert maker.post(f"/batches/{made['id']}/hand-over", sent).json()["left_kg"] == "50"
    (got,) = buyer.get("/batches").json()["items"]
    assert (got["origin"], got["source"]) == ("received", made["number"])
    assert buyer.get(f"/batches/{made['id']}").status_code == 404
    assert buyer.get(f"/batches/{got['id']}").json() == got
    assert got["accepted_at"] is None
    assert maker.post(f"/batches/{got['id']}/accept", {}).status_code == 404
    accepted = buyer.post(f"/batches/{got['id']}/accept", {})
    assert accepted.status_code == 201
    assert accepted.json()["accepted_at"]


def test_what_cannot_be_is_told_with_every_finding(held: Books) -> None:
    maker = program(held.maker)
    number = maker.post("/batches", BEGIN).json()["number"]
    output = {
        "reference": "x", "stage": "separation", "month": "2026-10", "mass_kg": "9",
        "contents": {"Tb4O7": "5", "Nd2O3": "150"},
    }  # fmt: skip
    step = {"inputs": [{"batch": number, "mass_kg": "500"}], "outputs": [output]}
    answer = maker.post("/batches/steps", step)
    assert answer.status_code == 422
    assert [each["code"] for each in answer.json()["error"]["findings"]] == [
        "batch.content_over_mass", "batch.element_created", "batch.element_created",
    ]  # fmt: skip
    unknown = step | {"inputs": [{"batch": "CN-B-NONE", "mass_kg": "1"}]}
    assert maker.post("/batches/steps", unknown).status_code == 404
    assert maker.post("/batches", BEGIN | {"mass_kg": "-1"}).status_code == 422
    assert Batch.objects.count() == 1


def test_an_office_reads_and_does_not_write(held: Books) -> None:
    program(held.maker).post("/batches", BEGIN)
    office = program(held.inspector)
    assert len(office.get("/batches").json()["items"]) == 1
    assert office.post("/batches", BEGIN).status_code == 403


def test_leads_are_read_by_those_who_follow_up_alone(held: Books) -> None:
    with transaction.atomic():
        agency, who = held.inspector.organisation, Who(None, "cli")
        lead = open_lead("declaration", {"declaration": "D"}, {"left_kg": "5"}, agency, who)
    office, other = program(held.inspector), program(held.officer)
    (row,) = office.get("/leads").json()["items"]
    assert row["evidence"] == [{"left_kg": "5"}]
    assert office.get(f"/leads/{lead.pk}").json() == row
    assert other.get(f"/leads/{lead.pk}").status_code == 404
    assert other.get("/leads").json()["items"] == []


def test_a_duty_is_reported_by_program(db: None) -> None:  # noqa: ARG001
    held = exited(TODAY - timedelta(days=1))
    exporter, office = program(held.declarant), program(held.officer)
    (arrival, *_) = exporter.get("/duties").json()["items"]
    assert (arrival["kind"], arrival["state"]) == ("arrival", "open")
    sent = {"happened_on": TODAY.isoformat(), "place": "Nagoya", "quantities": {"1": "100"}}
    address = f"/duties/{arrival['id']}"
    assert exporter.post(f"{address}/reports", sent | {"place": ""}).status_code == 422
    assert exporter.post(f"{address}/reports", sent).json()["state"] == "reported"
    assert office.get(address).json()["state"] == "reported"
    assert office.post(f"{address}/reports", sent).status_code == 403
    assert len(exporter.get("/duties?closed=true").json()["items"]) == 1
