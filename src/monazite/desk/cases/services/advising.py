"""An office says what it thinks of a case; what it said before is superseded, never edited."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.cases.consolidation import REVIEW, opinion
from monazite.desk.cases.errors import none_wrong
from monazite.desk.cases.given import Given
from monazite.desk.cases.models import Advice, Case, Task
from monazite.desk.cases.models.case import OPEN
from monazite.desk.cases.prints import ADVICE
from monazite.desk.cases.services.current import in_review, law_of
from monazite.desk.cases.services.flow import forward
from monazite.desk.cases.services.held import BESIDE, held
from monazite.desk.cases.services.many import Answered, each
from monazite.desk.cases.services.moving import noted
from monazite.desk.cases.services.retried import retried
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person
from monazite.licensing.casework.advice import check
from monazite.licensing.casework.regime import casework


def advise(
    person: Person, ident: uuid.UUID, given: Given, via: str, *, seen: int | None = None
) -> Advice:
    """The advice of the person's office, or one that supersedes it while the case is in review.

    Refused where the office was not asked; Faulty with every finding. What another office says at
    the same moment is no reason to refuse: it is tried again.
    """
    kept = given.read()
    return retried(lambda: _advised(person, ident, kept, via, seen))


def advise_many(
    person: Person, idents: Iterable[uuid.UUID], given: Given, via: str
) -> tuple[Answered, ...]:
    """The same advice on each of many cases, each answered for itself."""
    kept = given.read()
    return each(idents, lambda ident: advise(person, ident, kept, via))


@transaction.atomic
def _advised(person: Person, ident: uuid.UUID, given: Given, via: str, seen: int | None) -> Advice:
    case = held(person, ident, "advice.give", seen, BESIDE)
    in_review(case.application)
    tasks = Tasks(case)
    task = _task(tasks, person)
    advice = _advice(case, task, person, given, tasks)
    none_wrong(check(opinion(advice), casework(case.application.regime)))
    if task.state == OPEN:
        tasks.done([task], person)
    forward(case, tasks, person, advice)
    key = f"{task.number}.{task.advice.count() + 1}"
    rows = {**tasks.told(), "advice": {key: ADVICE.of(advice)}}
    told = {"task": task.number, "office": str(task.agency_id), ROWS: rows}
    noted(case, "advised", Who(person.pk, via), told)
    tasks.save()
    advice.save(force_insert=True)
    return advice


def _task(tasks: Tasks, person: Person) -> Task:
    """The office's open review, else its last one, on which it has advised already."""
    own = [task for task in tasks.all(REVIEW) if task.agency_id == person.organisation_id]
    if not own:
        raise Refused("advice_not_asked")
    still_open = [task for task in own if task.state == OPEN]
    return (still_open or own)[-1]


def _advice(case: Case, task: Task, person: Person, given: Given, tasks: Tasks) -> Advice:
    before = task.advice.filter(successor__isnull=True).first()
    if before is None and task.state != OPEN:
        raise Refused("advice_not_asked")
    return Advice(
        case=case,
        task=task,
        agency=task.agency,
        author=person,
        at=tasks.at,
        position=given.position,
        grounds=list(given.grounds),
        conditions=list(given.conditions),
        text=given.text,
        law_hash=law_of(case.application),
        form_sha256=case.application.form_sha256,
        supersedes=before,
    )
