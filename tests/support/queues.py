"""Cases at a point of their clock, laid down row by row: a queue needs many, and not their way."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction

from monazite.desk.applications.models import Application, FiledLine, NamedOffice
from monazite.desk.cases.models import Case, Task
from monazite.desk.events.append import create, record
from monazite.licensing.calendars import calendar
from support.offices import NOBODY, law_today

if TYPE_CHECKING:
    from monazite.desk.people.models import Organisation, Person
    from support.cases import Offices

LONG_AGO = datetime(2026, 1, 5, 9, tzinfo=UTC)
_numbers = itertools.count(1)


def case(w: Offices, **of_application: Any) -> Case:
    """A case in review that names the licensing office; no clock runs yet."""
    number = next(_numbers)
    at = LONG_AGO + timedelta(minutes=number)
    application = Application(
        **{
            "organisation": w.exporter, "author": w.preparer, "created_at": at, "changed_at": at,
            "title": f"Magnets {number}", "words": f"magnets {number}", "regime": "CN",
            "kind": "single", "destination": "JP", "form": {}, "state": "in_review",
            "reference": f"CN-2026-{number:06}", "filed_at": at, "filed_by": w.signatory,
        } | of_application
    )  # fmt: skip
    found = Case(application=application, opened_at=at, agency=w.licensing)
    with transaction.atomic():
        create(application, "created", {}, NOBODY)
        create(found, "opened", {}, NOBODY)
        named(found, w.licensing, "licensing")
    return found


def named(of: Case, agency: Organisation, duty: str = "reviewing") -> None:
    """The application names this office too."""
    NamedOffice.objects.create(
        application=of.application, agency=agency, duty=duty, since=of.opened_at
    )


def task(
    of: Case, agency: Organisation, kind: str = "decide", assignee: Person | None = None
) -> Task:
    """An open task of an office about the case."""
    return Task.objects.create(
        case=of, number=of.tasks.count() + 1, kind=kind, agency=agency, assignee=assignee,
        rule="by_hand" if kind == "review" else "accepted", opened_at=of.opened_at,
    )  # fmt: skip


def due_in(of: Case, days: int) -> Case:
    """Its clock runs and ends in so many working days; over where that is below zero."""
    today, limit = law_today(), max(days, 45)
    return _clock(
        of, accepted_on=today, running_since=today, limit_days=limit, counted=limit - days,
        due_index=calendar("CN").number(today) + days,
    )  # fmt: skip


def standing_still(of: Case, left: int) -> Case:
    """Its clock was stopped with so many working days left."""
    return _clock(of, accepted_on=law_today(), limit_days=45, counted=45 - left)


def unlimited(of: Case) -> Case:
    """It was accepted and no limit binds."""
    return _clock(of, accepted_on=law_today())


def line(of: Case, code: str, contains: str = "") -> None:
    """One more line of the application."""
    FiledLine.objects.create(
        application=of.application, number=of.application.lines.count() + 1, description="Goods",
        form="magnet", contains=contains, control_code=code, quantity=1, unit="kg", value=1,
        currency="USD",
    )  # fmt: skip


def _clock(of: Case, **fields: object) -> Case:
    with transaction.atomic():
        record(of, "counted", {}, NOBODY, clock="decision", calendar=calendar("CN").hash, **fields)
    return of
