"""What every service begins with: the case, the right to act, and that nobody acted meanwhile."""

from __future__ import annotations

import uuid

from monazite.desk.applications.services.held import held as held_application
from monazite.desk.cases.models import Case
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.since import went_on
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Person

BESIDE = frozenset({"advised", "assigned", "consulted", "noted"})
"""Events of what others do at the same time, which is no reason to look at a case again."""


def held(
    person: Person,
    ident: uuid.UUID,
    action: str,
    seen: int | None = None,
    beside: frozenset[str] = frozenset(),
) -> Case:
    """The case of that application, if the person may do this to it; Forbidden otherwise.

    seen: the case's `event_seq` that the person looked at; ChangedMeanwhile where it went on since
    by other events than those `beside`.
    """
    application = held_application(person, ident, action)
    case = Case.objects.select_related("agency", "officer").filter(application=application).first()
    if case is None:
        raise Forbidden(action, 404)
    case.application = application
    if seen is not None and went_on(case, seen, beside):
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
    return case
