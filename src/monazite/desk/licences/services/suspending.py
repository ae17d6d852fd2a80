"""A suspended licence is replaced: the one that takes its place is suspended by the same order."""

from __future__ import annotations

from datetime import datetime

from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.licences.models import STANDING, Licence, Order
from monazite.desk.licences.prints import order_told
from monazite.desk.licences.services.binding import bind_lines

SUSPEND, SUSPENDED = "suspend", "suspended"


def suspended_on(old: Licence, new: Licence, since: datetime, who: Who) -> Order:
    """The order by which the old licence is suspended, laid down as the first of the new one.

    Its grounds, its text and both hands stay; the event names the licence that it was given about.
    """
    given = old.orders.filter(kind=SUSPEND, state=STANDING).latest("number")
    order = Order(
        licence=new,
        number=1,
        kind=given.kind,
        grounds=given.grounds,
        text=given.text,
        author=given.author,
        proposed_at=given.proposed_at,
        state=given.state,
        signer=given.signer,
        signed_at=given.signed_at,
    )
    told = {
        "order": order.number,
        "carried_from": str(old.pk),
        "suspended_since": plain(since),
        ROWS: order_told(order),
    }
    record(new, SUSPENDED, told, who, suspended_since=since)
    bind_lines(new, SUSPENDED, who)
    order.save(force_insert=True)
    return order
