from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from monazite.customs.leads import KINDS, OUTCOMES, machine
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who
from monazite.desk.leads import services
from monazite.desk.leads.listing import known, listed
from monazite.desk.people.may import Forbidden
from monazite.desk.running.verify import verify
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from support.batches import books
from support.desk_people import verified
from support.offices import firm, person

if TYPE_CHECKING:
    from monazite.desk.leads.models import Lead
    from support.batches import Books

pytestmark = pytest.mark.django_db
WHO = Who(None, "worker")
ABOUT = {"declaration": "CN-D-1"}


@pytest.fixture
def held() -> Books:
    return books()


def _open(held: Books, evidence: dict[str, object], about: dict[str, str] = ABOUT) -> Lead:
    with transaction.atomic():
        office = held.inspector.organisation
        return services.open_lead("offline_conflict", about, evidence, office, WHO)


def test_the_same_is_open_once_and_new_evidence_is_added_to_it(held: Books) -> None:
    first = _open(held, {"left_kg": "5"})
    assert _open(held, {"left_kg": "5"}).pk == first.pk
    assert first.entries.count() == 1
    assert _open(held, {"left_kg": "6"}).pk == first.pk
    assert [each.facts for each in first.entries.order_by("number")] == [
        {"left_kg": "5"}, {"left_kg": "6"},
    ]  # fmt: skip
    assert _open(held, {}, {"declaration": "CN-D-2"}).pk != first.pk


def test_a_lead_is_taken_remarked_and_closed_by_who_took_it(held: Books) -> None:
    lead = _open(held, {"left_kg": "5"})
    other = verified(person(held.inspector.organisation, "enforcement_officer", "second"))
    with pytest.raises(NotAllowed):
        services.close(held.inspector, lead.pk, "explained", "so", "page")
    services.take(held.inspector, lead.pk, "page")
    services.remark(other, lead.pk, "asked the post", "page")
    with pytest.raises(Refused, match="Only who has taken"):
        services.close(other, lead.pk, "explained", "so", "page")
    with pytest.raises(InputError):
        services.close(held.inspector, lead.pk, "solved", "so", "page")
    closed = services.close(held.inspector, lead.pk, "explained", "their clock was wrong", "page")
    assert (closed.state, closed.outcome) == ("closed", "explained")
    assert [each.text for each in lead.entries.order_by("number")] == [
        "", "asked the post", "their clock was wrong",
    ]  # fmt: skip
    with pytest.raises(NotAllowed):
        services.take(held.inspector, lead.pk, "page")


def test_what_comes_after_the_end_is_a_lead_of_its_own_and_the_old_one_stays_closed(
    held: Books,
) -> None:
    lead = _open(held, {"left_kg": "5"})
    services.take(held.inspector, lead.pk, "page")
    services.close(held.inspector, lead.pk, "unfounded", "nothing there", "page")
    again = _open(held, {"left_kg": "5"})
    assert again.pk != lead.pk
    with pytest.raises(Refused, match="newer lead"):
        services.reopen(held.inspector, lead.pk, "look again", "page")
    services.take(held.inspector, again.pk, "page")
    services.close(held.inspector, again.pk, "unfounded", "nothing there", "page")
    assert services.reopen(held.inspector, lead.pk, "look again", "page").state == "open"


def test_only_enforcement_of_an_agency_that_it_names_knows_of_it(held: Books) -> None:
    lead = _open(held, {})
    elsewhere = firm("agency", "Another Inspectorate", regime="CN", duty="licensing")
    stranger = verified(person(elsewhere, "enforcement_officer"))
    for who in (held.officer, held.maker, stranger):
        assert not known(who).exists()
        with pytest.raises(Forbidden) as refused:
            services.take(who, lead.pk, "page")
        assert refused.value.status == 404
    assert list(known(held.inspector)) == [lead]
    held.inspector.otp_device = None
    assert not known(held.inspector).exists()


def test_who_looked_at_an_older_state_is_told(held: Books) -> None:
    lead = _open(held, {})
    services.take(held.inspector, lead.pk, "page", seen=1)
    with pytest.raises(ChangedMeanwhile):
        services.remark(held.inspector, lead.pk, "late", "page", seen=1)


def test_lists_go_page_by_page_and_by_kind(held: Books) -> None:
    leads = [_open(held, {}, {"declaration": str(number)}) for number in range(5)]
    first = listed(held.inspector, "", "", 3, closed=False)
    second = listed(held.inspector, "", first.following, 3, closed=False)
    assert [*first.items, *second.items] == leads[::-1]
    assert second.following == ""
    assert listed(held.inspector, "tip", "", 3, closed=False).items == ()
    assert listed(held.inspector, "", "", 3, closed=True).items == ()


def test_the_record_stays_and_verify_tells_of_a_change(held: Books) -> None:
    lead = _open(held, {"left_kg": "5"})
    services.take(held.inspector, lead.pk, "page")
    services.remark(held.inspector, lead.pk, "asked the post", "page")
    for sql in (
        "UPDATE leads_entry SET text = 'x'", "DELETE FROM leads_entry",
        "UPDATE leads_lead SET state = 'closed'", "UPDATE leads_lead SET kind = 'tip'",
        "DELETE FROM leads_lead", "DELETE FROM leads_leadoffice",
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    report = verify()
    assert report.whole, report.findings


def test_an_unknown_kind_is_our_mistake(held: Books) -> None:
    with pytest.raises(ValueError, match="no kind"), transaction.atomic():
        services.open_lead("mystery", ABOUT, {}, held.inspector.organisation, WHO)
    assert len(set(KINDS)) == len(KINDS)
    assert len(set(OUTCOMES)) == len(OUTCOMES)
    assert machine().allowed("closed") == ("reopen",)
