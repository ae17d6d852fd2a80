"""One more office is asked by hand, beside those that the rules name."""

from __future__ import annotations

import uuid

from django.db import transaction

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.cases.consolidation import REVIEW
from monazite.desk.cases.models import Case, Note
from monazite.desk.cases.notes import BY_HAND
from monazite.desk.cases.prints import NOTE
from monazite.desk.cases.services.current import in_review
from monazite.desk.cases.services.flow import forward
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import noted
from monazite.desk.cases.services.routing import found_here, named_new, offices_told
from monazite.desk.cases.tasks import Tasks
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Organisation, Person
from monazite.licensing.casework.regime import casework


@transaction.atomic
def consult(
    person: Person,
    ident: uuid.UUID,
    agency_id: uuid.UUID,
    why: str,
    via: str,
    *,
    seen: int | None = None,
) -> Case:
    """Ask an office of the regime's rules that works here; Refused where it is asked already.

    What is wanted of it is a note that every office of the case reads, of the moment of its task:
    `notes.wanted` finds it.
    """
    case, who, said = (
        held(person, ident, "case.route", seen),
        Who(person.pk, via),
        reason("why", why),
    )
    in_review(case.application)
    tasks, office = Tasks(case), _office(case, agency_id)
    if any(task.agency_id == office.pk for task in tasks.open(REVIEW)):
        raise Refused("office_asked_already", office=office.name)
    named = named_new(case, [tasks.add(REVIEW, office, BY_HAND)])
    forward(case, tasks, person)
    note = Note(
        case=case, number=case.notes.count() + 1, author=person, agency=person.organisation,
        at=tasks.at, text=said, shared=True,
    )  # fmt: skip
    rows = tasks.told() | offices_told(named) | {"notes": {str(note.number): NOTE.of(note)}}
    noted(case, "consulted", who, {"office": str(office.pk), ROWS: rows})
    tasks.save()
    for each in named:
        each.save(force_insert=True)
    note.save(force_insert=True)
    return case


def offices(case: Case) -> list[Organisation]:
    """Every office of the regime's rules that works here and could be asked."""
    regime = case.application.regime
    found = found_here(regime, list(casework(regime).offices))
    return sorted(found.values(), key=lambda each: each.name)


def _office(case: Case, agency_id: uuid.UUID) -> Organisation:
    for each in offices(case):
        if each.pk == agency_id:
            return each
    raise Refused("office_not_here")
