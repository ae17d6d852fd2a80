"""Customs asks the licensing office what challenged goods are (Decree 792 art. 22)."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.customs.challenge import machine
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.gate.challenge_prints import challenge_told
from monazite.desk.gate.models import Identification
from monazite.desk.gate.prints import FIELDS
from monazite.desk.gate.services.challenging.open import challenged
from monazite.desk.gate.services.held import said
from monazite.desk.people.models import AGENCY, LICENSING, Organisation, Person
from monazite.errors import InputError


def offices(regime: str) -> list[Organisation]:
    """The licensing offices of a regime that may work here."""
    found = Organisation.objects.filter(kind=AGENCY, duty=LICENSING, regime=regime, active=True)
    return list(found.order_by("id"))


@transaction.atomic
def ask_identification(
    person: Person, ident: uuid.UUID, text: str, via: str,
    *, office: uuid.UUID | None = None, seen: int | None = None,
) -> Identification:  # fmt: skip
    """Ask the regime's licensing office, or that of several which is named; it binds customs.

    From then on the office reads the declaration. NotAllowed before the declarant has answered or
    the time has run out; Refused where the regime has no such office, or several and none is named.
    """
    challenge = challenged(person, ident, "challenge.ask", seen)
    challenge.state = machine().after(challenge.state, "ask")
    asked = Identification(
        challenge=challenge, office=_office(challenge.declaration.regime, office),
        text=said(text), asked_at=timezone.now(), asked_by=person,
    )  # fmt: skip
    told = {
        "challenge": challenge.number, FIELDS: {"asked_id": plain(asked.office_id)},
        ROWS: challenge_told(challenge, asked),
    }  # fmt: skip
    who = Who(person.pk, via)
    record(challenge.declaration, "identification_requested", told, who, asked_id=asked.office_id)
    asked.save(force_insert=True)
    challenge.save(update_fields=["state"])
    return asked


def _office(regime: str, named: uuid.UUID | None) -> Organisation:
    known = offices(regime)
    if named is None:
        if len(known) != 1:
            raise Refused("licensing_office_unknown", regime=regime, count=len(known))
        return known[0]
    found = next((each for each in known if each.pk == named), None)
    if found is None:
        accepted = ", ".join(str(each.pk) for each in known)
        raise InputError("office", str(named), accepted, "choice")
    return found
