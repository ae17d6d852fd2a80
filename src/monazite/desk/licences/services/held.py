"""What every service about a licence begins with: the licence, and the right to act."""

from __future__ import annotations

import uuid

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.licences.models import Licence
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person

TEXT_MAX = 4_000
"""Characters of a reason or of what is said to a holder."""


def held(person: Person, licence_id: uuid.UUID, action: str) -> Licence:
    """The licence, if the person may do this to it; Forbidden otherwise, also if there is none."""
    found = Licence.objects.select_related("application", "organisation").filter(pk=licence_id)
    licence = found.first()
    if licence is None:
        raise Forbidden(action, 404)
    require(person, action, licence.application)
    return licence


def in_force(licence: Licence) -> Licence:
    """The licence; Refused where it has ended."""
    if licence.ended:
        raise Refused("licence_ended", number=licence.number)
    return licence


def said(text: str) -> str:
    """A text that somebody reads; InputError for none and for one that cannot be kept."""
    return reason("text", text, TEXT_MAX)
