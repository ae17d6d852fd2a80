from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from monazite.desk.applications import services as applications
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import LineRuling
from monazite.desk.cases import screened, services
from monazite.desk.cases.errors import Faulty, OutOfDate
from monazite.desk.cases.given import Given
from monazite.desk.cases.models import Decision
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.people.may import Forbidden
from monazite.law.procedure import NotAllowed
from monazite.licensing.casework.routing import route
from monazite.licensing.casework.screening import ExactMatch
from support.cases import accepted, case_of, in_review
from support.deciding import (
    CONSENT,
    REFUSAL,
    advised,
    again,
    approval,
    consulted,
    open_tasks,
    proposed,
    refusal,
)
from support.other_law import TOMORROW, in_force

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from monazite.desk.cases.given import Proposal
    from monazite.licensing.application import Party
    from monazite.licensing.casework.facts import Facts
    from monazite.licensing.casework.regime import Casework
    from monazite.licensing.casework.routing import Routed
    from monazite.licensing.casework.screening import Screened
    from support.cases import Offices


def codes(w: Offices, proposal: Proposal) -> set[str]:
    """What is found against it in a case without objections."""
    with pytest.raises(Faulty) as caught:
        services.propose(w.officer, advised(w).pk, proposal, None, "page")
    assert not Decision.objects.exists()
    assert all(each.message("zh") and each.cure("zh") for each in caught.value.findings)
    return {each.code for each in caught.value.findings}


def test_a_proposal_waits_for_another_and_decides_nothing(w: Offices) -> None:
    decision = proposed(w)
    application = again(decision.case.application)
    assert (decision.state, decision.signer, decision.author) == ("proposed", None, w.officer)
    assert application.state == "deciding"
    assert open_tasks(application) == [("countersign", "proposed")]
    assert case_of(application).tasks.get(kind="countersign").assignee is None


def test_it_keeps_what_it_was_proposed_on(w: Offices) -> None:
    decision = proposed(w)
    application = decision.case.application
    assert decision.form_sha256 == application.form_sha256
    assert decision.law_hash == LineRuling.objects.get(line__application=application).law_hash
    assert decision.terms["lines"][0]["number"] == "1"


def test_the_parties_are_screened_again_for_it(w: Offices) -> None:
    application = advised(w)
    before = case_of(application).screenings.count()
    services.propose(w.officer, application.pk, approval(application), None, "page")
    assert case_of(application).screenings.count() == before + 1


def test_what_cannot_be_decided_so_is_told_all_at_once(w: Offices) -> None:
    good = approval(advised(w))
    assert codes(w, replace(good, text=" ", terms=None)) == {
        "decision.no_reasons",
        "decision.terms_missing",
    }
    assert codes(w, replace(refusal(), grounds=())) >= {"decision.refusal_without_grounds"}
    assert codes(w, replace(good, outcome="perhaps")) >= {"decision.outcome_unknown"}
    assert codes(w, replace(good, outcome="upheld")) >= {"decision.nothing_to_uphold"}


def test_terms_that_cannot_be_read_are_told_and_not_called_missing(w: Offices) -> None:
    good = approval(advised(w))
    assert good.terms is not None
    found = codes(w, replace(good, terms={**good.terms, "valid_until": "soon"}))
    assert found
    assert "decision.terms_missing" not in found


def test_more_than_was_asked_is_not_granted(w: Offices) -> None:
    good = approval(advised(w))
    assert good.terms is not None
    (line,) = good.terms["lines"]
    more = {**good.terms, "lines": [{**line, "quantity": "999999"}]}
    assert codes(w, replace(good, terms=more)) == {"terms.more_than_asked"}


def test_nothing_is_decided_while_advice_is_awaited(w: Offices) -> None:
    application = in_review(w)
    with pytest.raises(Faulty) as caught:
        services.propose(w.officer, application.pk, approval(application), None, "page")
    assert "decision.advice_awaited" in {each.code for each in caught.value.findings}


def test_nothing_is_decided_against_a_conflict_that_nobody_settled(w: Offices) -> None:
    application = in_review(w)
    (security,) = consulted(w, application, "security")
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    services.advise(security, application.pk, REFUSAL, "page")
    with pytest.raises(Faulty) as caught:
        services.propose(w.officer, application.pk, approval(application), None, "page")
    assert [each.code for each in caught.value.findings] == ["decision.conflict_unsettled"]
    settled = Given("no_objection", text="The doubt is answered.")
    services.settle(w.officer, application.pk, settled, None, "page")
    services.propose(w.officer, application.pk, approval(application), None, "page")


