"""Lists of applications: what the person may know of, newest first, page by page."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from monazite.desk.applications.cursors import said, told
from monazite.desk.applications.models import Application
from monazite.desk.applications.words import holding, planned_anew
from monazite.desk.people import visible
from monazite.desk.people.models import Person
from monazite.errors import InputError
from monazite.licensing.transitions import machine

SIZE, SIZE_MAX = 50, 200
"""Rows of a page."""
TEXT_MAX = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which applications: empty says any.

    text: how a reference begins, or each of some words of the title and of the parties' names.
    """

    state: str = ""
    destination: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some applications, without their forms, and the cursor of the next page ("" at the end)."""

    items: tuple[Application, ...]
    following: str


ANY = Wanted()


def listed(person: Person, wanted: Wanted = ANY, cursor: str = "", size: int = SIZE) -> Page:
    """One page in one query; rows that are added meanwhile neither repeat nor hide others."""
    return _page(_matching(visible.applications(person), wanted), wanted, cursor, size)


def listed_as_party(person: Person, state: str = "", cursor: str = "", size: int = SIZE) -> Page:
    """One page of those in which a foreign firm is a party; it may look for nothing but states."""
    wanted = Wanted(state=state)
    return _page(_matching(visible.as_party(person), wanted), wanted, cursor, size)


def _page(found: QuerySet[Application], wanted: Wanted, cursor: str, size: int) -> Page:
    if not 1 <= size <= SIZE_MAX:
        raise InputError("size", size, f"1 … {SIZE_MAX}")
    if cursor:
        at, ident = told(cursor)
        found = found.filter(
            Q(created_at__lt=at) | Q(created_at=at, pk__lt=ident), created_at__lte=at
        )
    asked = found.select_related("organisation").defer("form", "words")
    with planned_anew() if wanted.text else nullcontext():
        rows = list(asked.order_by("-created_at", "-pk")[: size + 1])
    last = rows[size - 1] if len(rows) > size else None
    return Page(tuple(rows[:size]), said(last.created_at, last.pk) if last else "")


def _matching(found: QuerySet[Application], wanted: Wanted) -> QuerySet[Application]:
    if wanted.state:
        if wanted.state not in machine().states:
            raise InputError("state", wanted.state, ", ".join(machine().states), "choice")
        found = found.filter(state=wanted.state)
    if wanted.destination:
        found = found.filter(destination=wanted.destination[:2].upper())
    if text := wanted.text.strip()[:TEXT_MAX].replace("\0", ""):
        found = found.filter(holding(text) | Q(reference__startswith=text.upper()))
    return found
