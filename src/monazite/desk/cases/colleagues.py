"""Who of an office may be given a task, and whose tasks nobody has any more."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from monazite.desk.cases.models import Task
from monazite.desk.people.models import Assignment, Person
from monazite.desk.people.roles import CHIEF, INTAKE_OFFICER, LICENSING_OFFICER, REVIEWER

_DECIDING = frozenset({LICENSING_OFFICER, CHIEF})
FITTING = {
    "accept": frozenset({INTAKE_OFFICER}),
    "review": frozenset({REVIEWER}),
    "consolidate": _DECIDING,
    "decide": _DECIDING,
    "countersign": _DECIDING,
    "reconsider": _DECIDING,
}
"""The roles that each kind of task needs."""


def able(agency: uuid.UUID, kind: str) -> QuerySet[Person]:
    """The active people of an agency who hold a role that such a task needs."""
    holding = Assignment.objects.filter(role__in=FITTING[kind], until__isnull=True)
    people = Person.objects.filter(organisation_id=agency, is_active=True)
    return people.filter(pk__in=holding.values("person_id")).order_by("name", "id")


def unable(agency: uuid.UUID) -> dict[str, frozenset[uuid.UUID]]:
    """By kind of task who of an agency cannot do it, people who left among them; one query."""
    rows = Person.objects.filter(organisation_id=agency).values_list(
        "pk", "is_active", "assignments__role", "assignments__until"
    )
    held = [
        (person, role if active and until is None else None) for person, active, role, until in rows
    ]
    everybody = frozenset(person for person, _ in held)
    return {
        kind: everybody - {person for person, role in held if role in roles}
        for kind, roles in FITTING.items()
    }


def is_able(person: Person, task: Task) -> bool:
    """Whether the person may be given the task now."""
    return able(task.agency_id, task.kind).filter(pk=person.pk).exists()


def left(tasks: Iterable[Task]) -> frozenset[int]:
    """The ids of the tasks whose assignee left, or lost the role: to be given to another.

    One query for all of them, none where nobody has any.
    """
    held = [task for task in tasks if task.assignee_id]
    if not held:
        return frozenset()
    people = {task.assignee_id for task in held if task.assignee_id}
    rows = Assignment.objects.filter(
        person_id__in=people, until__isnull=True, person__is_active=True
    ).values_list("person_id", "person__organisation_id", "role")
    here = {(person, agency, role) for person, agency, role in rows}
    return frozenset(
        task.pk
        for task in held
        if not any((task.assignee_id, task.agency_id, role) in here for role in FITTING[task.kind])
    )
