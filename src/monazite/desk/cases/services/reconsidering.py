"""A decision is looked at again, because its applicant asks or because its office does."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.cases.clocks import REOPENED, day, kept
from monazite.desk.cases.given import Proposal
from monazite.desk.cases.models import Case, Decision, Reconsideration
from monazite.desk.cases.models.decisions import STANDING, SUPERSEDED
from monazite.desk.cases.prints import DECISION as DECISION_PRINT
from monazite.desk.cases.prints import RECONSIDERATION as PRINT
from monazite.desk.cases.services.apart import wrote_or_signed
from monazite.desk.cases.services.current import can, no_proposal
from monazite.desk.cases.services.flow import CONSOLIDATE, COUNTERSIGN, RECONSIDER, opened
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved, noted
from monazite.desk.cases.services.proposing import ACTION, decision_told, drawn
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.licences.services import reopened_change
from monazite.desk.people.models import Person
from monazite.licensing.casework.clock import NO_LIMIT, START, Step
from monazite.licensing.casework.decisions import APPROVALS, DECISION, RECONSIDERATION, UPHELD


@transaction.atomic
def reconsider(person: Person, ident: uuid.UUID, text: str, via: str) -> Reconsideration:
    """The applicant's signatory asks, with reasons, that the decision be looked at again."""
    said = reason("text", text)
    case = held(person, ident, "case.reconsider")
    can(case.application, "reconsider")
    tasks = Tasks(case)
    request = Reconsideration(
        case=case, number=case.reconsiderations.count() + 1, decision=standing(case), text=said,
        asked_by=person, asked_at=tasks.at,
    )  # fmt: skip
    opened(case, tasks, RECONSIDER, "reconsideration_asked")
    rows = {**tasks.told(), "reconsiderations": {str(request.number): PRINT.of(request)}}
    moved(
        case, "reconsider", "reconsideration_asked", Who(person.pk, via),
        {"decision": str(request.decision_id)}, {ROWS: rows},
    )  # fmt: skip
    tasks.save()
    request.save(force_insert=True)
    return request


@transaction.atomic
def uphold(person: Person, ident: uuid.UUID, text: str, seen: int | None, via: str) -> Decision:
    """Propose that the decision stays; by nobody who wrote or signed it, signed by another such."""
    given = Proposal(UPHELD, text=reason("text", text))
    case = held(person, ident, ACTION, seen)
    can(case.application, "uphold")
    no_proposal(case)
    first = standing(case)
    if person.pk in wrote_or_signed([first]):
        raise Refused("own_decision")
    tasks = Tasks(case)
    decision = drawn(case, given, RECONSIDERATION, None, person, tasks)
    tasks.done(tasks.open(RECONSIDER), person)
    opened(case, tasks, COUNTERSIGN, "uphold_proposed")
    told = {ROWS: decision_told(decision, tasks)}
    noted(case, "uphold_proposed", Who(person.pk, via), told)
    tasks.save()
    decision.save(force_insert=True)
    return decision


@transaction.atomic
def reopen(
    person: Person, ident: uuid.UUID, text: str, via: str, *, seen: int | None = None
) -> Case:
    """A chief takes the case up again: its decision is set aside at once and it is reviewed anew.

    Refused where a licence stands on the decision: that is changed, suspended or revoked instead.
    A refused change of a licence binds the licence again; Refused where another one is open.
    """
    said = reason("text", text)
    case = held(person, ident, "case.reopen", seen)
    can(case.application, "reopen")
    no_proposal(case)
    first = standing(case)
    if first.outcome in APPROVALS:
        raise Refused("reopen_licensed")
    if person.pk in wrote_or_signed([first]):
        raise Refused("own_decision")
    tasks, aside = Tasks(case), _set_aside(case)
    tasks.done(tasks.open(), person)
    opened(case, tasks, CONSOLIDATE, REOPENED)
    on = day(tasks.at, case.application.regime)
    anew = kept(case, Step(START, on, REOPENED), Step(NO_LIMIT, on, REOPENED))
    rows = {
        **tasks.told(),
        "decisions": {str(each.number): DECISION_PRINT.of(each) for each in aside},
    }
    told, who = {"why": said, ROWS: rows}, Who(person.pk, via)
    moved(case, "reopen", "reopened", who, {}, told, closed_at=None, **anew)
    tasks.save()
    for each in aside:
        each.save(update_fields=["state"])
    reopened_change(case.application, who)
    return case


def _set_aside(case: Case) -> list[Decision]:
    """The decision that stood, and what was decided on a request to look at it again."""
    found = list(case.decisions.filter(state=STANDING).order_by("number"))
    for each in found:
        each.state = SUPERSEDED
    return found


@transaction.atomic
def close(person: Person, ident: uuid.UUID, via: str, *, seen: int | None = None) -> Case:
    """The decision stands and nothing is left to do; its open tasks are not needed."""
    case = held(person, ident, "case.close", seen)
    can(case.application, "close")
    tasks = Tasks(case)
    tasks.cancel(tasks.open(), person)
    told = {ROWS: tasks.told()}
    moved(case, "close", "closed", Who(person.pk, via), {}, told, closed_at=tasks.at)
    tasks.save()
    return case


def standing(case: Case) -> Decision:
    """The decision that stands; Refused where there is none."""
    found = case.decisions.filter(kind=DECISION, state=STANDING).first()
    if found is None:
        raise Refused("nothing_decided")
    return found
