"""How much lies in an office's queue: by task and by whose it is, and by working days left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, Value, When

from monazite.desk.cases.queue import whose
from monazite.desk.cases.queue.left import Days
from monazite.desk.people.models import Person

BUCKETS = ("over", "days_5", "days_10", "days_20", "more", "stands", "none")
"""Over time; up to 5, 10, 20 working days left; more; stands still; no clock runs or binds."""
_UPTO = (5, 10, 20)
_AGAIN = ("reconsideration_asked", "uphold_proposed")
"""Rules of tasks about a decided case: its clock has ended and does not merely stand still."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Tasks: the person's own, nobody's, and of colleagues."""

    mine: int
    unassigned: int
    others: int

    @property
    def all(self) -> int:
        """Together."""
        return self.mine + self.unassigned + self.others


def by_kind(person: Person) -> dict[str, Shared]:
    """Open tasks by kind; one query that reads an index alone, and one of the office's people."""
    rows: Any = whose.own_tasks(person).order_by().values("kind").annotate(**_counts(person))
    return {row["kind"]: _count(row) for row in rows}


def by_left(person: Person, days: Days) -> dict[str, Shared]:
    """Open tasks by working days left; one query. Refused where today's year is unpublished."""
    now, over = days.number(), days.over()
    bounds = [
        When(case__due_index__lte=now + upto, then=Value(number))
        for number, upto in enumerate(_UPTO, 1)
    ]
    running = Q(case__running_since__isnull=False, case__due_index__isnull=False)
    stands = Q(case__limit_days__isnull=False, case__accepted_on__isnull=False)
    stands &= ~Q(rule__in=_AGAIN)
    bucket = Case(
        When(~running & stands, then=Value(5)),
        When(~running, then=Value(6)),
        When(case__due_index__lt=over, then=Value(0)),
        *bounds,
        default=Value(4),
        output_field=IntegerField(),
    )
    tasks = whose.own_tasks(person).order_by().annotate(bucket=bucket)
    rows: Any = tasks.values("bucket").annotate(**_counts(person))
    found = {BUCKETS[row["bucket"]]: _count(row) for row in rows}
    return {name: found.get(name, Shared(0, 0, 0)) for name in BUCKETS}


def _counts(person: Person) -> dict[str, Count]:
    return {
        "mine": Count("pk", filter=Q(assignee=person)),
        "unassigned": Count("pk", filter=whose.nobodys(person)),
        "every": Count("pk"),
    }


def _count(row: Mapping[str, int]) -> Shared:
    return Shared(row["mine"], row["unassigned"], row["every"] - row["mine"] - row["unassigned"])
