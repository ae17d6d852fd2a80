"""A review begins: the parties are screened, rules say which offices are asked, and each is."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.models import NamedOffice
from monazite.desk.applications.services.renewing import renew_rulings
from monazite.desk.cases.clocks import kept
from monazite.desk.cases.consolidation import REVIEW
from monazite.desk.cases.models import Case
from monazite.desk.cases.prints import SCREENING
from monazite.desk.cases.screened import row_of, screen
from monazite.desk.cases.services.current import can
from monazite.desk.cases.services.flow import CONSOLIDATE, forward
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import moved
from monazite.desk.cases.services.routing import laid, named_new, offices_told
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person


@transaction.atomic
def begin_review(person: Person, ident: uuid.UUID, via: str, *, seen: int | None = None) -> Case:
    """Route the case on today's law and lists, and ask the offices that the rules name.

    An office that does not work on this site is told in the routing and never silently left out.
    The applicant learns that the review began and never whom it asks.
    """
    case, who = held(person, ident, "case.route", seen), Who(person.pk, via)
    can(case.application, "begin_review")
    renew_rulings(case.application, who=who)
    tasks, screened = Tasks(case), screen(case.application)
    found, screening = laid(case, screened, tasks), row_of(case, screened)
    screening.at = tasks.at
    named = named_new(case, [tasks.add(REVIEW, agency, sent.rule) for sent, agency in found.asked])
    _forward(case, tasks, person)
    rows = tasks.told() | found.told() | offices_told(named)
    rows |= {"screenings": {str(screening.number): SCREENING.of(screening)}}
    changes = {"officer": case.officer, **kept(case, *found.steps)}
    moved(case, "begin_review", "review_begun", who, {}, {ROWS: rows}, **changes)
    tasks.save()
    NamedOffice.objects.bulk_create(named)
    found.routing.save(force_insert=True)
    screening.save(force_insert=True)
    return case


def _forward(case: Case, tasks: Tasks, person: Person) -> None:
    """Whoever begins the review is in charge of the case, where nobody was."""
    case.officer = case.officer or person
    for task in tasks.open(CONSOLIDATE):
        tasks.assign(task, task.assignee or case.officer)
    forward(case, tasks, person)
