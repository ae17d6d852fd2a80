"""Nothing more comes of a snapshot: what is still set aside for it goes back to its lines."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from monazite.customs.leads import OFFLINE_CONFLICT
from monazite.customs.offline.merging import Amounts, Line
from monazite.desk.applications.errors import Refused
from monazite.desk.applications.written import reason
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import plain
from monazite.desk.leads.services import open_lead
from monazite.desk.licences.services import move
from monazite.desk.offline.listing import found
from monazite.desk.offline.models import Snapshot
from monazite.desk.people.models import Person
from monazite.ledger.movements import EXPIRE, Movement

_TEXT_MAX = 4_000


def give_up(person: Person, ident: uuid.UUID, text: str, via: str) -> Snapshot:
    """A journal will not come home: what is left goes back, and people look into it.

    Refused before the snapshot's time is over: until then its post may let things go. What left by
    it after all is entered when it comes home, as long as its line bears it.
    """
    snapshot, why = found(person, ident, "offline.merge"), reason("text", text, _TEXT_MAX)
    if snapshot.closed_at is not None:
        raise Refused("offline_closed", post=snapshot.post)
    if timezone.now() < snapshot.expires_at:
        until = snapshot.expires_at.isoformat(timespec="minutes")
        raise Refused("offline_not_over", post=snapshot.post, until=until)
    who, now = Who(person.pk, via), timezone.now()
    with transaction.atomic():
        free(snapshot, left(snapshot), who)
        record(snapshot, "given_up", {"text": why, "closed_at": plain(now)}, who, closed_at=now)
        about, evidence = {"snapshot": str(snapshot.pk)}, {"given_up": why, "post": snapshot.post}
        open_lead(OFFLINE_CONFLICT, about, evidence, snapshot.office, who)
    return snapshot


def left(snapshot: Snapshot) -> dict[Line, Amounts]:
    """What is still set aside for it, by line."""
    if snapshot.closed_at is not None:
        return {}
    amounts = {
        (row.line.licence.number, row.line.number): Amounts(row.quantity, row.value, row.uses)
        for row in snapshot.allotments.select_related("line__licence")
    }
    for draw in (each for row in snapshot.exits.all() for each in row.draws):
        line = (draw["licence"], draw["line"])
        amounts[line] = _less(amounts[line], draw["freed"])
    return amounts


def _less(amounts: Amounts, freed: Mapping[str, str]) -> Amounts:
    return Amounts(
        amounts.quantity - Decimal(freed["quantity"]),
        amounts.value - Decimal(freed["value"]),
        amounts.uses - int(freed["uses"]),
    )


def free(snapshot: Snapshot, rest: Mapping[Line, Amounts], who: Who) -> None:
    """What is still set aside for it expires; in the transaction that ends it, before its event.

    Lines go before the snapshot wherever both are written, so that nobody waits in a circle.
    """
    rows = snapshot.allotments.select_related("line__licence")
    for row in sorted(rows, key=lambda each: str(each.line_id)):
        amounts = rest[row.line.licence.number, row.line.number]
        if any(amounts):
            entry = Movement(EXPIRE, amounts.quantity, amounts.value, amounts.uses, row.on)
            move(row.line_id, entry, f"offline:{snapshot.pk}/{row.number}/expire", who)
