"""Lists of leads: those that lie before the reader's agency, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from monazite.desk.applications.cursors import said, told
from monazite.desk.leads.models import CLOSED, Lead, LeadOffice
from monazite.desk.people.models import AGENCY, Person
from monazite.desk.people.predicates import active, second_factor
from monazite.desk.people.roles import ENFORCER

SIZE = 50
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some leads, and the cursor of the next page ("" at the end)."""

    items: tuple[Lead, ...]
    following: str


def known(person: Person) -> QuerySet[Lead]:
    """All that the person may know of: `lead.read` holds for each and for no other."""
    found = Lead.objects.select_related("holder", "tip")
    enforces = person.organisation.kind == AGENCY and ENFORCER in person.held_roles
    if not (enforces and (active & second_factor).test(person)):
        return found.none()
    before = LeadOffice.objects.filter(agency_id=person.organisation_id)
    return found.filter(pk__in=before.values("lead_id"))


def listed(person: Person, kind: str, cursor: str, size: int, *, closed: bool) -> Page:
    """One page of a kind ("" for all), open ones or closed ones."""
    found = known(person)
    found = found.filter(state=CLOSED) if closed else found.exclude(state=CLOSED)
    if kind:
        found = found.filter(kind=kind)
    if cursor:
        at, ident = told(cursor)
        before = Q(opened_at__lt=at) | Q(opened_at=at, pk__lt=ident)
        found = found.filter(before, opened_at__lte=at)
    rows = list(found.order_by("-opened_at", "-pk")[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(tuple(rows[:size]), said(last.opened_at, last.pk) if last else "")
