from __future__ import annotations

from datetime import date
from decimal import Decimal

from monazite.watch.patterns.records import Party, Records, Shipment
from monazite.watch.patterns.running import run

AS_OF = date(2026, 6, 30)
PARTIES = (
    Party("A", "A", country="CN"), Party("B", "B", country="VN"), Party("C", "C", country="US"),
)  # fmt: skip


def shipment(number: str, day: str, sender: str, receiver: str, **more: str) -> Shipment:
    return Shipment(
        number, date.fromisoformat(day), sender, receiver, "Sb", mass_kg=Decimal(1000),
        code=more.get("code", ""), origin=more.get("origin", ""),
    )  # fmt: skip


def found(*shipments: Shipment) -> list[tuple[float, set[str]]]:
    leads = run(Records(AS_OF, parties=PARTIES, shipments=shipments), ["C5"]).leads
    return [(lead.score, {reason.code for reason in lead.reasons}) for lead in leads]


def test_each_sign_makes_the_lead_stronger() -> None:
    first = shipment("1", "2026-01-01", "A", "B", code="811010", origin="CN")
    ((plain, _),) = found(first, shipment("2", "2026-01-20", "B", "C", code="811010"))
    ((renamed, codes),) = found(
        first, shipment("2", "2026-01-20", "B", "C", code="282580", origin="VN")
    )
    assert codes >= {"renamed", "origin_changed"}
    assert renamed > plain


def test_a_code_of_another_length_under_one_heading_is_no_other_name() -> None:
    ((_, codes),) = found(
        shipment("1", "2026-01-01", "A", "B", code="8110100000"),
        shipment("2", "2026-01-20", "B", "C", code="811010"),
    )
    assert "renamed" not in codes


def test_sent_straight_back_is_a_lead_when_it_becomes_a_habit() -> None:
    once = [shipment("1", "2026-01-01", "A", "B"), shipment("2", "2026-01-20", "B", "A")]
    again = [shipment("3", "2026-03-01", "A", "B"), shipment("4", "2026-03-20", "B", "A")]
    assert found(*once) == []
    ((_, codes),) = found(*once, *again)
    assert codes >= {"round_trip", "again"}


def test_the_subject_stays_when_more_of_the_same_comes() -> None:
    first = [shipment("1", "2026-01-01", "A", "B"), shipment("2", "2026-01-20", "B", "C")]
    more = [shipment("3", "2026-03-01", "A", "B"), shipment("4", "2026-03-20", "B", "C")]
    subjects = {
        lead.subject
        for rows in (first, first + more)
        for lead in run(Records(AS_OF, parties=PARTIES, shipments=tuple(rows)), ["C5"]).leads
    }
    assert subjects == {("B", "Sb")}
