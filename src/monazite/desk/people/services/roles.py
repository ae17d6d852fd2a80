"""Roles: granted by somebody else, ended, never deleted."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from monazite.desk.events.append import record
from monazite.desk.events.prints import ROWS
from monazite.desk.people import prints
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
        granted = Assignment(person=found, role=role, granted_by=by, since=timezone.now())
        record(organisation, "role.granted", _payload(granted), who(by, via))
        granted.save(force_insert=True)
    person.read_roles_again()
    return granted


def end_role(by: Person | None, via: str, person: Person, role: str) -> None:
    """The person holds the role no longer."""
    with transaction.atomic():
        organisation = fresh(person.organisation_id)
        found = of(organisation, person)
        allow(by, via, "role.end", Grant(found, role))
        held = found.assignments.filter(role=role, until__isnull=True).first()
        if held is None:
            return
        held.until = timezone.now()
        record(organisation, "role.ended", _payload(held), who(by, via))
        held.save(update_fields=["until"])
    person.read_roles_again()


def _payload(held: Assignment) -> dict[str, object]:
    return {"person": str(held.person_id), "role": held.role, ROWS: prints.roles([held])}
