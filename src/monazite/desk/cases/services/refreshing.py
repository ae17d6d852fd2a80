"""Before anything is decided, the lines are ruled on and the parties screened once more."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.services.renewing import Renewal, renew_rulings
from monazite.desk.cases.errors import OutOfDate
from monazite.desk.cases.models import Case
from monazite.desk.cases.prints import SCREENING
from monazite.desk.cases.screened import differ, last, new_answers, row_of, screen
from monazite.desk.cases.services.held import held
from monazite.desk.cases.services.moving import noted
from monazite.desk.cases.services.rerouting import rerouted
from monazite.desk.events.append import Who
from monazite.desk.events.prints import ROWS
from monazite.desk.people.models import Person
from monazite.licensing.casework.screening import Answer, Screened


def refresh(person: Person, ident: uuid.UUID, action: str, via: str) -> Screened:
    """Renew what the law or the lists changed; OutOfDate, with the difference, where they did.

    A case under review is then routed anew: offices are asked, and asked again, before it goes on.
    action: what the person is about to do. What was renewed stays so: whoever has looked at the
    difference may ask again. It is a transaction of its own; where another one is undone by the
    exception, as the one of a request with a key is, call it before that begins.
    """
    renewals, answers, now, anew = _renewed(person, ident, action, via)
    if renewals or answers or anew:
        raise OutOfDate(renewals, answers)
    return now


@transaction.atomic
def _renewed(
    person: Person, ident: uuid.UUID, action: str, via: str
) -> tuple[Sequence[Renewal], Sequence[Answer], Screened, bool]:
    case, who = held(person, ident, action), Who(person.pk, via)
    renewals = renew_rulings(case.application, who=who)
    before, now = last(case), screen(case.application)
    answers: Sequence[Answer] = ()
    if before is not None and differ(before, now):
        answers = new_answers(before, now) or now.answers
        _kept(case, now, who)
    return renewals, answers, now, rerouted(case, now, person, who)


def _kept(case: Case, now: Screened, who: Who) -> None:
    row = row_of(case, now)
    row.at = timezone.now()
    noted(case, "screened", who, {ROWS: {"screenings": {str(row.number): SCREENING.of(row)}}})
    row.save(force_insert=True)
