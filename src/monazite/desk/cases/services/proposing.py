"""A decision is proposed by one person; it says nothing to anybody until another signs it."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.cases.clocks import today
from monazite.desk.cases.consolidation import together
from monazite.desk.cases.errors import none_wrong
from monazite.desk.cases.given import Proposal
from monazite.desk.cases.models import Case, Decision
from monazite.desk.cases.models.decisions import PROPOSED
from monazite.desk.cases.prints import DECISION, SCREENING
from monazite.desk.cases.screened import row_of
from monazite.desk.cases.services.current import can, law_of, no_proposal, nothing_open
from monazite.desk.cases.services.flow import CONSOLIDATE, COUNTERSIGN, DECIDE, opened
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.services.refreshing import refresh
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.licences.changed import conditions_of
from monazite.desk.people.models import Person
from monazite.licensing.casework import decisions
from monazite.licensing.casework import terms as terms_of
from monazite.licensing.casework.decisions import APPROVALS
from monazite.licensing.casework.decisions import DECISION as OF_THE_CASE
from monazite.licensing.casework.regime import casework
from monazite.licensing.casework.routing import of_document
from monazite.licensing.casework.screening import Screened
from monazite.licensing.casework.terms import Terms
from monazite.licensing.findings import Finding
from monazite.licensing.reading import read
from monazite.licensing.regime import regime

ACTION = "decision.propose"


def propose(
    person: Person, ident: uuid.UUID, proposal: Proposal, seen: int | None, via: str
) -> Decision:
    """Propose it; Faulty with every finding, OutOfDate where the law or the lists changed.

    Refused while a question or a hold is open, and for a form that was superseded.
    """
    given = proposal.read()
    screened = refresh(person, ident, ACTION, via)
    return _proposed(person, ident, given, screened, seen, via)


@transaction.atomic
def _proposed(
    person: Person,
    ident: uuid.UUID,
    given: Proposal,
    screened: Screened,
    seen: int | None,
    via: str,
) -> Decision:
    case = held(person, ident, ACTION, seen)
    can(case.application, "propose")
    nothing_open(case)
    no_proposal(case)
    terms = _checked(case, given)
    _laid_above(case, given)
    tasks, row = Tasks(case), row_of(case, screened)
    decision = drawn(case, given, OF_THE_CASE, terms, person, tasks)
    row.at = tasks.at
    tasks.done([*tasks.open(CONSOLIDATE), *tasks.open(DECIDE)], person)
    opened(case, tasks, COUNTERSIGN, "proposed")
    told = {**decision_told(decision, tasks), "screenings": {str(row.number): SCREENING.of(row)}}
    moved(case, "propose", "proposed", Who(person.pk, via), {}, {ROWS: told})
    tasks.save()
    row.save(force_insert=True)
    decision.save(force_insert=True)
    return decision


def drawn(
    case: Case, given: Proposal, kind: str, terms: Terms | None, person: Person, tasks: Tasks
) -> Decision:
    """The row, not yet written; it takes the place of the last one of its kind."""
    return Decision(
        case=case,
        number=case.decisions.count() + 1,
        kind=kind,
        outcome=given.outcome,
        grounds=list(given.grounds),
        conditions=list(given.conditions),
        text=given.text,
        terms=terms.document() if terms else {},
        form_sha256=case.application.form_sha256,
        law_hash=law_of(case.application),
        author=person,
        proposed_at=tasks.at,
        state=PROPOSED,
        supersedes=case.decisions.filter(kind=kind).order_by("number").last(),
    )


def decision_told(decision: Decision, tasks: Tasks) -> dict[str, dict[str, str]]:
    """The prints of a decision and of the tasks that it moves."""
    return {**tasks.told(), "decisions": {str(decision.number): DECISION.of(decision)}}


def _checked(case: Case, given: Proposal) -> Terms | None:
    """The terms as they are read; Faulty with everything that stands against the proposal."""
    terms, wrong = _terms(case, given)
    found = together(case)
    asked = decisions.Proposal(
        OF_THE_CASE, given.outcome, given.grounds, given.conditions, given.text, terms
    )
    rules = casework(case.application.regime)
    against = decisions.check(asked, found.consolidation, found.position, rules)
    # What cannot be read is not missing as well.
    rest = [each for each in against if not (wrong and each.code == "decision.terms_missing")]
    none_wrong([*wrong, *rest, *decisions.dropped(asked, conditions_of(case.application))])
    return terms


def _terms(case: Case, given: Proposal) -> tuple[Terms | None, tuple[Finding, ...]]:
    if given.terms is None:
        return None, ()
    asked = read(case.application.form).application
    rules = regime(case.application.regime)
    return terms_of.read(given.terms, asked, rules, today(case))


def _laid_above(case: Case, given: Proposal) -> None:
    """Refused for an approval that the law leaves to those above until they have answered."""
    routing = case.routings.order_by("number").last()
    above = of_document(routing.trace).refer_up if routing else ""
    answered = case.referrals.filter(office=above, hand_back__isnull=False).exists()
    if above and given.outcome in APPROVALS and not answered:
        raise Refused("not_laid_above")
