"""Which rows a person may know of at all (need to know); lists and look-ups begin here."""

from __future__ import annotations

from django.db.models import QuerySet

from monazite.desk.applications.models import Application, FiledParty, NamedOffice
from monazite.desk.events.models import Event
from monazite.desk.people.models import AGENCY, EXPORTER, FOREIGN, Organisation, Person
from monazite.desk.people.predicates import active, second_factor
from monazite.desk.people.roles import (
    ADMIN,
    AUDITOR,
    OFFICERS,
    OPERATES,
    PARTNER,
    PREPARER,
    SIGNATORY,
)


def applications(person: object) -> QuerySet[Application]:
    """Those whose content the person may read: `application.read` holds for each and no other."""
    if not (isinstance(person, Person) and _cleared(person)):
        return Application.objects.none()
    kind, roles = person.organisation.kind, person.held_roles
    if kind == EXPORTER and roles & {PREPARER, SIGNATORY}:
        return Application.objects.filter(organisation_id=person.organisation_id)
    if kind == AGENCY and roles & OFFICERS:
        return _naming(person)
    return Application.objects.none()


def as_party(person: object) -> QuerySet[Application]:
    """Those in which a foreign firm is a party: it may see their state and its own part alone."""
    if not (isinstance(person, Person) and _cleared(person) and PARTNER in person.held_roles):
        return Application.objects.none()
    if person.organisation.kind != FOREIGN:
        return Application.objects.none()
    named = FiledParty.objects.filter(organisation_id=person.organisation_id)
    return Application.objects.filter(filed_at__isnull=False, pk__in=named.values("application_id"))


def audited(person: object) -> QuerySet[Application]:
    """Those whose events an auditor may read, without their content."""
    if not (isinstance(person, Person) and _cleared(person) and AUDITOR in person.held_roles):
        return Application.objects.none()
    return _naming(person) if person.organisation.kind == AGENCY else Application.objects.none()


def events(person: Person) -> QuerySet[Event]:
    """The events that the person may read: of own, audited and managed things."""
    own = applications(person) if person.organisation.kind == EXPORTER else audited(person)
    found = Event.objects.filter(aggregate_kind="application", aggregate_id__in=own.values("pk"))
    managed = Event.objects.filter(
        aggregate_kind="organisation", aggregate_id__in=organisations(person).values("pk")
    )
    return found | managed


def organisations(person: object) -> QuerySet[Organisation]:
    """Those whose people and roles the person may see: an operator all, an admin their own."""
    if not (isinstance(person, Person) and _cleared(person)):
        return Organisation.objects.none()
    if OPERATES in person.held_roles:
        return Organisation.objects.all()
    own = Organisation.objects.filter(pk=person.organisation_id)
    return own if ADMIN in person.held_roles else Organisation.objects.none()


def _cleared(person: Person) -> bool:
    return bool((active & second_factor).test(person))


def _naming(person: Person) -> QuerySet[Application]:
    named = NamedOffice.objects.filter(agency_id=person.organisation_id)
    return Application.objects.filter(filed_at__isnull=False, pk__in=named.values("application_id"))
