"""A person settles advice in conflict, with reasons; newer advice sets the settlement aside."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.cases.consolidation import Together, together
from monazite.desk.cases.errors import none_wrong
from monazite.desk.cases.given import Given
from monazite.desk.cases.models import Case, Settlement
from monazite.desk.cases.prints import SETTLEMENT
from monazite.desk.cases.services.current import in_review
from monazite.desk.cases.services.flow import CONSOLIDATE, DECIDE, opened
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import noted
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person
from monazite.licensing.casework.advice import CONFLICT, Opinion, check
from monazite.licensing.casework.regime import casework


@transaction.atomic
def settle(
    person: Person, ident: uuid.UUID, given: Given, seen: int | None, via: str
) -> Settlement:
    """What the advice in conflict is settled to; ChangedMeanwhile where some came after `seen`.

    Refused where nothing is in conflict; a settlement may be superseded by another.
    """
    kept = given.read()
    reason("text", kept.text)
    case = held(person, ident, "conflict.settle", seen)
    in_review(case.application)
    found = together(case)
    if found.consolidation.state != CONFLICT:
        raise Refused("nothing_to_settle")
    none_wrong(check(_opinion(kept), casework(case.application.regime)))
    tasks = Tasks(case)
    settlement = _settlement(case, found, person, kept, tasks)
    tasks.done(tasks.open(CONSOLIDATE), person)
    opened(case, tasks, DECIDE, "settled")
    key = str(case.settlements.count() + 1)
    rows = {**tasks.told(), "settlements": {key: SETTLEMENT.of(settlement)}}
    noted(case, "settled", Who(person.pk, via), {ROWS: rows})
    tasks.save()
    settlement.save(force_insert=True)
    return settlement


def _opinion(given: Given) -> Opinion:
    return Opinion("", given.position, given.grounds, given.conditions, "", "")


def _settlement(
    case: Case, found: Together, person: Person, given: Given, tasks: Tasks
) -> Settlement:
    return Settlement(
        case=case,
        author=person,
        at=tasks.at,
        position=given.position,
        grounds=list(given.grounds),
        conditions=list(given.conditions),
        text=given.text,
        considered=list(found.considered),
        supersedes=found.settlement or found.overtaken,
    )
