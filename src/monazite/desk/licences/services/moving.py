"""A movement of a licence line: one entry of its account, and the sums of its row with it.

A repeated message is answered with the first answer, before anything is asked of the balance. One
look reads line, licence and answer, and judges; one call writes, and tests on the row as it then
stands that nothing bound the licence and that the entry still fits. Where it does not, all is
looked at again. The CHECK constraints of the table stand behind it. A reservation that nothing
stands against, by far the most, is written without the look; what is refused is looked at.
"""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

from django.db import connection, transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import plain
from monazite.desk.licences.accounts import account_of, entries_of
from monazite.desk.licences.errors import Beyond
from monazite.desk.licences.models import Licence, LicenceLine, Movement
from monazite.desk.licences.services.binding import bind_lines
from monazite.desk.licences.services.entering import enter, enter_unlooked
from monazite.desk.licences.services.entering_many import held_lines
from monazite.desk.licences.services.looking import Seen, hold, hold_licence, look
from monazite.desk.licences.standing import standing_of
from monazite.errors import InputError
from monazite.ledger.licence import COMPLETED, EXHAUSTED
from monazite.ledger.limits import may_move
from monazite.ledger.movements import CONTRA, EFFECTS, EXPIRE, LATE, POST, RESERVE, VOID, ZERO
from monazite.ledger.movements import Movement as Entry
from monazite.licensing.regime import regime

_TRIES = 3
"""Looks at a line that others move, before it is held: a line of a limited stretch, mostly."""
_ID_MAX = 100
_NEEDS_LICENCE = {RESERVE: frozenset[str](), POST: frozenset({EXHAUSTED})}
"""Kinds that only a licence in force allows, and the reasons against it that do not matter."""
_LEAVES = frozenset({POST, LATE})
"""Kinds by which goods leave."""


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


def void(
    line_id: uuid.UUID, quantity: Decimal, value: Decimal, on: date, message_id: str, who: Who
) -> Movement:
    """What was set aside does not leave; on: the day for which it was set aside."""
    return move(line_id, Entry(VOID, quantity, value, 1, on), message_id, who)


def expire(
    line_id: uuid.UUID, quantity: Decimal, value: Decimal, on: date, message_id: str, who: Who
) -> Movement:
    """What was set aside did not leave in time; on: the day for which it was set aside."""
    return move(line_id, Entry(EXPIRE, quantity, value, 1, on), message_id, who)


def contra(
    line_id: uuid.UUID, quantity: Decimal, value: Decimal, on: date, message_id: str, who: Who
) -> Movement:
    """What had left came back, or was written by mistake; on: the day for which it counted."""
    return move(line_id, Entry(CONTRA, quantity, value, 1, on), message_id, who)


def move(line_id: uuid.UUID, entry: Entry, message_id: str, who: Who) -> Movement:
    """Add the entry, or give the answer that this message was given before.

    Refused where the licence does not allow it, where more is asked than is left, and where the
    message's id was used for something else; InputError for an id that cannot be kept;
    ChangedMeanwhile where the line never stands still. The caller has asked whether `who` may.
    """
    _readable(message_id)
    if entry.kind == RESERVE and (made := enter_unlooked(line_id, entry, message_id, who)):
        return made
    for _ in range(_TRIES):
        try:
            return _once(line_id, entry, message_id, who)
        except ChangedMeanwhile:
            continue
    with transaction.atomic():
        hold(line_id, licence=entry.kind in _LEAVES)
        return _once(line_id, entry, message_id, who)


def _once(line_id: uuid.UUID, entry: Entry, message_id: str, who: Who) -> Movement:
    """One look and one write; a transaction of their own where the write is more than a statement.

    SQLite's begins before the look: there nobody else writes in between.
    """
    if connection.vendor == "sqlite":
        with transaction.atomic():
            return _judged(look(line_id, message_id), entry, message_id, who)
    return _judged(look(line_id, message_id), entry, message_id, who)


def _judged(seen: Seen, entry: Entry, message_id: str, who: Who) -> Movement:
    line, answered = seen
    if answered is not None:
        return _same(answered, line.pk, entry)
    _allowed(line, entry)
    _fits(line, entry)
    if not _completes(line.licence, entry):
        return enter(line, entry, message_id, who, None)
    with transaction.atomic():
        completed = _licence_steps(line, entry, who)
        made = enter(line, entry, message_id, who, None)
        if completed:
            bind_lines(line.licence, COMPLETED, who)
        return made


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


def _allowed(line: LicenceLine, entry: Entry) -> None:
    """What would use a licence needs one that may be used on that day."""
    if (ignored := _NEEDS_LICENCE.get(entry.kind)) is None:
        return
    found = standing_of(line, entry.on)
    if against := [reason for reason in found.reasons if reason not in ignored]:
        raise Refused(f"licence_not_usable.{against[0]}", number=line.licence.number)


def _fits(line: LicenceLine, entry: Entry) -> None:
    if problems := may_move(account_of(line), entries_of(line), entry):
        raise Beyond(line.number, problems)


def _completes(licence: Licence, entry: Entry) -> bool:
    """Whether the licence is for one export, and this is of it."""
    kind = regime(licence.regime).kinds.get(licence.kind)
    done = kind is not None and kind.void_when_done and not licence.ended
    return entry.kind in _LEAVES and done


def _licence_steps(line: LicenceLine, entry: Entry, who: Who) -> bool:
    """A licence for one export goes on with each post; whether it is completed with this one.

    Its lines are held before it is asked what of them is set aside: nothing is after that.
    """
    licence = line.licence
    hold_licence(line.pk)
    lines = held_lines(licence.lines.values_list("pk", flat=True))
    if any(_left_reserved(each, entry, own=each.pk == line.pk) for each in lines):
        record(licence, "used", {"line": line.number}, who)
        return False
    now = timezone.now()
    told = {"line": line.number, "ended_at": plain(now)}
    record(licence, "completed", told, who, ended=COMPLETED, ended_at=now)
    return True


def _left_reserved(line: LicenceLine, entry: Entry, *, own: bool) -> bool:
    """Whether anything of a line is set aside after the entry, where that is the line's own."""
    left = EFFECTS[entry.kind].reserved if own else 0
    after = (
        line.reserved_quantity + left * entry.quantity, line.reserved_value + left * entry.value,
    )  # fmt: skip
    return after != (ZERO, ZERO)
