"""A holder hands a licence back."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import plain
from monazite.desk.licences.accounts import balance_of
from monazite.desk.licences.models import Change, Licence, LicenceLine
from monazite.desk.licences.services.binding import bind_lines
from monazite.desk.licences.services.entering import enter
from monazite.desk.licences.services.held import held, in_force, said
from monazite.desk.people.models import Person
from monazite.law.store import load
from monazite.ledger.licence import SURRENDERED
from monazite.ledger.movements import SURRENDER, ZERO
from monazite.ledger.movements import Movement as Entry


@transaction.atomic
def surrender(person: Person, licence_id: uuid.UUID, text: str, via: str) -> Licence:
    """The licence ends with all that is left of it; Refused while a change of it is open."""
    licence = in_force(held(person, licence_id, "licence.surrender"))
    if Change.objects.filter(licence=licence, ended="").exists():
        raise Refused("change_open", number=licence.number)
    reason, now = said(text), timezone.now()
    told, who = {"text": reason, "ended_at": plain(now)}, Who(person.pk, via)
    record(licence, SURRENDERED, told, who, ended=SURRENDERED, ended_at=now)
    bind_lines(licence, SURRENDERED, who)
    for line in licence.lines.order_by("number"):
        _give_back(line, who)
    return licence


def _give_back(line: LicenceLine, who: Who) -> None:
    """What is left of the line, as the last entry of its account."""
    balance = balance_of(line)
    left = [side.left or ZERO for side in (balance.quantity, balance.value)]
    if any(left):
        entry = Entry(SURRENDER, left[0], left[1], 0, load().today(line.licence.regime))
        message = f"{SURRENDER}:{line.licence.number}:{line.number}"
        enter(line, entry, message, who, None)
