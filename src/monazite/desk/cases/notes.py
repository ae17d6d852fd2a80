"""Which notes a person reads, who may be named in one, and where a person was named."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from monazite.desk.cases.models import Case, Mention, Note, Task
from monazite.desk.people import visible
from monazite.desk.people.models import Assignment, Person
from monazite.desk.people.roles import OFFICERS

BY_HAND = "by_hand"
"""The rule of a review that an officer asks for, beside those that the rules name."""


def notes(person: Person, case: Case) -> QuerySet[Note]:
    """The notes on a case that the person may read: shared ones, and their own office's."""
    found = Note.objects.filter(case=case, case__application__in=visible.applications(person))
    if not person.held_roles & OFFICERS:
        return Note.objects.none()
    own = Q(shared=True) | Q(agency_id=person.organisation_id)
    return found.filter(own).select_related("author", "agency").order_by("number")


def wanted(task: Task, notes: Iterable[Note]) -> str:
    """What an office that was asked by hand is asked for; "" of other tasks."""
    if task.rule != BY_HAND:
        return ""
    return next((note.text for note in notes if note.shared and note.at == task.opened_at), "")


def readers(case: Case, person: Person, *, shared: bool) -> QuerySet[Person]:
    """Who would read a note of the person's: colleagues, and of a shared one every office's."""
    officers = Assignment.objects.filter(role__in=OFFICERS, until__isnull=True)
    named = case.application.offices.values("agency_id")
    found = Person.objects.filter(
        is_active=True, organisation__in=named, pk__in=officers.values("person_id")
    ).exclude(pk=person.pk)
    if not shared:
        found = found.filter(organisation_id=person.organisation_id)
    return found.order_by("name", "id")


def mentions(person: Person) -> QuerySet[Mention]:
    """Where the person is named and has not looked yet, in cases that they may still read."""
    readable = visible.applications(person)
    if not person.held_roles & OFFICERS:
        return Mention.objects.none()
    return (
        Mention.objects.filter(person=person, seen_at__isnull=True)
        .filter(note__case__application__in=readable)
        .select_related("note__author", "note__case__application")
        .order_by("-note__at", "-id")
    )
