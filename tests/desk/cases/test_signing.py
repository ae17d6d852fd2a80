from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.desk.applications import services as applications
from monazite.desk.applications.errors import Refused
from monazite.desk.cases import services
from monazite.desk.cases.clocks import day
from monazite.desk.cases.errors import OutOfDate
from monazite.desk.cases.models import Decision
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.models import Event
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences.models import Licence
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from support.cases import case_of
from support.deciding import again, approval, open_tasks, proposed, refused
from support.other_law import in_force

if TYPE_CHECKING:
    from pathlib import Path

    from support.cases import Offices


def test_signed_by_another_it_stands_and_the_licence_is_there(w: Offices, tmp_path: Path) -> None:
    decision = proposed(w)
    signed = services.sign(w.second_officer, decision.pk, None, "page")
    application = again(decision.case.application)
    licence = Licence.objects.get(application=application)
    assert (signed.state, signed.author, signed.signer) == (
        "standing", w.officer, w.second_officer
    )  # fmt: skip
    assert application.state == "decided"
    assert licence.decision == decision.pk
    assert open_tasks(application) == []
    assert case_of(application).running_since is None
    assert prove(tmp_path, PublicKeys(())).whole


def signed_after(w: Offices, days: int, monkeypatch: pytest.MonkeyPatch) -> Licence:
    """The licence of a proposal that waited so long for its second signature."""
    decision = proposed(w)
    late = timezone.now() + timedelta(days)
    monkeypatch.setattr(timezone, "now", lambda: late)
    services.sign(w.second_officer, decision.pk, None, "page")
    return Licence.objects.get(application=decision.case.application_id)


def test_no_licence_begins_before_it_is_signed_and_its_end_stays(
    w: Offices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    licence = signed_after(w, 30, monkeypatch)
    asked = Decision.objects.get(pk=licence.decision).terms
    assert licence.valid_from == day(licence.issued_at, "CN")
    assert licence.terms["valid_from"] == licence.valid_from.isoformat() > asked["valid_from"]
    assert licence.valid_until.isoformat() == asked["valid_until"]
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_licence_that_would_have_ended_is_sent_back(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="Send the proposal back"):
        signed_after(w, 400, monkeypatch)
    assert not Licence.objects.exists()
    assert Decision.objects.get().state == "proposed"


def test_nobody_signs_what_they_proposed(w: Offices) -> None:
    decision = proposed(w)
    with pytest.raises(Refused, match="yourself"):
        services.sign(w.officer, decision.pk, None, "page")
    with pytest.raises(Refused, match="yourself"):
        services.send_back(w.officer, decision.pk, "not so", "page")


def test_the_database_knows_no_decision_of_one_person(w: Offices) -> None:
    decision = proposed(w)
    one = Decision.objects.filter(pk=decision.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        one.update(state="standing", signer=w.officer, signed_at=decision.proposed_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        one.update(state="standing")


def test_only_an_officer_of_the_deciding_office_signs(w: Offices) -> None:
    decision = proposed(w)
    for who in (w.miit_reviewer, w.reviewer, w.intake_officer, w.auditor, w.signatory, w.stranger):
        with pytest.raises(Forbidden):
            services.sign(who, decision.pk, None, "page")
    with pytest.raises(Forbidden):
        services.sign(w.chief, uuid.uuid4(), None, "page")
    services.sign(w.chief, decision.pk, None, "page")


def test_it_is_signed_once_and_not_what_changed_meanwhile(w: Offices) -> None:
    decision = proposed(w)
    seen = case_of(decision.case.application).event_seq
    services.sign(w.second_officer, decision.pk, seen, "page")
    with pytest.raises(ChangedMeanwhile):
        services.sign(w.chief, decision.pk, seen, "page")
    with pytest.raises(Refused, match="signed or sent back already"):
        services.sign(w.chief, decision.pk, None, "page")
    assert Licence.objects.count() == 1


def test_it_goes_back_with_the_reason_and_is_proposed_anew(w: Offices) -> None:
    decision = proposed(w)
    application = decision.case.application
    with pytest.raises(InputError):
        services.send_back(w.chief, decision.pk, " ", "page")
    back = services.send_back(w.chief, decision.pk, "Name the plant.", "page")
    assert (back.state, back.signer, back.said) == ("sent_back", w.chief, "Name the plant.")
    assert again(application).state == "in_review"
    assert open_tasks(application) == [("decide", "sent_back")]
    second = services.propose(w.officer, application.pk, approval(application), None, "page")
    assert second.supersedes == back
    services.sign(w.chief, second.pk, None, "page")
    assert again(application).state == "decided"


def test_a_refusal_issues_nothing(w: Offices) -> None:
    application = refused(w)
    assert application.state == "decided"
    assert not Licence.objects.exists()


def test_what_was_withdrawn_is_not_signed(w: Offices) -> None:
    decision = proposed(w)
    applications.withdraw(w.signatory, decision.case.application_id, "cancelled", "page")
    with pytest.raises(NotAllowed):
        services.sign(w.second_officer, decision.pk, None, "page")
    assert not Licence.objects.exists()


def test_what_is_on_hold_is_not_signed(w: Offices) -> None:
    decision = proposed(w)
    services.hold(
        w.officer, decision.case.application_id, "policy", "Until the talks end.", None, "page"
    )
    with pytest.raises(Refused, match="on hold since"):
        services.sign(w.second_officer, decision.pk, None, "page")


def test_a_change_of_the_law_is_shown_before_the_signature(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = proposed(w)
    in_force(monkeypatch)
    with pytest.raises(OutOfDate):
        services.sign(w.second_officer, decision.pk, None, "page")
    assert again(decision.case.application).state == "deciding"
    services.sign(w.second_officer, decision.pk, None, "page")


def test_what_the_law_rules_otherwise_since_is_not_signed_but_proposed_anew(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = proposed(w)
    in_force(monkeypatch, ruled_otherwise=True)
    with pytest.raises(OutOfDate) as caught:
        services.sign(w.second_officer, decision.pk, None, "page")
    assert [each.after for each in caught.value.renewals] == ["undetermined"]
    with pytest.raises(Refused, match="send it back"):
        services.sign(w.second_officer, decision.pk, None, "page")
    services.send_back(w.second_officer, decision.pk, "The law changed.", "page")


def test_the_applicant_reads_the_outcome_and_not_who_wrote_it(w: Offices) -> None:
    decision = proposed(w)
    services.sign(w.second_officer, decision.pk, None, "page")
    event = Event.objects.filter(aggregate_id=decision.case.application_id).latest("seq")
    assert event.kind == "decided"
    assert str(w.officer.pk) not in event.payload
