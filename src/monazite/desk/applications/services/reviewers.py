"""Who may read the trade secrets of an application: people named one by one, by another."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application, Reviewer
from monazite.desk.applications.prints import reviewer_told
from monazite.desk.applications.services.held import held
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person
from monazite.desk.people.roles import REVIEWER


@transaction.atomic
def name_reviewer(person: Person, ident: uuid.UUID, reviewer_id: uuid.UUID, via: str) -> Reviewer:
    """Name a reviewer of a named office; named twice is named once."""
    application = held(person, ident, "reviewer.name")
    if reviewer_id == person.pk:
        raise Refused("reviewer_self")
    reviewer = _of_an_office(application, reviewer_id)
    if named := Reviewer.objects.filter(application=application, person=reviewer).first():
        return named
    named = Reviewer(
        application=application, person=reviewer, named_by=person, since=timezone.now()
    )
    told = {"reviewer": str(reviewer.pk), ROWS: reviewer_told(named)}
    record(application, "reviewer_named", told, Who(person.pk, via))
    named.save(force_insert=True)
    return named


def _of_an_office(application: Application, reviewer_id: uuid.UUID) -> Person:
    offices = application.offices.values("agency")
    found = Person.objects.filter(
        pk=reviewer_id,
        is_active=True,
        organisation__in=offices,
        assignments__role=REVIEWER,
        assignments__until__isnull=True,
    ).first()
    if found is None:
        raise Refused("reviewer_no_office")
    return found
