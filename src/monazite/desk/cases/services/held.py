"""What every service begins with: the case, the right to act, and that nobody acted meanwhile."""

from __future__ import annotations

import uuid

from monazite.desk.applications.services.held import held as held_application
from monazite.desk.cases.models import Case
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.people.may import Forbidden
from monazite.desk.people.models import Person


def held(person: Person, ident: uuid.UUID, action: str, seen: int | None = None) -> Case:
    """The case of that application, if the person may do this to it; Forbidden otherwise.

    seen: the case's `event_seq` that the person looked at; ChangedMeanwhile where it went on since.
    """
    application = held_application(person, ident, action)
    case = Case.objects.select_related("agency", "officer").filter(application=application).first()
    if case is None:
        raise Forbidden(action, 404)
    case.application = application
    if seen is not None and case.event_seq != seen:
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
    return case
