"""Goods that left are entered as far as their line bears them; more stops the licence.

What a line does not bear has left all the same. So all that is left of it is taken, and nothing of
the licence is used until the licensing office has looked and lets it go on by an order.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.utils import timezone

from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import plain
from monazite.desk.licences.accounts import account_of, entries_of
from monazite.desk.licences.models import Licence, LicenceLine, Movement
from monazite.desk.licences.services.binding import bind_lines
from monazite.desk.licences.services.looking import hold, hold_licence
from monazite.desk.licences.services.moving import move
from monazite.ledger.bearing import borne
from monazite.ledger.movements import Movement as Entry

STOPPED = "stopped"
"""The licence's event: more left than a line bears."""


def bear(line_id: uuid.UUID, entry: Entry, message_id: str, who: Who) -> Movement | None:
    """Enter as much of what left as the line bears, None where it bears none of it.

    Call inside a transaction, in which nobody else moves the line from here on.
    """
    hold(line_id, licence=True)
    line = LicenceLine.objects.get(pk=line_id)
    part = borne(account_of(line), entries_of(line), entry)
    return None if part is None else move(line_id, part, message_id, who)


def stop(line_id: uuid.UUID, told: Mapping[str, object], who: Who) -> None:
    """Suspend the line's licence until an order restores it; told: what was not borne, of what.

    One that has ended, or is suspended, is left as it is.
    """
    hold_licence(line_id)
    licence = Licence.objects.get(lines=line_id)
    if licence.ended or licence.suspended_since is not None:
        return
    now = timezone.now()
    since = {"suspended_since": plain(now)}
    record(licence, STOPPED, {**told, **since}, who, suspended_since=now)
    bind_lines(licence, STOPPED, who)
