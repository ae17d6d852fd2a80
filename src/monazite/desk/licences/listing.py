"""Lists of licences: those of the applications that a reader may read, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from monazite.desk.applications.cursors import said, told
from monazite.desk.licences.models import Licence
from monazite.desk.people import visible
from monazite.desk.people.models import Person

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
        at, ident = told(cursor)
        found = found.filter(Q(issued_at__lt=at) | Q(issued_at=at, pk__lt=ident), issued_at__lte=at)
    rows = list(found.order_by("-issued_at", "-pk")[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(tuple(rows[:size]), said(last.issued_at, last.pk) if last else "")
