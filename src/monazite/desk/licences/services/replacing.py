"""A change of a licence is granted: a new licence takes the old one's place, with what was used."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.licences.accounts import account_of, dated, entries_of
from monazite.desk.licences.models import PROPOSED, Change, Licence, LicenceLine
from monazite.desk.licences.prints import change_told
from monazite.desk.licences.services.binding import bind
from monazite.desk.licences.services.entering import enter
from monazite.desk.licences.services.held import in_force
from monazite.desk.licences.services.suspending import suspended_on
from monazite.ledger.carrying import carry_over
from monazite.ledger.movements import CARRY_OVER, QUANTITY, VALUE, taken
from monazite.licensing.meaning import rows
from monazite.licensing.pairing import paired

GRANTED, REPLACED = "granted", "replaced"


def open_change(application: Application) -> Change | None:
    """The change that this application asks of a licence, None where it asks none any more."""
    found = Change.objects.select_related("licence__application")
    return found.filter(application=application, ended="").first()


def replaceable(change: Change) -> Licence:
    """The licence that the change is asked of, before anything is written.

    Refused where it has ended, and while an order about it waits for its signature: what the order
    says would be about a licence that is no more.
    """
    licence = in_force(change.licence)
    if order := licence.orders.filter(state=PROPOSED).first():
        raise Refused("change_order_open", number=licence.number, order=order.number)
    return licence


def replace(change: Change, licence: Licence, lines: Sequence[LicenceLine], who: Who) -> None:
    """End the old licence and carry what was used of it over to the lines of the new one.

    A suspension goes over too: it is of the export, and no change of a licence ends it.
    Every line of the old licence gets an event, used or not: a movement that is under way at this
    moment finds the line changed, looks again, and is told that the licence has ended.
    """
    old, now = replaceable(change), timezone.now()
    change.ended, change.ended_at = GRANTED, now
    told = {"by": str(licence.pk), "ended_at": plain(now), ROWS: change_told(change)}
    record(old, REPLACED, told, who, ended=REPLACED, ended_at=now, amending_since=None)
    change.save(update_fields=["ended", "ended_at"])
    after = _paired(old.application, licence.application, lines)
    for line in old.lines.order_by("number"):
        _carry(line, after.get(line.number), who)
    if old.suspended_since is not None:
        suspended_on(old, licence, old.suspended_since, who)


def _paired(
    old: Application, new: Application, lines: Sequence[LicenceLine]
) -> dict[int, LicenceLine]:
    """By an old line's number the new line that is the same item."""
    pairs = paired("lines", rows(old.form)["lines"], rows(new.form)["lines"])
    numbered = {line.number: line for line in lines}
    return {was + 1: numbered[now + 1] for now, was in pairs.items() if now + 1 in numbered}


def _carry(old: LicenceLine, new: LicenceLine | None, who: Who) -> None:
    """The old line's account as the first entries of the new one; Refused where it has no room."""
    bind(old, "carried_on", {"to": str(new.pk) if new else None}, who)
    entries = entries_of(old) if new is None or new.sub_period_days is None else dated(old)
    if not any(entry.uses or taken(entry, QUANTITY) or taken(entry, VALUE) for entry in entries):
        return
    if new is None or (new.unit, new.currency) != (old.unit, old.currency):
        raise Refused("carry_over_lost", line=old.number, used=_used(old))
    carried = carry_over(account_of(old), entries, account_of(new), new.licence.valid_from)
    if carried.problems:
        raise Refused("carry_over_above", line=new.number, used=_used(old))
    for entry in carried.movements:
        enter(new, entry, f"{CARRY_OVER}:{new.licence.number}:{new.number}:{entry.on}", who, old)


def _used(line: LicenceLine) -> str:
    return f"{plain(line.used_quantity)} {line.unit}"
