"""What every service begins with: the declaration, the right to act, that nobody acted since."""

from __future__ import annotations

import uuid

from monazite.desk import sql
from monazite.desk.applications.written import reason
from monazite.desk.events.append import ChangedMeanwhile
from monazite.desk.events.since import went_on
from monazite.desk.gate.models import Declaration
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person

TEXT_MAX = 4_000
"""Characters of what is said to a declarant, or by one."""
SCORED = "scored"
"""The event of a risk score; by itself no reason to look again, the hold that may follow is one."""


def held(person: Person, ident: uuid.UUID, action: str, seen: int | None = None) -> Declaration:
    """The declaration, if the person may do this to it; Forbidden otherwise, also if there is none.

    seen: its `event_seq` that the person looked at; ChangedMeanwhile where it went on since by more
    than scores.
    """
    found = sql.found(Declaration, ident)
    if found is None:
        raise Forbidden(action, 404)
    require(person, action, found)
    if seen is not None and went_on(found, seen, (SCORED,)):
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
    return found


def said(text: str) -> str:
    """A text that somebody reads; InputError for none and for one that cannot be kept."""
    return reason("text", text, TEXT_MAX)
