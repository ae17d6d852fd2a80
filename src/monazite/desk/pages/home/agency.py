"""What an office needs to see first: an officer the own tasks, an auditor what lies here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from monazite.catalogue.texts import say
from monazite.desk.applications.models import Application
from monazite.desk.pages.home import officer
from monazite.desk.pages.home.rows import Item, item
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.desk.people import visible
from monazite.desk.people.models import Person
from monazite.desk.people.roles import OFFICERS
from monazite.licensing.transitions import machine

_ROWS = 15
_DONE = machine().final | {"decided"}
"""States in which nothing waits for an office: a decided application is no open one."""
_WEEK, _MONTH = timedelta(days=7), timedelta(days=30)


def desk(person: Person, lang: str) -> dict[str, Any]:
    """The values of the page."""
    if person.held_roles & OFFICERS:
        return officer.desk(person, lang)
    open_ones = visible.audited(person).exclude(state__in=_DONE)
    oldest = open_ones.select_related("organisation").defer("form").order_by("filed_at", "pk")
    counts = _counts(open_ones)
    return {
        "items": _rows(oldest[:_ROWS], lang),
        "total": sum(sum(ages) for _, ages in counts),
        "chart": _chart(counts, lang),
    }


def _rows(applications: Iterable[Application], lang: str) -> list[Item]:
    """An auditor reads the events of applications, not what they say."""
    return [
        replace(item(each, lang), url=reverse("history", args=[each.pk])) for each in applications
    ]


def _counts(open_ones: QuerySet[Application]) -> list[tuple[str, tuple[int, int, int]]]:
    """By state: younger than a week, than a month, older."""
    now = timezone.now()
    rows = open_ones.values("state").annotate(
        fresh=Count("pk", filter=Q(filed_at__gt=now - _WEEK)),
        young=Count("pk", filter=Q(filed_at__lte=now - _WEEK, filed_at__gt=now - _MONTH)),
        old=Count("pk", filter=Q(filed_at__lte=now - _MONTH)),
    )
    found = {row["state"]: (row["fresh"], row["young"], row["old"]) for row in rows.order_by()}
    return [(state, found[state]) for state in machine().states if state in found]


def _chart(counts: list[tuple[str, tuple[int, int, int]]], lang: str) -> Bars:
    ages = [say(f"desk.pages.age.{name}", lang) for name in ("fresh", "young", "old")]
    return bars(
        [
            (
                say(f"licensing.state.{state}", lang),
                [Part(n, at, f"{ages[at - 1]}: {n}") for at, n in enumerate(found, 1)],
                f"{sum(found):,}",
            )
            for state, found in counts
        ]
    )
