from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db.models import F

from monazite.desk.batches import services as batches
from monazite.desk.batches.books import opened_on, over_quota
from monazite.desk.duties import explaining
from monazite.desk.duties.booking import is_rare
from monazite.desk.gate.models import Declaration
from monazite.desk.leads.models import Lead
from monazite.desk.people.models import Organisation
from monazite.law import load
from support.batches import said
from support.desk_people import verified
from support.exited import Exited, exited
from support.offices import person

TODAY = load().today("CN")
DY_IN_100_KG = Decimal("2.295366")
ND_IN_100_KG = Decimal("34.9919")


@pytest.fixture
def held(db: None) -> Exited:  # noqa: ARG001
    return exited(TODAY)


def _stock(held: Exited, **contents: str) -> None:
    """Opened books with one lot of stock."""
    month = f"{TODAY:%Y-%m}"
    lot = said("S1", stage="metal", month=month, contents=contents, source="stock report")
    batches.begin(held.declarant, "CN", "stock", lot, "page")


def _explained(held: Exited) -> tuple[str, Decimal | None]:
    answer = explaining.explain(held.declarant.organisation, "CN")
    return (answer.finding.code if answer.finding else "explained"), answer.excess_kg


def test_of_a_firm_without_books_it_is_said_and_nothing_is_worked_out(held: Exited) -> None:
    answer = explaining.explain(held.declarant.organisation, "CN")
    assert answer.unknown == ("stock",)
    assert (explaining.look(), explaining.look()) == (1, 1)
    lead = Lead.objects.get()
    assert lead.kind == "no_books"
    assert lead.entries.get().facts == {"law": "CN-REE-REGS-2024", "first": TODAY.isoformat()}


def test_of_what_is_no_rare_earth_nobody_must_keep_books(db: None) -> None:  # noqa: ARG001
    exited(TODAY, contains="Sb=90%")
    assert explaining.look() == 0


@pytest.mark.parametrize(
    ("contains", "rare"),
    [("Nd=0.3,Fe", True), ("HREE", True), ("REE", True), ("GRAPHITE", False), ("", False)],
)
def test_a_group_of_rare_earths_is_some(contains: str, rare: bool) -> None:
    assert is_rare(contains) is rare


def test_a_strangers_grain_opens_nobodys_books(held: Exited) -> None:
    firm = held.declarant.organisation
    Organisation.objects.filter(pk=firm.pk).update(
        identifier="91440300EXAMPLE44X", event_seq=F("event_seq") + 1, event_head=b"x" * 32
    )
    firm.refresh_from_db()
    month = f"{TODAY:%Y-%m}"
    lot = said("G1", stage="metal", month=month, contents={"Nd2O3": "100"}, source="stock")
    grain = batches.begin(held.stranger, "CN", "stock", lot, "page")
    got = batches.hand_over(held.stranger, grain.pk, "0.01", firm.identifier, "x", "page")
    assert explaining.look() == 1
    assert {lead.kind for lead in Lead.objects.all()} == {"no_books"}
    batches.accept(held.declarant, got.pk, "page")
    assert opened_on(firm, "CN") == got.made_at.date()
    assert explaining.explain(firm, "CN").finding is not None


def test_what_the_books_explain_is_no_lead(held: Exited) -> None:
    _stock(held, Nd2O3="100", Dy2O3="10")
    assert _explained(held) == ("explained", Decimal(0))
    assert explaining.look() == 0


def test_what_they_cannot_explain_is_a_lead_that_shows_its_arithmetic(held: Exited) -> None:
    _stock(held, Dy2O3="1")
    code, excess = _explained(held)
    assert code == "batch.more_out"
    assert excess is not None
    assert abs(excess - (ND_IN_100_KG + DY_IN_100_KG - 1)) < Decimal("0.01")
    assert (explaining.look(), explaining.look()) == (1, 1)
    lead = Lead.objects.get()
    assert lead.kind == "illegal_mining"
    facts = lead.entries.get().facts
    assert facts["excess_kg"] == format(excess.normalize(), "f")
    assert {term["term"]: term["side"] for term in facts["terms"]}["exported"] == "out"
    assert lead.office_ids() >= {held.customs.pk}


def test_goods_of_unknown_composition_are_said_and_not_counted_as_nothing(db: None) -> None:  # noqa: ARG001
    held = exited(TODAY, contains="")
    _stock(held, Nd2O3="100", Dy2O3="10")
    answer = explaining.explain(held.declarant.organisation, "CN")
    assert answer.unknown == ("exported",)
    assert answer.finding is not None
    assert answer.finding.code == "batch.cannot_say"


def test_what_left_before_the_books_were_opened_is_not_set_against_them(held: Exited) -> None:
    _stock(held, Dy2O3="1")
    before = TODAY - timedelta(days=45)
    Declaration.objects.filter(pk=held.declaration.pk).update(
        exited_on=before, event_seq=2, event_head=b"x" * 32
    )
    assert _explained(held) == ("explained", Decimal(0))


def test_mined_beyond_quota_is_a_lead_and_an_unknown_quota_is_not_zero(held: Exited) -> None:
    month = f"{TODAY:%Y-%m}"
    batches.begin(held.declarant, "CN", "mined", said("M1", month=month), "page")
    answer = explaining.explain(held.declarant.organisation, "CN")
    assert "mined_within_quota" in answer.unknown
    assert answer.excess_kg is None
    inspector = verified(person(held.licensing, "enforcement_officer", "quota"))
    firm = held.declarant.organisation_id
    batches.set_quota(inspector, firm, TODAY.year, "mine", "200", "notice 3", "page")
    (over,) = over_quota(held.declarant.organisation, "CN")
    assert (over.stage, over.quota_kg, round(over.made_kg, 3)) == (
        "mine",
        Decimal(200),
        Decimal(260),
    )
    assert explaining.look() == 1
    batches.set_quota(inspector, firm, TODAY.year, "mine", "300", "notice 4", "page")
    assert over_quota(held.declarant.organisation, "CN") == ()
