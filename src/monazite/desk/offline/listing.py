"""Which snapshots a person may know of: those of their own customs office."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet

from monazite.desk.offline.models import Snapshot
from monazite.desk.people.may import Forbidden, may, require
from monazite.desk.people.models import Person

MOST = 200
"""Snapshots of a list: of more, the newest."""


def known(person: Person) -> QuerySet[Snapshot]:
    """All that were taken by the person's office."""
    if not may(person, "offline.carry"):
        return Snapshot.objects.none()
    return Snapshot.objects.filter(office_id=person.organisation_id)


def listed(person: Person) -> tuple[Snapshot, ...]:
    """The newest, with who took them."""
    found = known(person).select_related("taken_by").order_by("-taken_at", "-id")
    return tuple(found[:MOST])


def found(person: Person, ident: uuid.UUID, action: str) -> Snapshot:
    """One of them; Forbidden for another office's as for none."""
    require(person, action)
    snapshot = known(person).filter(pk=ident).first()
    if snapshot is None:
        raise Forbidden(action, 404)
    return snapshot
