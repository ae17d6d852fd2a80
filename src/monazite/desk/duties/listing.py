"""Lists of duties that a reader may know of: `duty.read` holds for each and for no other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from monazite.desk.duties.models import Duty
from monazite.desk.people.models import AGENCY, CUSTOMS, EXPORTER, Person
from monazite.desk.people.predicates import active, second_factor
from monazite.desk.people.roles import (
    CHIEF,
    CUSTOMS_OFFICER,
    DECLARANT,
    ENFORCER,
    LICENSING_OFFICER,
    PREPARER,
    SIGNATORY,
)
from monazite.errors import InputError

SIZE = 50
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some duties, and the cursor of the next page ("" at the end)."""

    items: tuple[Duty, ...]
    following: str


def known(person: Person) -> QuerySet[Duty]:
    """A firm's own; of an agency, those of goods that it let go or licensed."""
    found = Duty.objects.select_related("declaration", "organisation")
    scope = _scope(person) if (active & second_factor).test(person) else None
    return found.none() if scope is None else found.filter(scope)


def _scope(person: Person) -> Q | None:
    at, roles = person.organisation, person.held_roles
    if at.kind == EXPORTER:
        own = Q(organisation_id=at.pk)
        return own if roles & {DECLARANT, PREPARER, SIGNATORY} else None
    if at.kind != AGENCY:
        return None
    scope = None
    if ENFORCER in roles or (CUSTOMS_OFFICER in roles and at.duty == CUSTOMS):
        scope = Q(office_id=at.pk)
    if roles & {LICENSING_OFFICER, CHIEF}:
        licensed = Q(licensing_id=at.pk)
        scope = licensed if scope is None else scope | licensed
    return scope


def listed(person: Person, cursor: str, size: int, *, closed: bool) -> Page:
    """One page by the last day, the nearest first; closed: those that were reported or ended."""
    done = Q(reported_at__isnull=False) | Q(ended_at__isnull=False)
    found = known(person).filter(done if closed else ~done)
    if cursor:
        day, ident = _told(cursor)
        found = found.filter(Q(due_on__gt=day) | Q(due_on=day, pk__gt=ident))
    rows = list(found.order_by("due_on", "pk")[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(tuple(rows[:size]), f"{last.due_on}_{last.pk}" if last else "")


def _told(cursor: str) -> tuple[date, UUID]:
    day, _, ident = cursor.partition("_")
    try:
        return date.fromisoformat(day), UUID(ident)
    except ValueError:
        raise InputError("cursor", cursor[:80], "the cursor of a page before") from None
