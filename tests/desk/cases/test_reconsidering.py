from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services as filing
from monazite.desk.applications.errors import Refused
from monazite.desk.cases import services
from monazite.desk.events.signing import PublicKeys
from monazite.desk.events.verification.report import prove
from monazite.desk.licences import services as licences
from monazite.desk.licences.models import Licence
from monazite.desk.people.may import Forbidden
from monazite.errors import InputError
from monazite.law.procedure import NotAllowed
from support.cases import case_of
from support.deciding import (
    CONSENT,
    REFUSAL,
    advised,
    again,
    approval,
    open_tasks,
    proposed,
    refusal,
    refused,
)
from support.licences import issued
from support.offices import person

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.desk.applications.models import Application
    from support.cases import Offices


def asked_again(w: Offices) -> Application:
    application = refused(w)
    services.reconsider(w.signatory, application.pk, "The site is open to a visit.", "page")
    return again(application)


def test_the_signatory_asks_with_reasons(w: Offices) -> None:
    application = asked_again(w)
    request = case_of(application).reconsiderations.get()
    assert application.state == "under_reconsideration"
    assert request.decision.outcome == "refused"
    assert open_tasks(application) == [("reconsider", "reconsideration_asked")]


def test_nobody_else_asks_and_nobody_without_reasons_or_a_decision(w: Offices) -> None:
    application = refused(w)
    for who in (w.preparer, w.stranger, w.officer):
        with pytest.raises(Forbidden):
            services.reconsider(who, application.pk, "why", "page")
    with pytest.raises(InputError):
        services.reconsider(w.signatory, application.pk, "", "page")
    with pytest.raises(NotAllowed):
        services.reconsider(w.signatory, advised(w).pk, "why", "page")


def test_it_is_upheld_by_two_who_had_no_part_in_the_first_decision(
    w: Offices, tmp_path: Path
) -> None:
    application = asked_again(w)
    third = person(w.licensing, "licensing_officer", "third")
    for of_the_first in (w.officer, w.second_officer):
        with pytest.raises(Refused, match="wrote or signed"):
            services.uphold(of_the_first, application.pk, "It stays.", None, "page")
    decision = services.uphold(third, application.pk, "It stays.", None, "page")
    assert again(application).state == "under_reconsideration"
    for who, why in ((w.officer, "wrote or signed"), (third, "yourself")):
        with pytest.raises(Refused, match=why):
            services.sign(who, decision.pk, None, "page")
    services.sign(w.chief, decision.pk, None, "page")
    assert again(application).state == "decided"
    standing = case_of(application).decisions.filter(state="standing").order_by("number")
    assert [each.outcome for each in standing] == ["refused", "upheld"]
    assert prove(tmp_path, PublicKeys(())).whole


def test_what_was_to_be_upheld_goes_back_and_is_still_under_reconsideration(w: Offices) -> None:
    application = asked_again(w)
    third = person(w.licensing, "licensing_officer", "third")
    decision = services.uphold(third, application.pk, "It stays.", None, "page")
    with pytest.raises(Refused, match="waits for its second signature"):
        services.uphold(w.chief, application.pk, "It stays.", None, "page")
    services.send_back(w.chief, decision.pk, "Visit the site first.", "page")
    assert again(application).state == "under_reconsideration"
    assert open_tasks(application) == [("reconsider", "sent_back")]


def test_a_chief_reopens_and_a_new_decision_supersedes(w: Offices, tmp_path: Path) -> None:
    application = asked_again(w)
    with pytest.raises(Forbidden):
        services.reopen(w.second_officer, application.pk, "The site was visited.", "page")
    services.reopen(w.chief, application.pk, "The site was visited.", "page")
    assert again(application).state == "reopened"
    assert open_tasks(application) == [("consolidate", "reopened")]
    services.begin_review(w.officer, application.pk, "page")
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    decision = services.propose(w.officer, application.pk, approval(application), None, "page")
    services.sign(w.second_officer, decision.pk, None, "page")
    states = case_of(application).decisions.order_by("number").values_list("outcome", "state")
    assert list(states) == [("refused", "superseded"), ("approved", "standing")]
    assert Licence.objects.filter(application=application).exists()
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_decision_that_a_licence_stands_on_is_not_reopened(w: Offices) -> None:
    decision = proposed(w)
    services.sign(w.second_officer, decision.pk, None, "page")
    with pytest.raises(Refused, match="A licence stands"):
        services.reopen(w.chief, decision.case.application_id, "why", "page")


def change_refused(w: Offices, licence: Licence) -> Application:
    """A change of the licence, asked and refused by two people."""
    application = change_filed(w, licence)
    services.take_in(w.intake_officer, application.pk, "page")
    services.accept(w.intake_officer, application.pk, "page")
    services.begin_review(w.officer, application.pk, "page")
    services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    decision = services.propose(w.officer, application.pk, refusal(), None, "page")
    services.sign(w.second_officer, decision.pk, None, "page")
    return again(application)


def change_filed(w: Offices, licence: Licence) -> Application:
    """A minor change of the licence, filed."""
    draft = licences.change(w.preparer, licence.pk, "page")
    filing.save(w.preparer, draft.pk, {"transport[0].port_of_exit": "Shanghai"}, 1, "page")
    return filing.file(w.signatory, draft.pk, 2, "page")


def test_a_refused_change_binds_its_licence_again_when_it_is_reopened(
    w: Offices, tmp_path: Path
) -> None:
    licence = issued(w)
    application = change_refused(w, licence)
    assert Licence.objects.get(pk=licence.pk).amending_since is None
    services.reopen(w.chief, application.pk, "The site was visited.", "page")
    assert Licence.objects.get(pk=licence.pk).amending_since is not None
    with pytest.raises(Refused, match="change of the licence"):
        licences.change(w.preparer, licence.pk, "page")
    assert prove(tmp_path, PublicKeys(())).whole


def test_a_refused_change_is_not_reopened_beside_another(w: Offices) -> None:
    licence = issued(w)
    application = change_refused(w, licence)
    change_filed(w, licence)
    with pytest.raises(Refused, match="Another change"):
        services.reopen(w.chief, application.pk, "The site was visited.", "page")
    assert again(application).state == "decided"


def test_a_proposal_is_answered_before_the_case_is_reopened(w: Offices) -> None:
    application = asked_again(w)
    third = person(w.licensing, "licensing_officer", "third")
    services.uphold(third, application.pk, "It stays.", None, "page")
    with pytest.raises(Refused, match="waits for its second signature"):
        services.reopen(w.chief, application.pk, "why", "page")


def test_a_decided_case_is_closed_and_may_be_reopened(w: Offices) -> None:
    application = refused(w)
    services.close(w.officer, application.pk, "page")
    assert again(application).state == "closed"
    assert case_of(application).closed_at is not None
    services.reopen(w.chief, application.pk, "A mistake was found.", "page")
    assert case_of(application).closed_at is None


def test_what_is_not_decided_is_not_closed(w: Offices) -> None:
    with pytest.raises(NotAllowed):
        services.close(w.officer, advised(w).pk, "page")
