"""Lists of licences: those of the applications that a reader may read, newest first."""

from __future__ import annotations

import base64
import binascii
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from monazite.desk.licences.models import Licence
from monazite.desk.people import visible
from monazite.desk.people.models import Person
from monazite.errors import InputError

SIZE, SIZE_MAX = 50, 200
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some licences with their lines, and the cursor of the next page ("" at the end)."""

    items: tuple[Licence, ...]
    following: str


def known(person: Person) -> QuerySet[Licence]:
    """All that the person may know of, each with its lines, its holder and its application."""
    applications = visible.applications(person).filter(filed_at__isnull=False)
    found = Licence.objects.filter(application__in=applications.values("pk"))
    return found.select_related("organisation", "application").prefetch_related("lines")


def listed(person: Person, cursor: str, size: int) -> Page:
    """One page; licences that are issued meanwhile neither repeat nor hide others."""
    found = known(person)
    if cursor:
        at, ident = _place(cursor)
        found = found.filter(Q(issued_at__lt=at) | Q(issued_at=at, pk__lt=ident), issued_at__lte=at)
    rows = list(found.order_by("-issued_at", "-pk")[: size + 1])
    more = len(rows) > size
    return Page(tuple(rows[:size]), _cursor(rows[size - 1]) if more else "")


def _cursor(row: Licence) -> str:
    return base64.urlsafe_b64encode(f"{row.issued_at.isoformat()}|{row.pk}".encode()).decode()


def _place(cursor: str) -> tuple[datetime, uuid.UUID]:
    try:
        at, ident = base64.urlsafe_b64decode(cursor.encode()).decode().split("|")
        place = datetime.fromisoformat(at), uuid.UUID(ident)
    except (ValueError, binascii.Error) as error:
        raise InputError("cursor", cursor[:80], "the cursor of the page before", "stale") from error
    if place[0].tzinfo is None:
        raise InputError("cursor", cursor[:80], "the cursor of the page before", "stale")
    return place
