"""An entry is written: the line's sums, its event and the entry itself.

On PostgreSQL all in one call that computes sums and hash from the row as it has locked it: who
writes an entry need not know what others moved since it looked (`stated`, docs/adr/0017). SQLite,
where one writes at a time, takes a statement for each table.
"""

from __future__ import annotations

import uuid
from decimal import Decimal

from django.db import connection
from django.utils import timezone

from monazite.desk.events.append import ChangedMeanwhile, Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.licences.models import LicenceLine, Movement
from monazite.desk.licences.prints import movement_told
from monazite.desk.licences.services import stated
from monazite.ledger.limits import malformed
from monazite.ledger.movements import EFFECTS
from monazite.ledger.movements import Movement as Entry


def enter(
    line: LicenceLine, entry: Entry, message_id: str, who: Who, carried_from: LicenceLine | None
) -> Movement:
    """The row of an entry that was found to be allowed, and the line as it is then.

    ChangedMeanwhile, and nothing is written, where something bound the line since it was read or
    the entry no longer fits.
    """
    if connection.vendor != "postgresql":
        movement = _movement(entry, message_id, who)
        movement.line, movement.carried_from = line, carried_from
        _in_turn(line, movement, changes(entry), who)
        return movement
    made = stated.looked(line, entry, message_id, who, carried_from)
    if made is None:
        raise ChangedMeanwhile(ChangedMeanwhile.__doc__)
    return made


def enter_unlooked(line_id: uuid.UUID, entry: Entry, message_id: str, who: Who) -> Movement | None:
    """The row of a reservation that nothing stands against, in one call; None to look first.

    What it lets pass, the rules let pass. SQLite always looks.
    """
    if connection.vendor != "postgresql" or malformed(entry):
        return None
    return stated.unlooked(line_id, entry, message_id, who)


def _movement(entry: Entry, message_id: str, who: Who) -> Movement:
    return Movement(
        message_id=message_id,
        kind=entry.kind,
        quantity=entry.quantity,
        value=entry.value,
        uses=entry.uses,
        on=entry.on,
        by_id=who.person,
    )


def changes(entry: Entry) -> dict[str, Decimal | int]:
    """What the entry adds to each sum of its line."""
    effect = EFFECTS[entry.kind]
    return {
        "used_quantity": effect.used * entry.quantity,
        "used_value": effect.used * entry.value,
        "reserved_quantity": effect.reserved * entry.quantity,
        "reserved_value": effect.reserved * entry.value,
        "given_back_quantity": effect.given_back * entry.quantity,
        "given_back_value": effect.given_back * entry.value,
        "uses": effect.uses * entry.uses,
    }


def _in_turn(line: LicenceLine, movement: Movement, by: dict[str, Decimal | int], who: Who) -> None:
    movement.number, movement.at = line.entries + 1, timezone.now()
    sums = {name: getattr(line, name) + more for name, more in by.items()}
    told = {name: plain(value) for name, value in sums.items()}
    told |= {ROWS: movement_told(movement)}
    record(line, movement.kind, told, who, **sums, entries=movement.number)
    movement.save(force_insert=True)
