"""The second signature: the decision stands, its licence is issued and the clock ends, at once."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application, LineRuling
from monazite.desk.cases.clocks import day, kept
from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import PROPOSED, STANDING
from monazite.desk.cases.prints import DECISION
from monazite.desk.cases.screened import last
from monazite.desk.cases.services.apart import of_the_first
from monazite.desk.cases.services.current import can, nothing_open
from monazite.desk.cases.services.flow import COUNTERSIGN
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.services.refreshing import refresh
from monazite.desk.cases.services.routing import stands
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.licences.services import ended_change, issue
from monazite.desk.licences.snapshot import Signed
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Person
from monazite.licensing.casework import terms as terms_of
from monazite.licensing.casework.clock import END, Step
from monazite.licensing.casework.decisions import APPROVALS, RECONSIDERATION
from monazite.licensing.casework.terms import Terms
from monazite.licensing.reading import read
from monazite.licensing.regime import regime

ACTION = "decision.sign"
STEPS = {"decision": ("decide", "decided"), RECONSIDERATION: ("uphold", "upheld")}
"""Of each kind of decision, the step of the application and the event."""


def sign(person: Person, decision_id: uuid.UUID, seen: int | None, via: str) -> Decision:
    """Sign what somebody else proposed; of two who do at once, one is told that it changed.

    OutOfDate where the law or the lists changed since the page; Refused where what they say now
    differs from what was proposed on: it is sent back then.
    """
    ident = application_of(decision_id, ACTION)
    refresh(person, ident, ACTION, via)
    return _signed(person, ident, decision_id, seen, via)


def application_of(decision_id: uuid.UUID, action: str) -> uuid.UUID:
    """Whose decision it is; Forbidden, as of what nobody may know, where there is none."""
    found = Decision.objects.filter(pk=decision_id)
    ident = found.values_list("case__application_id", flat=True).first()
    if ident is None:
        raise Forbidden(action, 404)
    return ident


def to_be_signed(case: Case, decision_id: uuid.UUID, person: Person) -> Decision:
    """The proposal, of somebody else and not answered yet; Refused otherwise."""
    decision = case.decisions.select_related("author").get(pk=decision_id)
    if decision.state != PROPOSED:
        raise Refused("not_proposed_any_more")
    if decision.author_id == person.pk:
        raise Refused("own_proposal")
    return decision


@transaction.atomic
def _signed(
    person: Person, ident: uuid.UUID, decision_id: uuid.UUID, seen: int | None, via: str
) -> Decision:
    case, who = held(person, ident, ACTION, seen), Who(person.pk, via)
    decision = to_be_signed(case, decision_id, person)
    event, kind = STEPS[decision.kind]
    can(case.application, event)
    nothing_open(case)
    _still_so(case, decision)
    _not_of_the_first(case, decision, person)
    tasks = Tasks(case)
    decision.state, decision.signer, decision.signed_at = STANDING, person, tasks.at
    tasks.done(tasks.open(COUNTERSIGN), person)
    tasks.cancel(tasks.open(), person)
    on = day(tasks.at, case.application.regime)
    end = [Step(END, on, f"decision {decision.number}")] if kind == "decided" else []
    moved(
        case, event, kind, who,
        {"decision": str(decision.pk), "outcome": decision.outcome},
        {ROWS: {**tasks.told(), "decisions": {str(decision.number): DECISION.of(decision)}}},
        **kept(case, *end),
    )  # fmt: skip
    decision.save(update_fields=["state", "signer", "signed_at"])
    tasks.save()
    _followed(case, decision, who)
    return decision


def _followed(case: Case, decision: Decision, who: Who) -> None:
    """The licence of an approval; of anything else, the end of the change that was asked."""
    if decision.kind == RECONSIDERATION:
        return
    application = case.application
    if decision.outcome not in APPROVALS:
        ended_change(application, "refused", who)
        return
    if decision.signer is None or decision.signed_at is None:
        raise ValueError(f"{decision.pk} is not signed")
    terms = _terms(application, decision, day(decision.signed_at, application.regime))
    signed = (
        Signed(decision.author, decision.proposed_at),
        Signed(decision.signer, decision.signed_at),
    )
    issue(application, decision.pk, terms, decision.conditions, who, signed)


def _terms(application: Application, decision: Decision, on: date) -> Terms:
    """As they were proposed; a start that has passed is the day of signing, and the end stays.

    Refused where nothing would be left between the two.
    """
    terms, _ = terms_of.read(
        decision.terms,
        read(application.form).application,
        regime(application.regime),
        date.fromisoformat(decision.terms["valid_from"]),  # it was looked at when it was proposed
    )
    if terms is None:
        raise ValueError(f"the terms of {decision.pk} cannot be read")
    if terms.valid_from >= on:
        return terms
    if terms.valid_until <= on:
        raise Refused("terms_ended", until=terms.valid_until.isoformat())
    return replace(terms, valid_from=on)


def _still_so(case: Case, decision: Decision) -> None:
    """Refused where law or lists say something else than when it was proposed."""
    if decision.form_sha256 != case.application.form_sha256:
        raise Refused("proposal_outdated")
    if _ruled_otherwise(case, decision) or _screened_otherwise(case, decision):
        raise Refused("proposal_outdated")
    if decision.kind != RECONSIDERATION and not stands(case, last(case)):
        raise Refused("proposal_outdated")


def _ruled_otherwise(case: Case, decision: Decision) -> bool:
    rulings = LineRuling.objects.filter(line__application=case.application)
    then = dict(
        rulings.filter(ruled_at__lte=decision.proposed_at)
        .order_by("ruled_at", "id")
        .values_list("line_id", "outcome")
    )
    now = dict(rulings.filter(successor__isnull=True).values_list("line_id", "outcome"))
    return then != now


def _screened_otherwise(case: Case, decision: Decision) -> bool:
    screenings = case.screenings.order_by("number")
    then = screenings.filter(at__lte=decision.proposed_at).last()
    now = screenings.last()
    return (then.answers if then else None) != (now.answers if now else None)


def _not_of_the_first(case: Case, decision: Decision, person: Person) -> None:
    """Whoever wrote or signed a decision does not sign that it was right."""
    if decision.kind != RECONSIDERATION:
        return
    if person.pk in of_the_first(case):
        raise Refused("own_decision")
