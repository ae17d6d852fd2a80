"""What an officer may find in a queue at all: open tasks of the own office, and its cases."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from monazite.desk.applications.models import NamedOffice
from monazite.desk.cases.colleagues import FITTING, able, unable
from monazite.desk.cases.models import Case, Task
from monazite.desk.cases.models.case import OPEN, TASKS
from monazite.desk.people import visible
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import AGENCY, Person
from monazite.desk.people.roles import OFFICERS


def kinds(person: Person) -> tuple[str, ...]:
    """The kinds of task that the person's roles do, in the order of a case's life."""
    return tuple(kind for kind in TASKS if FITTING[kind] & person.held_roles)


def require_officer(person: Person) -> None:
    """Go on only for an officer of an agency, second factor shown; Forbidden otherwise."""
    cleared = not visible.applications(person).query.is_empty()
    if not (cleared and person.organisation.kind == AGENCY and person.held_roles & OFFICERS):
        raise Forbidden("case.read", 403)


def tasks(person: Person) -> QuerySet[Task]:
    """The open tasks of the person's office that people of these roles do."""
    return own_tasks(person).filter(case__application__in=_named(person))


def own_tasks(person: Person) -> QuerySet[Task]:
    """The same to be counted, not shown: without another look at what names the office."""
    require_officer(person)
    return Task.objects.filter(agency_id=person.organisation_id, state=OPEN, kind__in=kinds(person))


def of_others(person: Person) -> int:
    """How many open tasks of the person's office are for other roles."""
    require_officer(person)
    rows = Task.objects.filter(agency_id=person.organisation_id, state=OPEN)
    return rows.exclude(kind__in=kinds(person)).count()


def nobodys(person: Person) -> Q:
    """Which tasks of the person's office nobody does: given to nobody, or to one who cannot.

    Who left, or lost the role, does no task any more; it counts as nobody's until it is given on.
    """
    lost, found = unable(person.organisation_id), Q(assignee__isnull=True)
    for kind in kinds(person):
        found |= Q(kind=kind, assignee__in=lost[kind])
    return found


def cases(person: Person) -> QuerySet[Case]:
    """The cases of applications that name the person's office."""
    require_officer(person)
    return Case.objects.filter(application__in=_named(person))


def colleagues(person: Person) -> QuerySet[Person]:
    """Who of the office may be given tasks that the person sees: some or all of them."""
    require_officer(person)
    found = Person.objects.none()
    for kind in kinds(person):
        found |= able(person.organisation_id, kind)
    return found.order_by("name", "id")


def _named(person: Person) -> QuerySet[Any]:
    """The applications that name the person's office: of those alone there are cases and tasks."""
    named = NamedOffice.objects.filter(agency_id=person.organisation_id)
    return named.values("application_id")
