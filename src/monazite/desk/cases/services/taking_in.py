"""The office that takes applications in takes one up."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.cases.models import Case
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.services.opening import ACCEPT
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person


@transaction.atomic
def take_in(person: Person, ident: uuid.UUID, via: str, *, seen: int | None = None) -> Case:
    """Take it up; the office's task is the person's from now."""
    case = held(person, ident, "case.take_in", seen)
    tasks = Tasks(case)
    for task in tasks.open(ACCEPT):
        if task.agency_id == person.organisation_id:
            tasks.assign(task, person)
    moved(case, "take_in", "taken_in", Who(person.pk, via), {}, {ROWS: tasks.told()})
    tasks.save()
    return case
