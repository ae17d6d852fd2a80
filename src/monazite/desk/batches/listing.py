"""Which batches a person may know of: `batch.read` holds for each and for no other."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from monazite.desk.applications.cursors import said, told
from monazite.desk.batches.models import Batch, Quota
from monazite.desk.people.models import AGENCY, EXPORTER, Person
from monazite.desk.people.predicates import active, second_factor
from monazite.desk.people.roles import DECLARANT, ENFORCER, PREPARER, SIGNATORY

SIZE, SIZE_MAX = 50, 200
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some batches, and the cursor of the next page ("" at the end)."""

    items: tuple[Batch, ...]
    following: str


def known(person: Person) -> QuerySet[Batch]:
    """A firm's own; to those who follow up, all of their regime."""
    found = Batch.objects.select_related("organisation")
    scope = _scope(person)
    return found.none() if scope is None else found.filter(scope)


def quotas(person: Person) -> QuerySet[Quota]:
    """The quotas of the same firms."""
    found = Quota.objects.select_related("organisation")
    scope = _scope(person)
    return found.none() if scope is None else found.filter(scope)


def _scope(person: Person) -> Q | None:
    if not (active & second_factor).test(person):
        return None
    kind, roles = person.organisation.kind, person.held_roles
    if kind == EXPORTER and roles & {DECLARANT, PREPARER, SIGNATORY}:
        return Q(organisation_id=person.organisation_id)
    if kind == AGENCY and ENFORCER in roles:
        return Q(regime=person.organisation.regime)
    return None


def listed(person: Person, cursor: str, size: int) -> Page:
    """One page, newest first; batches that come meanwhile neither repeat nor hide others."""
    found = known(person)
    if cursor:
        at, ident = told(cursor)
        found = found.filter(Q(made_at__lt=at) | Q(made_at=at, pk__lt=ident), made_at__lte=at)
    rows = list(found.order_by("-made_at", "-pk")[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(tuple(rows[:size]), said(last.made_at, last.pk) if last else "")
