"""Lists of declarations: what a reader may know of, newest first, or oldest first in a queue."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from monazite.customs.procedure import machine
from monazite.desk.applications.cursors import said, told
from monazite.desk.gate.models import Declaration
from monazite.desk.people.models import AGENCY, CUSTOMS, EXPORTER, Person
from monazite.desk.people.predicates import active, second_factor
from monazite.desk.people.roles import (
    AUDITOR,
    CHIEF,
    CUSTOMS_OFFICER,
    DECLARANT,
    ENFORCER,
    LABORATORY,
    LICENSING_OFFICER,
    PREPARER,
    SIGNATORY,
)
from monazite.errors import InputError

SIZE, SIZE_MAX = 50, 200
"""Rows of a page."""
TEXT_MAX = 64
_EXPORTS = frozenset({DECLARANT, PREPARER, SIGNATORY})
_BEFORE = frozenset({LABORATORY, ENFORCER, AUDITOR})
_IDENTIFIES = frozenset({LICENSING_OFFICER, CHIEF})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which declarations: empty says any; text: how a number or a reference begins."""

    states: tuple[str, ...] = ()
    destination: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some declarations, and the cursor of the next page ("" at the end)."""

    items: tuple[Declaration, ...]
    following: str


ANY = Wanted()


def known(person: object) -> QuerySet[Declaration]:
    """All that the person may know of: `declaration.read` holds for each and no other."""
    if not (isinstance(person, Person) and (active & second_factor).test(person)):
        return Declaration.objects.none()
    return Declaration.objects.filter(_readable(person))


def _readable(person: Person) -> Q:
    own, roles = person.organisation, person.held_roles
    if own.kind == EXPORTER and roles & _EXPORTS:
        return Q(organisation=own)
    if own.kind != AGENCY:
        return Q(pk=None)
    before = roles & _BEFORE or (own.duty == CUSTOMS and CUSTOMS_OFFICER in roles)
    found = Q(office=own) if before else Q(pk=None)
    return found | Q(asked=own) if roles & _IDENTIFIES else found


def listed(person: Person, wanted: Wanted, cursor: str, size: int) -> Page:
    """One page, newest first; declarations that come meanwhile neither repeat nor hide others."""
    if not 1 <= size <= SIZE_MAX:
        raise InputError("size", size, f"1 … {SIZE_MAX}")
    found = _matching(known(person), wanted)
    if cursor:
        at, ident = told(cursor)
        found = found.filter(Q(lodged_at__lt=at) | Q(lodged_at=at, pk__lt=ident), lodged_at__lte=at)
    asked = found.select_related("organisation", "office").defer("said")
    rows = list(asked.order_by("-lodged_at", "-pk")[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(tuple(rows[:size]), said(last.lodged_at, last.pk) if last else "")


def waiting(person: Person, wanted: Wanted, size: int) -> list[Declaration]:
    """What waits longest, first: the queue of an office."""
    asked = _matching(known(person), wanted).select_related("organisation").defer("said")
    return list(asked.order_by("lodged_at", "pk")[:size])


def _matching(found: QuerySet[Declaration], wanted: Wanted) -> QuerySet[Declaration]:
    states = machine().states
    if odd := [state for state in wanted.states if state not in states]:
        raise InputError("state", odd[0], ", ".join(states), "choice")
    if wanted.states:
        found = found.filter(state__in=wanted.states)
    if wanted.destination:
        found = found.filter(destination=wanted.destination[:2].upper())
    if text := wanted.text.strip()[:TEXT_MAX].replace("\0", ""):
        found = found.filter(Q(reference__startswith=text) | Q(number__startswith=text.upper()))
    return found
