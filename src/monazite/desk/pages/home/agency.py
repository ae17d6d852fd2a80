"""What an office needs to see first: how many lie here, how old, which have waited longest."""

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
from monazite.desk.pages.home.rows import Item, item, items
from monazite.desk.pages.pictures.bars import Bars, Part, bars
from monazite.desk.people import visible
from monazite.desk.people.models import Person
from monazite.licensing.transitions import machine

_ROWS = 15
_WEEK, _MONTH = timedelta(days=7), timedelta(days=30)


def desk(person: Person, lang: str) -> dict[str, Any]:
    """The values of the page."""
    readable = visible.applications(person)
    reads = not readable.query.is_empty()
    open_ones = (readable if reads else visible.audited(person)).exclude(state__in=machine().final)
    oldest = open_ones.select_related("organisation").defer("form").order_by("filed_at", "pk")
    counts = _counts(open_ones)
    return {
        "items": _rows(oldest[:_ROWS], lang, reads=reads),
        "total": sum(sum(ages) for _, ages in counts),
        "chart": _chart(counts, lang),
    }


def _rows(applications: Iterable[Application], lang: str, *, reads: bool) -> list[Item]:
    """Who may not read them is led to their events: an auditor."""
    if reads:
        return items(applications, lang)
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
