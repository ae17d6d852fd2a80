"""Lists of manifests, and of what was answered to each declaration of one."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from monazite.desk.applications.cursors import said, told
from monazite.desk.gate.listing import known as known_declarations
from monazite.desk.gate.models import Declaration, Manifest
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import CUSTOMS, EXPORTER, Person
from monazite.desk.people.predicates import active, second_factor
from monazite.desk.people.roles import CUSTOMS_OFFICER, DECLARANT, PREPARER, SIGNATORY
from monazite.errors import InputError

SIZE, SIZE_MAX = 50, 200
"""Rows of a page."""
_EXPORTS = frozenset({DECLARANT, PREPARER, SIGNATORY})


@dataclass(frozen=True, slots=True)
class Page:
    """Some manifests, and the cursor of the next page ("" at the end)."""

    items: tuple[Manifest, ...]
    following: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Some declarations of a manifest, and the cursor of the next page ("" at the end)."""

    items: tuple[Declaration, ...]
    following: str


def known(person: Person) -> QuerySet[Manifest]:
    """All that the person may know of: `manifest.read` holds for each and no other."""
    own, roles = person.organisation, person.held_roles
    if not (active & second_factor).test(person):
        return Manifest.objects.none()
    if own.kind == EXPORTER and roles & _EXPORTS:
        return Manifest.objects.filter(organisation=own)
    if own.duty == CUSTOMS and CUSTOMS_OFFICER in roles:
        here = Declaration.objects.filter(manifest=OuterRef("pk"), office=own)
        return Manifest.objects.filter(Q(office=own) | Exists(here))
    return Manifest.objects.none()


def found(person: Person, ident: uuid.UUID) -> Manifest:
    """The manifest, if the person may read it; Forbidden otherwise, also if there is none."""
    row = known(person).select_related("organisation", "office").filter(pk=ident).first()
    if row is None:
        raise Forbidden("manifest.read", 404)
    require(person, "manifest.read", row)
    return row


def listed(person: Person, cursor: str, size: int) -> Page:
    """One page, newest first; manifests that come meanwhile neither repeat nor hide others."""
    asked = known(person).select_related("organisation", "office")
    if cursor:
        at, ident = told(cursor)
        asked = asked.filter(Q(lodged_at__lt=at) | Q(lodged_at=at, pk__lt=ident), lodged_at__lte=at)
    rows = list(asked.order_by("-lodged_at", "-pk")[: _sized(size) + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(tuple(rows[:size]), said(last.lodged_at, last.pk) if last else "")


def of_manifest(person: Person, manifest: Manifest) -> QuerySet[Declaration]:
    """Its declarations that the person may know of: an office sees its own, never another's."""
    return known_declarations(person).filter(manifest=manifest)


def answers(person: Person, manifest: Manifest, cursor: str, size: int) -> Answers:
    """One page of the same, in the order of their keys."""
    asked = of_manifest(person, manifest)
    if cursor:
        asked = asked.filter(pk__gt=_key(cursor))
    rows = list(asked.order_by("pk")[: _sized(size) + 1])
    return Answers(tuple(rows[:size]), str(rows[size - 1].pk) if len(rows) > size else "")


def _sized(size: int) -> int:
    if not 1 <= size <= SIZE_MAX:
        raise InputError("size", size, f"1 … {SIZE_MAX}")
    return size


def _key(cursor: str) -> uuid.UUID:
    try:
        return uuid.UUID(cursor)
    except ValueError as error:
        raise InputError("cursor", cursor[:80], "the cursor of the page before", "stale") from error
