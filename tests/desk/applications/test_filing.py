from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from monazite.desk.applications import services
from monazite.desk.applications.checking import check
from monazite.desk.applications.errors import CannotBeFiled
from monazite.desk.applications.models import Application, FiledLine, LineRuling, Sequence
from monazite.desk.applications.standing import standing
from monazite.desk.applications.typed.storable import form_sha256
from monazite.desk.events.append import ChangedMeanwhile, record
from monazite.desk.events.models import Event
from monazite.desk.people.may import Forbidden
from monazite.law import load
from monazite.law.procedure import NotAllowed
from support.offices import NOBODY, complete_draft, filed, firm

if TYPE_CHECKING:
    from support.offices import World


def stored(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def last_event(application: Application) -> Event:
    return Event.objects.filter(aggregate_id=application.pk).latest("seq")


def test_what_has_no_fault_is_filed_and_laid_before_the_offices(w: World) -> None:
    draft = complete_draft(w)
    services.file(w.signatory, draft.pk, draft.version, "page")
    now = stored(draft)
    assert now.state == "submitted"
    assert now.reference == f"CN-{now.filed_at.year if now.filed_at else 0}-000001"
    assert now.filed_by == w.signatory
    assert now.form_sha256 == form_sha256(now.form)
    duties = set(now.offices.values_list("agency__name", "duty"))
    assert duties == {
        ("Example Province Commerce", "intake"),
        ("Example Licensing Bureau", "licensing"),
    }


def test_parties_and_lines_stand_as_they_were_filed(w: World) -> None:
    now = filed(w)
    parties = now.parties.order_by("number").values_list("number", "role", "country")
    assert list(parties) == [(1, "exporter", "CN"), (2, "importer", "JP"), (3, "end_user", "JP")]
    line = now.lines.get()
    assert (line.quantity, line.unit, line.value) == (Decimal(1800), "kg", Decimal(126000))


def test_each_line_has_a_ruling_with_the_hash_of_its_law(w: World) -> None:
    ruling = LineRuling.objects.get(line__application=filed(w))
    assert ruling.law_hash == load().hash == ruling.document["law_hash"]
    assert ruling.outcome == ruling.document["outcome"] == "licence_required"


def test_a_party_is_an_account_by_identifier_and_country_both_exact(w: World) -> None:
    partner = firm("foreign", "Another name", identifier="0000-00-000000")  # of CN, not of JP
    assert not filed(w).parties.filter(organisation=partner).exists()
    japanese = firm("foreign", "Hoshizora", identifier="0000-00-000000", country="JP")
    assert filed(w).parties.filter(organisation=japanese).count() == 2


def test_the_event_tells_reference_form_and_offices(w: World) -> None:
    now = filed(w)
    event = last_event(now)
    told = json.loads(event.payload)
    assert (event.kind, event.actor) == ("filed", w.signatory.pk)
    assert told["reference"] == now.reference
    assert told["form"] == now.form_sha256
    assert set(told["offices"]) == {str(w.intake.pk), str(w.licensing.pk)}


def test_numbers_follow_one_another_without_gaps(w: World) -> None:
    numbers = [str(filed(w).reference)[-6:] for _ in range(3)]
    assert numbers == ["000001", "000002", "000003"]


def test_what_would_bounce_is_not_filed_and_nothing_changed(w: World) -> None:
    draft = complete_draft(w)
    services.save(w.preparer, draft.pk, {"lines[0].quantity": "-1"}, draft.version, "page")
    before = Event.objects.count()
    with pytest.raises(CannotBeFiled) as refused, transaction.atomic():
        services.file(w.signatory, draft.pk, None, "page")
    assert "lines[0].quantity" in {finding.path for finding in refused.value.findings}
    assert refused.value.findings == check(stored(draft)).findings
    assert stored(draft).state == "draft"
    assert not FiledLine.objects.exists()
    assert not Sequence.objects.exists()
    assert Event.objects.count() == before


def test_a_paper_that_is_named_and_not_there_is_found(w: World) -> None:
    draft = services.new(w.preparer, complete_draft(w).form, "page")
    with pytest.raises(CannotBeFiled):
        services.file(w.signatory, draft.pk, 1, "page")


def test_the_second_click_is_told_that_it_is_filed(w: World) -> None:
    now = filed(w)
    with pytest.raises(NotAllowed):
        services.file(w.signatory, now.pk, None, "page")


def test_only_what_was_looked_at_is_filed(w: World) -> None:
    draft = complete_draft(w)
    seen = draft.version
    services.save(w.preparer, draft.pk, {"lines[0].description": "Other"}, seen, "page")
    with pytest.raises(ChangedMeanwhile):
        services.file(w.signatory, draft.pk, seen, "page")


def test_the_preparer_does_not_sign(w: World) -> None:
    draft = complete_draft(w)
    with pytest.raises(Forbidden) as refused:
        services.file(w.preparer, draft.pk, None, "page")
    assert refused.value.status == 403


def test_a_filed_application_is_no_longer_written(w: World) -> None:
    now = filed(w)
    with pytest.raises(NotAllowed):
        services.save(w.preparer, now.pk, {"contract.number": "X"}, now.version, "page")


def test_it_is_withdrawn_with_a_reason(w: World) -> None:
    now = filed(w)
    services.withdraw(w.signatory, now.pk, " The order was cancelled. ", "page")
    assert stored(now).state == "withdrawn"
    assert json.loads(last_event(now).payload) == {"reason": "The order was cancelled."}


def test_where_it_stands_is_said_in_both_languages(w: World) -> None:
    at = standing(filed(w))
    assert (at.who, at.with_names) == ("intake", ("Example Province Commerce",))
    assert "Example Province Commerce" in at.holder("en")
    assert "45 working days" in at.clock_words("en")
    assert "四十五个工作日" in at.clock_words("zh")
    assert at.why("en", yours=True)
    assert at.why("zh", yours=False)
    assert at.place("zh", yours=True)


def test_a_draft_is_with_its_author_and_no_clock_runs(w: World) -> None:
    at = standing(complete_draft(w))
    assert at.with_names == (w.exporter.name,)
    assert at.clock == "not_filed"


def test_without_an_office_it_is_said_that_none_works_here(w: World) -> None:
    with transaction.atomic():
        record(w.intake, "ended", {}, NOBODY, active=False)
    assert "No office" in standing(filed(w)).holder("en")
