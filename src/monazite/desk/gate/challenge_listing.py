"""Lists of challenges: of the declarations that a reader may know of, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from monazite.desk.applications.cursors import said, told
from monazite.desk.gate.listing import known
from monazite.desk.gate.models import Challenge, Judgement
from monazite.desk.people.models import EXPORTER, Person

SIZE, SIZE_MAX = 50, 200
"""Rows of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some challenges, and the cursor of the next page ("" at the end)."""

    items: tuple[Challenge, ...]
    following: str


def known_challenges(person: object) -> QuerySet[Challenge]:
    """All that the person may know of, each with its declaration and who is concerned."""
    found = Challenge.objects.filter(declaration__in=known(person).values("pk"))
    return found.select_related(
        "declaration__organisation", "declaration__office", "declaration__lodged_by",
        "identification__office",
    )  # fmt: skip


def listed_challenges(person: Person, cursor: str, size: int, *, open_only: bool) -> Page:
    """One page; challenges that are issued meanwhile neither repeat nor hide others."""
    found = known_challenges(person)
    if open_only:
        found = found.filter(closed_at__isnull=True)
    if cursor:
        at, ident = told(cursor)
        found = found.filter(Q(issued_at__lt=at) | Q(issued_at=at, pk__lt=ident), issued_at__lte=at)
    rows = list(found.order_by("-issued_at", "-pk")[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(tuple(rows[:size]), said(last.issued_at, last.pk) if last else "")


def judgements_for(person: Person, challenge: Challenge) -> list[Judgement]:
    """Those that the person may read: a firm what customs has judged, officials every one."""
    rows = challenge.judgements.select_related("author", "signer").order_by("-number")
    if person.organisation.kind == EXPORTER:
        rows = rows.filter(by_office="customs", state="standing")
    return list(rows)
