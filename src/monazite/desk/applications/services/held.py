"""What every service begins with: the application, the right to act, the step that is allowed."""

from __future__ import annotations

import uuid

from monazite.desk import sql
from monazite.desk.applications.models import Application
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person
from monazite.licensing.transitions import machine


def held(person: Person, ident: uuid.UUID, action: str) -> Application:
    """The application, if the person may do this to it; Forbidden otherwise, also if it is none."""
    found = sql.found(Application, ident)
    require(person, action, found or Application(id=ident, organisation_id=uuid.UUID(int=0)))
    if found is None:
        raise Forbidden(action, 404)
    return found


def step(application: Application, event: str) -> str:
    """The state after the event; NotAllowed where the table has no such step."""
    return machine().after(application.state, event)


def same_version(application: Application, version: int | None) -> None:
    """ChangedMeanwhile where the caller looked at another version; None did not look."""
    if version is not None and application.version != version:
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
