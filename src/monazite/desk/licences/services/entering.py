"""An entry is written: the line's sums and its event in one statement, then the entry itself."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone

from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain
from monazite.desk.licences.models import LicenceLine, Movement
from monazite.desk.licences.prints import movement_told
from monazite.ledger.movements import EFFECTS
from monazite.ledger.movements import Movement as Entry


def enter(
    line: LicenceLine, entry: Entry, message_id: str, who: Who, carried_from: LicenceLine | None
) -> Movement:
    """The row of an entry that may be made; ChangedMeanwhile where the line moved since."""
    movement = Movement(
        line=line,
        number=_last(line) + 1,
        message_id=message_id,
        kind=entry.kind,
        quantity=entry.quantity,
        value=entry.value,
        uses=entry.uses,
        on=entry.on,
        at=timezone.now(),
        by_id=who.person,
        carried_from=carried_from,
    )
    sums = _sums_after(line, entry)
    told = {name: plain(value) for name, value in sums.items()}
    record(line, entry.kind, told | {ROWS: movement_told(movement)}, who, **sums)
    movement.save(force_insert=True)
    return movement


def _last(line: LicenceLine) -> int:
    """The number of the line's newest entry, found by its index."""
    numbers = line.movements.order_by("-number").values_list("number", flat=True)
    return numbers.first() or 0


def _sums_after(line: LicenceLine, entry: Entry) -> dict[str, Decimal | int]:
    effect = EFFECTS[entry.kind]
    return {
        "used_quantity": line.used_quantity + effect.used * entry.quantity,
        "used_value": line.used_value + effect.used * entry.value,
        "reserved_quantity": line.reserved_quantity + effect.reserved * entry.quantity,
        "reserved_value": line.reserved_value + effect.reserved * entry.value,
        "given_back_quantity": line.given_back_quantity + effect.given_back * entry.quantity,
        "given_back_value": line.given_back_value + effect.given_back * entry.value,
        "uses": line.uses + effect.uses * entry.uses,
    }
