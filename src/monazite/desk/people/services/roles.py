"""Roles: granted by somebody else, ended, never deleted."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from monazite.desk.events.append import record
from monazite.desk.people.models import Assignment, Person
from monazite.desk.people.predicates import Grant
from monazite.desk.people.roles import roles_in
from monazite.desk.people.services.acting import allow, fresh, of, who
from monazite.errors import InputError


def grant_role(by: Person | None, via: str, person: Person, role: str) -> Assignment:
    """The person holds the role from now; the one already held where they hold it."""
    with transaction.atomic():
        organisation = fresh(person.organisation_id)
        found = of(organisation, person)
        allow(by, via, "role.grant", Grant(found, role))
        possible = roles_in(organisation.kind)
        if role not in possible:
            raise InputError("role", role, ", ".join(possible))
        held = found.assignments.filter(role=role, until__isnull=True).first()
        if held is not None:
            return held
        payload = {"person": str(found.pk), "role": role}
        record(organisation, "role.granted", payload, who(by, via))
        granted = Assignment.objects.create(
            person=found, role=role, granted_by=by, since=timezone.now()
        )
    person.read_roles_again()
    return granted


def end_role(by: Person | None, via: str, person: Person, role: str) -> None:
    """The person holds the role no longer."""
    with transaction.atomic():
        organisation = fresh(person.organisation_id)
        found = of(organisation, person)
        allow(by, via, "role.end", Grant(found, role))
        held = found.assignments.filter(role=role, until__isnull=True)
        if not held.exists():
            return
        payload = {"person": str(found.pk), "role": role}
        record(organisation, "role.ended", payload, who(by, via))
        held.update(until=timezone.now())
    person.read_roles_again()
