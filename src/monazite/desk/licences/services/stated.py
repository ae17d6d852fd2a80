"""The call of PostgreSQL that writes an entry, its event and the line's step.

`monazite_enter` (migrations/sql/enter.postgresql.sql) computes what only the locked row knows:
number, sums, time, print, hash.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db import connection

from monazite.desk import sql
from monazite.desk.events.append import Who
from monazite.desk.licences.models import LicenceLine, Movement
from monazite.ledger.movements import EFFECTS

_ENTRY = "entry_id, entry_at, entry_number"
_SUMS = (
    "given_back_quantity", "given_back_value", "reserved_quantity", "reserved_value",
    "used_quantity", "used_value", "uses",
)  # fmt: skip
_CALL = f"monazite_enter({', '.join(['%s'] * 13)})"
_UNLOOKED = f"SELECT {_ENTRY} FROM {_CALL}"  # noqa: S608 - names of our own
_LOOKED = f"SELECT {_ENTRY}, seq, head, {', '.join(_SUMS)} FROM {_CALL}"  # noqa: S608
_EFFECTS = {
    kind: f"{{{effect.reserved},{effect.used},{effect.given_back},{effect.uses}}}"
    for kind, effect in EFFECTS.items()
}
"""As PostgreSQL writes an array."""


def unlooked(line_id: uuid.UUID, movement: Movement, who: Who) -> bool:
    """Write it where licence and line may simply be used; False, and nothing, where they may not.

    False says nothing more: whoever wants to know looks, and judges.
    """
    return _written(_UNLOOKED, (line_id, None, None), movement, who) is not None


def looked(line: LicenceLine, movement: Movement, who: Who) -> bool:
    """Write what was judged by the line as it was read; False, and nothing, where that is over.

    Where a stretch of days is limited, every entry was judged by, so that no other may have come.
    """
    dated = line.sub_period_days is not None
    judged_by = (line.pk, line.bindings, line.event_seq if dated else None)
    found = _written(_LOOKED, judged_by, movement, who)
    if found is None:
        return False
    line.event_seq, line.event_head, *sums = found
    line.entries = movement.number
    for name, value in zip(_SUMS, sums, strict=True):
        setattr(line, name, value)
    return True


def _written(
    call: str, judged_by: tuple[object, ...], movement: Movement, who: Who
) -> list[Any] | None:
    """What the call tells of the line; the movement learns its own. None where nothing is written.

    A line that is not there is written nothing either.
    """
    given = (
        *judged_by, movement.kind, movement.message_id, movement.quantity, movement.value,
        movement.uses, movement.on, movement.by_id, movement.carried_from_id, who.via,
        _EFFECTS[movement.kind],
    )  # fmt: skip
    for ident, at, number, *line in sql.rows(call, given):
        movement.pk, movement.at, movement.number = ident, at, number
        movement._state.adding, movement._state.db = False, connection.alias  # noqa: SLF001
        return line
    return None
