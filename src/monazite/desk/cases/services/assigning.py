"""Tasks are given to people of the office that has them; several at once, each case for itself."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.cases.colleagues import is_able
from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.models.case import OPEN
from monazite.desk.cases.services.apart import of_the_first
from monazite.desk.cases.services.flow import CONSOLIDATE, DECIDE, RECONSIDER
from monazite.desk.cases.services.held import BESIDE, held
from monazite.desk.cases.services.many import Answered, each
from monazite.desk.cases.services.moving import noted
from monazite.desk.cases.services.retried import retried
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people import visible
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Person

ACTION = "case.assign"
_KEYS = 2**63
"""No row has a number like this: SQLite cannot even be asked for it."""
_IN_CHARGE = frozenset({CONSOLIDATE, DECIDE})
"""Whoever has one of these at the deciding office is in charge of the case."""


def assign(
    person: Person,
    tasks: Iterable[int],
    to: uuid.UUID | None,
    via: str,
    *,
    seen: int | None = None,
) -> tuple[Answered, ...]:
    """Give tasks, by id, to a colleague of one's own office, or to nobody; an answer per case.

    Forbidden where one lies at a case that the person may not read, as where there is no such
    task; Refused by name for a colleague who left. Nothing was given then.
    """
    asked = _by_case(person, frozenset(tasks))
    colleague = _colleague(person, to)
    return each(
        asked,
        lambda ident: retried(lambda: _given(person, ident, asked[ident], colleague, via, seen)),
    )


def _by_case(person: Person, tasks: frozenset[int]) -> dict[uuid.UUID, list[int]]:
    """The tasks of each application that the person may read."""
    known = [pk for pk in tasks if 0 < pk < _KEYS]
    rows = Task.objects.filter(
        pk__in=known, case__application__in=visible.applications(person)
    ).order_by("pk")
    found = list(rows.values_list("pk", "case__application_id"))
    if len(found) != len(tasks):
        raise Forbidden(ACTION, 404)
    asked: dict[uuid.UUID, list[int]] = {}
    for pk, ident in found:
        asked.setdefault(ident, []).append(pk)
    return asked


@transaction.atomic
def _given(
    person: Person,
    ident: uuid.UUID,
    asked: Sequence[int],
    to: Person | None,
    via: str,
    seen: int | None,
) -> Case:
    case = held(person, ident, ACTION, seen, BESIDE)
    tasks = Tasks(case)
    given = tasks.of(asked)
    for task in given:
        _may_have(person, task, to)
        tasks.assign(task, to)
    changes = {"officer": to} if to and _charged(case, given) else {}
    told = {"to": str(to.pk) if to else None, ROWS: tasks.told()}
    noted(case, "assigned", Who(person.pk, via), told, **changes)
    tasks.save()
    return case


def _colleague(person: Person, to: uuid.UUID | None) -> Person | None:
    if to is None:
        return None
    found = Person.objects.filter(pk=to, organisation_id=person.organisation_id).first()
    if found is None:
        raise Refused("colleague_elsewhere")
    if not found.is_active:
        raise Refused("colleague_left", name=found.name)
    return found


def _may_have(person: Person, task: Task, to: Person | None) -> None:
    if task.agency_id != person.organisation_id:
        raise Refused("task_elsewhere", office=task.agency.name)
    if task.state != OPEN:
        raise Refused("task_closed")
    if to and not is_able(to, task):
        raise Refused("colleague_unfit", name=to.name)
    if to and task.kind == RECONSIDER and to.pk in of_the_first(task.case):
        raise Refused("colleague_decided", name=to.name)


def _charged(case: Case, tasks: Iterable[Task]) -> bool:
    return any(task.kind in _IN_CHARGE and task.agency_id == case.agency_id for task in tasks)
