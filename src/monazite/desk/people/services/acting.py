"""Who acts, and whether they may: what every service asks first."""

from __future__ import annotations

import uuid

from monazite.desk.events.append import Who
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Organisation, Person

_WITHOUT_PERSON = frozenset({"cli", "demo"})
"""Ways that only who owns the machine can go: no person stands behind them."""


def who(by: Person | None, via: str) -> Who:
    """The actor as events name it."""
    return Who(by.pk if by else None, via)


def allow(by: Person | None, via: str, action: str, thing: object = None) -> None:
    """Go on where the person may act so now, or where the machine's owner acts."""
    if by is None:
        if via not in _WITHOUT_PERSON:
            raise Forbidden(action, 403)
        return
    by.read_roles_again()  # one may have ended since the page began
    require(by, action, thing)


def fresh(organisation_id: uuid.UUID) -> Organisation:
    """The organisation with the present head of its chain.

    Read before anything is asked: what changes meanwhile then makes the event fail, so that two
    admins cannot end each other's role at the same moment.
    """
    return Organisation.objects.get(pk=organisation_id)


def of(organisation: Organisation, person: Person) -> Person:
    """The person as stored now, of that organisation."""
    found = Person.objects.get(pk=person.pk, organisation=organisation)
    found.organisation = organisation
    return found
