"""An application is accepted: from now on time counts, and an office decides."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.cases.clocks import clock_of, day, started
from monazite.desk.cases.models import Case
from monazite.desk.cases.prints import SCREENING
from monazite.desk.cases.screened import row_of, screen
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.services.opening import ACCEPT
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import LICENSING, Organisation, Person

CONSOLIDATE = "consolidate"


@transaction.atomic
def accept(person: Person, ident: uuid.UUID, via: str, *, seen: int | None = None) -> Case:
    """Screen its parties, start its clock, give it to the office that decides.

    Refused where no such office is named.
    """
    case = held(person, ident, "case.accept", seen)
    office, regime = _office(case), case.application.regime
    tasks = Tasks(case)
    screened, on = screen(case.application), day(tasks.at, regime)
    clock = clock_of(case.application, screened)
    fields = started(clock, regime, on)
    found = row_of(case, screened)
    found.at = tasks.at
    _hand_over(tasks, person, office)
    said = {"on": on.isoformat(), "clock": clock, "days": fields["limit_days"]}
    internal = {ROWS: {**tasks.told(), "screenings": {str(found.number): SCREENING.of(found)}}}
    who = Who(person.pk, via)
    moved(case, "accept", "accepted", who, said, internal, agency=office, **fields)
    tasks.save()
    found.save(force_insert=True)
    return case


def _hand_over(tasks: Tasks, person: Person, office: Organisation) -> None:
    own = [task for task in tasks.open(ACCEPT) if task.agency_id == person.organisation_id]
    tasks.done(own, person)
    tasks.cancel(tasks.open(ACCEPT), person)
    tasks.add(CONSOLIDATE, office, "accepted")


def _office(case: Case) -> Organisation:
    offices = case.application.offices.filter(duty=LICENSING, agency__active=True)
    first = offices.select_related("agency").order_by("agency__name", "id").first()
    if first is None:
        raise Refused("no_licensing_office")
    return first.agency
