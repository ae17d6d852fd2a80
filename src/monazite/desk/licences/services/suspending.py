"""A suspended licence is replaced: so is, for the same reason, the one in its place."""

from __future__ import annotations

from datetime import datetime

from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.licences.models import STANDING, Licence, Order
from monazite.desk.licences.prints import order_told
from monazite.desk.licences.services.bearing import STOPPED
from monazite.desk.licences.services.binding import bind_lines

SUSPEND, SUSPENDED = "suspend", "suspended"


def suspended_on(old: Licence, new: Licence, since: datetime, who: Who) -> None:
    """The new licence is suspended since the same moment, by the order that suspended the old one.

    Where no order did, more had left than the old one bears: that binds the new one as well.
    """
    given = old.orders.filter(kind=SUSPEND, state=STANDING, signed_at=since).last()
    if given is None:
        told = {"carried_from": str(old.pk), "suspended_since": plain(since)}
        record(new, STOPPED, told, who, suspended_since=since)
        bind_lines(new, STOPPED, who)
    else:
        _by_order(given, old, new, since, who)


def _by_order(given: Order, old: Licence, new: Licence, since: datetime, who: Who) -> None:
    """The order, laid down as the first of the new licence.

    Its grounds, its text and both hands stay; the event names the licence that it was given about.
    """
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
