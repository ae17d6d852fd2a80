"""A queue narrowed to what is looked for: each filter a condition on the case of a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from monazite.desk.applications.contents import lines_of
from monazite.desk.applications.models import Application, FiledLine
from monazite.desk.applications.words import holding
from monazite.desk.cases.models import Case, Decision, Hold, Mention, Task
from monazite.desk.cases.models.decisions import STANDING
from monazite.desk.cases.queue import whose
from monazite.desk.cases.queue.left import Days
from monazite.desk.cases.queue.wanted import MINE, UNASSIGNED, Wanted
from monazite.desk.people.models import Organisation, Person

Rows = TypeVar("Rows", Task, Case)


def narrowed(rows: QuerySet[Rows], wanted: Wanted, person: Person, days: Days) -> QuerySet[Rows]:
    """The rows that fit; days: the working days of the office, by which a limit is near."""
    for condition in _conditions(rows.model is Task, wanted, person, days):
        rows = rows.filter(condition)
    return rows


def _conditions(of_tasks: bool, wanted: Wanted, person: Person, days: Days) -> Iterator[Q]:  # noqa: FBT001 - which of two tables
    case = "case__" if of_tasks else ""
    yield from _of_people(of_tasks, wanted, person)
    yield from _of_what(case, wanted)
    yield from _of_time(case, wanted, days)
    if wanted.mentions:
        unseen = Mention.objects.filter(person=person, seen_at__isnull=True)
        yield Q(**{f"{case}pk__in": unseen.values("note__case")})


def _of_people(of_tasks: bool, wanted: Wanted, person: Person) -> Iterator[Q]:  # noqa: FBT001 - which of two tables
    if of_tasks:
        yield from _of_tasks(wanted, person)
        return
    if wanted.who == MINE:
        yield Q(officer=person) | Q(pk__in=person.tasks.filter(state="open").values("case"))
    elif wanted.who == UNASSIGNED:
        yield Q(officer__isnull=True)
    if wanted.task:
        doing = Task.objects.filter(
            case=OuterRef("pk"), agency_id=person.organisation_id, state="open", kind=wanted.task
        )
        yield _asked("task", wanted, Q(Exists(doing)))


def _of_tasks(wanted: Wanted, person: Person) -> Iterator[Q]:
    if wanted.who == MINE:
        yield Q(assignee=person)
    elif wanted.who == UNASSIGNED:
        yield whose.nobodys(person)
    if wanted.task:
        yield _asked("task", wanted, Q(kind=wanted.task))


def _of_what(case: str, wanted: Wanted) -> Iterator[Q]:
    of = f"{case}application"
    if wanted.state:
        yield _asked("state", wanted, Q(**{f"{of}__state": wanted.state}))
    if wanted.destination:
        yield _asked("destination", wanted, Q(**{f"{of}__destination__in": wanted.destination}))
    if wanted.exporter:
        firms = Organisation.objects.filter(
            Q(name__icontains=wanted.exporter) | Q(name_native__icontains=wanted.exporter)
        )
        yield _asked("exporter", wanted, Q(**{f"{of}__organisation__in": firms.values("pk")}))
    if wanted.code:
        lines = FiledLine.objects.filter(lines_of(wanted.code), application_id=OuterRef(of))
        yield _asked("code", wanted, Q(Exists(lines)))
    if wanted.text:
        found = holding(wanted.text) | Q(reference__startswith=wanted.text.upper())
        yield Q(**{f"{of}__in": Application.objects.filter(found).values("pk")})


def _of_time(case: str, wanted: Wanted, days: Days) -> Iterator[Q]:
    if wanted.hold:
        held = Hold.objects.filter(case=OuterRef(f"{case}pk"), release__isnull=True)
        yield _asked("hold", wanted, Q(Exists(held)))
    if wanted.overdue or wanted.within is not None:
        yield Q(**{f"{case}running_since__isnull": False})
    if wanted.overdue:
        yield Q(**{f"{case}due_index__lt": days.over()})
    if wanted.within is not None:
        yield Q(**{f"{case}due_index__gte": days.over()})
        yield Q(**{f"{case}due_index__lte": days.number() + wanted.within})
    if wanted.decided is not None:
        since = timezone.now() - timedelta(days=wanted.decided)
        signed = Decision.objects.filter(
            case=OuterRef(f"{case}pk"), state=STANDING, signed_at__gte=since
        )
        yield Q(Exists(signed))


def _asked(name: str, wanted: Wanted, condition: Q) -> Q:
    return ~condition if name in wanted.without else condition
