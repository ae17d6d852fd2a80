from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from monazite.customs.tips import FILES_MAX, KINDS, state_shown
from monazite.desk.applications.errors import Refused
from monazite.desk.events.models import Event
from monazite.desk.leads import services
from monazite.desk.leads.listing import known
from monazite.desk.leads.models import Tip
from monazite.desk.leads.receipts import fingerprint, receipt
from monazite.desk.leads.services import Given
from monazite.desk.papers.taking import Taken
from monazite.desk.running.verify import verify
from monazite.errors import InputError
from monazite.law import load
from support.batches import books

if TYPE_CHECKING:
    from support.batches import Books

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> Books:
    return books()


def given(**changes: object) -> Given:
    said = {
        "regime": "CN", "kind": "third_country", "text": "Ten boxes go to Muscat and on to Mumbai.",
        "own": False, "name": "", "contact": "",
    }  # fmt: skip
    return Given(**(said | changes))  # type: ignore[arg-type]


def _file(name: str) -> Taken:
    return Taken(name, fingerprint(name), 3, "application/pdf", "not_scanned")


def test_a_receipt_has_150_random_bits_and_is_read_however_it_is_typed() -> None:
    code = receipt()
    assert re.fullmatch(r"([A-HJ-NP-Z2-9]{5}-){5}[A-HJ-NP-Z2-9]{5}", code)
    assert len({receipt() for _ in range(100)}) == 100
    assert fingerprint(code) == fingerprint(f" {code.lower().replace('-', ' ')} ")


def test_an_anonymous_tip_keeps_nothing_of_its_teller_and_only_the_hash_of_the_code(
    held: Books,
) -> None:
    made = services.tell(given(), [_file("a.pdf")])
    assert (made.tip.name, made.tip.contact) == ("", "")
    (lead,) = known(held.inspector)
    assert (lead.kind, lead.opened_by_id, lead.tip.own) == ("tip", None, False)
    assert {each.actor for each in Event.objects.filter(aggregate_id=lead.pk)} == {None}
    with connection.cursor() as cursor:
        for table in ("leads_tip", "leads_lead", "leads_entry", "leads_message", "events_event"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own tables
            assert made.code.replace("-", "") not in str(cursor.fetchall()).replace("-", "")
    assert services.of_receipt(made.code) == made.tip


def test_teller_and_office_talk_by_the_code_alone(held: Books) -> None:
    code = services.tell(given(), []).code
    (lead,) = known(held.inspector)
    services.ask(held.inspector, lead.pk, "Which carrier?", "page")
    services.add(code.lower(), "The one with the green lorries.", [])
    tip = services.of_receipt(code)
    assert tip is not None
    said = [(each.text, each.by_id is None) for each in tip.messages.order_by("number")]
    assert said == [
        ("Ten boxes go to Muscat and on to Mumbai.", True),
        ("Which carrier?", False),
        ("The one with the green lorries.", True),
    ]
    with pytest.raises(Refused, match="No tip has this code"):
        services.add(receipt(), "hello", [])
    assert services.of_receipt("") is None


def test_a_closed_tip_takes_no_more_and_its_teller_sees_no_more_than_that(held: Books) -> None:
    code = services.tell(given(), []).code
    (lead,) = known(held.inspector)
    services.take(held.inspector, lead.pk, "page")
    services.close(held.inspector, lead.pk, "unfounded", "secret reason", "page")
    with pytest.raises(Refused, match="closed"):
        services.add(code, "but", [])
    assert [state_shown(state) for state in ("open", "taken", "closed")] == [
        "received", "looked_into", "closed",
    ]  # fmt: skip


def test_what_cannot_be_told_is_refused_and_nothing_is_kept(held: Books) -> None:
    for wrong in ({"kind": "gossip"}, {"text": "  "}, {"text": "a\u202eb"}, {"name": "x" * 201}):
        with pytest.raises(InputError):
            services.tell(given(**wrong), [])
    with pytest.raises(Refused, match="No office"):
        services.tell(given(regime="US"), [])
    with pytest.raises(Refused, match="10 files"):
        services.tell(given(), [_file(f"{number}.pdf") for number in range(FILES_MAX + 1)])
    assert not Tip.objects.exists()
    assert not known(held.inspector).exists()


def test_telling_of_oneself_is_marked_for_it_counts_in_ones_favour(held: Books) -> None:
    made = services.tell(given(own=True, name="Example Metals", contact="a@b.example"), [])
    (lead,) = known(held.inspector)
    assert lead.tip == made.tip
    (entry,) = lead.entries.all()
    assert entry.facts == {"kind": "third_country", "own": True, "named": True}


def test_a_question_needs_somebody_who_told(held: Books) -> None:
    from monazite.desk.events.append import Who  # noqa: PLC0415 - here alone

    with transaction.atomic():
        office = held.inspector.organisation
        lead = services.open_lead("declaration", {"x": "1"}, {}, office, Who(None, "cli"))
    with pytest.raises(Refused, match="Nobody told"):
        services.ask(held.inspector, lead.pk, "Who?", "page")


def test_what_was_told_stays_and_verify_tells_of_a_change(held: Books) -> None:  # noqa: ARG001
    services.tell(given(), [_file("a.pdf")])
    for sql in (
        "UPDATE leads_message SET text = 'x'", "DELETE FROM leads_tippaper",
        "UPDATE leads_tip SET name = 'x'", "DELETE FROM leads_tip",
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    codes = {each.code for each in verify().findings}
    assert codes == {"tip_paper_missing"}, codes  # the file of this test was never stored


def test_the_kinds_are_those_of_the_announcement() -> None:
    assert "CN-2026-26" in load().measures
    assert len(KINDS) == 5