def test_nothing_is_decided_on_another_state_than_was_looked_at(w: Offices) -> None:
    application = advised(w)
    seen = case_of(application).event_seq
    services.advise(w.miit_reviewer, application.pk, REFUSAL, "page")
    with pytest.raises(ChangedMeanwhile):
        services.propose(w.officer, application.pk, approval(application), seen, "page")
    assert not Decision.objects.exists()


def test_nothing_is_decided_on_hold(w: Offices) -> None:
    application = advised(w)
    services.hold(w.officer, application.pk, "policy", "Until the talks end.", None, "page")
    with pytest.raises(Refused, match="on hold since"):
        services.propose(w.officer, application.pk, approval(application), None, "page")
    services.release(w.officer, application.pk, 1, "They ended.", "page")
    services.propose(w.officer, application.pk, approval(application), None, "page")


def test_nothing_is_decided_while_the_applicant_is_asked(w: Offices) -> None:
    application = advised(w)
    services.ask(w.officer, application.pk, "Which plant?", None, "page")
    with pytest.raises(NotAllowed):
        services.propose(w.officer, application.pk, approval(application), None, "page")


def test_a_superseded_form_is_not_decided_on_and_its_successor_is_named(w: Offices) -> None:
    application = advised(w)
    draft = applications.amend(w.preparer, application.pk, "page")
    successor = applications.file(w.signatory, draft.pk, None, "page")
    with pytest.raises(Refused, match=str(successor.reference)):
        services.propose(w.officer, application.pk, approval(application), None, "page")


def test_a_change_of_the_law_is_shown_before_anything_is_decided(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = advised(w)
    in_force(monkeypatch)
    with pytest.raises(OutOfDate) as caught:
        services.propose(w.officer, application.pk, approval(application), None, "page")
    (renewal,) = caught.value.renewals
    assert (renewal.line, renewal.new_law) == (1, TOMORROW)
    assert not Decision.objects.exists()
    decision = services.propose(w.officer, application.pk, approval(application), None, "page")
    assert decision.law_hash == TOMORROW
    (advice,) = case_of(application).advice.all()
    assert advice.law_hash != TOMORROW


def test_a_party_that_was_listed_meanwhile_is_shown_before_anything_is_decided(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = advised(w)
    monkeypatch.setattr(screened, "ExactMatch", Listed)
    with pytest.raises(OutOfDate) as caught:
        services.propose(w.officer, application.pk, approval(application), None, "page")
    assert caught.value.code == "screening_changed"
    assert {each.result for each in caught.value.answers} == {"listed"}
    assert not Decision.objects.exists()
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")  # asked once more
    services.propose(w.officer, application.pk, approval(application), None, "page")


class Listed(ExactMatch):
    """A day on which everybody is on a list."""

    def screen(self, parties: Sequence[Party], on: date, known: date) -> Screened:
        found = super().screen(parties, on, known)
        answers = tuple(
            replace(each, result="listed", list="watch_list", entry=each.name)
            for each in found.answers
        )
        return replace(found, answers=answers)


def _to_those_above(facts: Facts, rules: Casework) -> Routed:
    return replace(route(facts, rules), refer_up="state_council")


def test_an_approval_that_those_above_must_give_waits_for_them(
    w: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = accepted(w)
    monkeypatch.setattr("monazite.desk.cases.services.routing.route", _to_those_above)
    services.begin_review(w.officer, application.pk, "page")
    services.advise(w.miit_reviewer, application.pk, CONSENT, "page")
    with pytest.raises(Refused, match="those above"):
        services.propose(w.officer, application.pk, approval(application), None, "page")
    services.refer_up(w.officer, application.pk, "state_council", "As the law has it.", "page")
    services.hand_back(w.chief, application.pk, "Agreed.", "page")
    services.propose(w.officer, application.pk, approval(application), None, "page")


def test_only_the_deciding_office_proposes(w: Offices) -> None:
    application = advised(w)
    for who in (w.miit_reviewer, w.reviewer, w.intake_officer, w.auditor, w.signatory):
        with pytest.raises(Forbidden):
            services.propose(who, application.pk, approval(application), None, "page")
