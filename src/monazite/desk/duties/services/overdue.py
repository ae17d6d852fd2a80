"""The worker sees which duties were not kept: each is marked once, and becomes a lead."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from monazite.customs.duties import NOT_REPORTED
from monazite.customs.leads import DUTY_OVERDUE
from monazite.desk.duties.models import Duty
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import plain
from monazite.desk.leads.services import open_lead
from monazite.law.store import load

CLOCK = Who(None, "worker")


def overdue() -> int:
    """Mark those whose last day has gone by where the goods left; how many were."""
    open_ones = Duty.objects.filter(
        reported_at__isnull=True, ended_at__isnull=True, overdue_since__isnull=True
    )
    regimes = open_ones.order_by().values_list("declaration__regime", flat=True).distinct()
    return sum(_of_regime(regime) for regime in list(regimes))


def _of_regime(regime: str) -> int:
    today, marked = load().today(regime), 0
    late = Duty.objects.filter(
        declaration__regime=regime, due_on__lt=today, reported_at__isnull=True,
        ended_at__isnull=True, overdue_since__isnull=True,
    )  # fmt: skip
    for duty in late.select_related("declaration", "office").order_by("due_on", "pk"):
        try:
            _mark(duty, today)
        except ChangedMeanwhile:  # it was reported at this moment
            continue
        marked += 1
    return marked


@transaction.atomic
def _mark(duty: Duty, today: date) -> None:
    now = timezone.now()
    record(duty, "overdue", {"overdue_since": plain(now)}, CLOCK, overdue_since=now)
    about = {"declaration": duty.declaration.number, "duty": duty.kind}
    evidence = {
        "due_on": duty.due_on.isoformat(), "seen_on": today.isoformat(), "law": duty.law,
        "consequence": NOT_REPORTED.get(duty.declaration.regime, ""),
    }  # fmt: skip
    open_lead(DUTY_OVERDUE, about, evidence, duty.office, CLOCK)
