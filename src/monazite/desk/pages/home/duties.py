"""What Home counts of reports after the exit: those overdue, and those that soon fall due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q
from django.urls import reverse

from monazite.catalogue.texts import say
from monazite.desk.duties.listing import known
from monazite.desk.people.models import Person
from monazite.law.store import load

_SOON = 30
"""Days in which the goods can still be asked after abroad."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that leads to what it counts; level: how much it presses."""

    words: str
    count: int
    url: str
    level: str


def tiles(person: Person, lang: str) -> list[Tile]:
    """The counts that are not zero; one query; the day is that of the firm's country."""
    today = load().today(person.organisation.country)
    open_ones = known(person).filter(reported_at__isnull=True, ended_at__isnull=True)
    found = open_ones.aggregate(
        overdue=Count("pk", filter=Q(due_on__lt=today)),
        soon=Count("pk", filter=Q(due_on__gte=today, due_on__lte=today + timedelta(days=_SOON))),
    )
    levels = {"overdue": "error", "soon": "warning"}
    return [
        Tile(
            say(f"desk.pages.home.duties_{name}", lang, days=_SOON),
            count,
            reverse("duties"),
            levels[name],
        )
        for name, count in found.items()
        if count
    ]
