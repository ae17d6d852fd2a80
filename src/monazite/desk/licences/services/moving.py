"""A movement of a licence line: one entry of its account, and the sums of its row with it.

A repeated message is answered with the first answer, before anything is asked of the balance. The
row moves in the statement that adds the event, and only where nobody moved it since it was read;
else all is read again. The CHECK constraints of the table stand behind it.
"""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import plain
from monazite.desk.licences.accounts import account_of, entries_of, standing_reserved
from monazite.desk.licences.errors import Beyond
from monazite.desk.licences.models import Licence, LicenceLine, Movement
from monazite.desk.licences.services.entering import enter
from monazite.desk.licences.standing import standing
from monazite.errors import InputError
from monazite.ledger.licence import EXHAUSTED
from monazite.ledger.limits import may_move
from monazite.ledger.movements import POST, RESERVE
from monazite.ledger.movements import Movement as Entry
from monazite.licensing.regime import regime

_TRIES = 50
_ID_MAX = 100
_NEEDS_LICENCE = {RESERVE: frozenset[str](), POST: frozenset({EXHAUSTED})}
"""Kinds that only a licence in force allows, and the reasons against it that do not matter."""


def reserve(
    line_id: uuid.UUID, quantity: Decimal, value: Decimal, on: date, message_id: str, who: Who
) -> Movement:
    """Set aside what a declaration asks to take out, as one use of the line."""
    return move(line_id, Entry(RESERVE, quantity, value, 1, on), message_id, who)


def post(
    line_id: uuid.UUID, quantity: Decimal, value: Decimal, on: date, message_id: str, who: Who
) -> Movement:
    """What was set aside has left; the use was counted when it was set aside.

    A licence for one export is completed with it, once nothing more of it is set aside.
    """
    return move(line_id, Entry(POST, quantity, value, 0, on), message_id, who)


def move(line_id: uuid.UUID, entry: Entry, message_id: str, who: Who) -> Movement:
    """Add the entry, or give the answer that this message was given before.

    Refused where the licence does not allow it, where more is asked than is left, and where the
    message's id was used for something else; InputError for an id that cannot be kept;
    ChangedMeanwhile where the line never stands still. The caller has asked whether `who` may.
    """
    _readable(message_id)
    for _ in range(_TRIES - 1):
        try:
            return _once(line_id, entry, message_id, who)
        except ChangedMeanwhile:
            continue
        except IntegrityError:
            if not Movement.objects.filter(message_id=message_id).exists():
                raise
    return _once(line_id, entry, message_id, who)


@transaction.atomic
def _once(line_id: uuid.UUID, entry: Entry, message_id: str, who: Who) -> Movement:
    answered = Movement.objects.filter(message_id=message_id).first()
    if answered is not None:
        return _same(answered, line_id, entry)
    line = LicenceLine.objects.select_related("licence").get(pk=line_id)
    _allowed(line.licence, entry)
    _fits(line, entry)
    _licence_steps(line, entry, who)
    return enter(line, entry, message_id, who, None)


def _readable(message_id: str) -> None:
    """An id that both engines keep as it is."""
    if not 0 < len(message_id) <= _ID_MAX or not message_id.isprintable():
        accepted = f"1 to {_ID_MAX} printable characters"
        raise InputError("message_id", ascii(message_id)[:80], accepted)


def _same(answered: Movement, line_id: uuid.UUID, entry: Entry) -> Movement:
    given = Entry(answered.kind, answered.quantity, answered.value, answered.uses, answered.on)
    if (answered.line_id, given) != (line_id, entry):
        raise Refused("message_reused", message=answered.message_id)
    return answered


def _allowed(licence: Licence, entry: Entry) -> None:
    """What would use a licence needs one that may be used on that day."""
    if (ignored := _NEEDS_LICENCE.get(entry.kind)) is None:
        return
    found = standing(licence, entry.on)
    if against := [reason for reason in found.reasons if reason not in ignored]:
        raise Refused(f"licence_not_usable.{against[0]}", number=licence.number)


def _fits(line: LicenceLine, entry: Entry) -> None:
    if problems := may_move(account_of(line), entries_of(line), entry):
        raise Beyond(line.number, problems)


def _licence_steps(line: LicenceLine, entry: Entry, who: Who) -> None:
    """A licence for one export goes on with each post, so that the last one is seen by all."""
    licence = line.licence
    kind = regime(licence.regime).kinds.get(licence.kind)
    if entry.kind != POST or kind is None or not kind.void_when_done:
        return
    others = licence.lines.exclude(pk=line.pk)
    if _left_reserved(line, entry) or any(standing_reserved(other) for other in others):
        record(licence, "used", {"line": line.number}, who)
        return
    now = timezone.now()
    told = {"line": line.number, "ended_at": plain(now)}
    record(licence, "completed", told, who, ended="completed", ended_at=now)


def _left_reserved(line: LicenceLine, entry: Entry) -> bool:
    return (line.reserved_quantity, line.reserved_value) != (entry.quantity, entry.value)
