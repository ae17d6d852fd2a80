"""What the worker does: clocks counted on the calendar as it is now, cases that were never opened.

A site that worked before there were cases has filed applications without one.
"""

from __future__ import annotations

import uuid

from django.db import transaction
from django.db.models import Q, QuerySet

from monazite.desk.applications.models import Application
from monazite.desk.cases.clocks import ENDED_STATES, kept
from monazite.desk.cases.models import Case
from monazite.desk.cases.services.moving import noted
from monazite.desk.cases.services.opening import open_case
from monazite.desk.events.append import ChangedMeanwhile, Who
from monazite.law.store import load
from monazite.licensing.calendars import calendar
from monazite.licensing.transitions import machine

_WORKER = Who(None, "worker")


def renew_clocks(most: int = 500) -> int:
    """Derive clocks that were counted on another table of working days; how many were.

    What waits for a year that is not published is taken when it is.
    """
    count = 0
    for regime in Case.objects.values_list("application__regime", flat=True).distinct():
        for ident in _outdated(regime)[: most - count]:
            count += _derived(ident)
    return count


def open_missing(most: int = 500) -> int:
    """Open a case for each filed application that has none; how many were opened."""
    without = Application.objects.filter(reference__isnull=False, case__isnull=True)
    found = without.exclude(state__in=machine().final).order_by("filed_at")[:most]
    for application in found:
        with transaction.atomic():
            open_case(application, _WORKER)
    return len(found)


def _outdated(regime: str) -> QuerySet[Case, uuid.UUID]:
    days = calendar(regime)
    accepted = Case.objects.filter(application__regime=regime, accepted_on__isnull=False)
    # What was decided stands as it was counted; what never could be is counted once it can be.
    ended = Q(closed_at__isnull=False) | Q(application__state__in=ENDED_STATES)
    found = accepted.exclude(ended & ~Q(calendar="")).exclude(calendar=days.hash)
    if not days.weekdays_only and load().today(regime).year not in days.years:
        found = found.exclude(calendar="")
    return found.order_by("opened_at").values_list("pk", flat=True)


def _derived(ident: uuid.UUID) -> bool:
    try:
        with transaction.atomic():
            case = Case.objects.select_related("application").get(pk=ident)
            fields = kept(case)
            if all(getattr(case, name) == value for name, value in fields.items()):
                return False
            noted(case, "clock_derived", _WORKER, {}, **fields)
    except ChangedMeanwhile:
        return False  # somebody acts on it now, and counts anew
    return True
