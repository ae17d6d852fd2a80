"""The call of PostgreSQL that writes an entry, its event and the line's step.

`monazite_enter` (migrations/sql/enter.postgresql.sql) computes what only the locked row knows:
number, sums, time, print, hash.
"""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db import connection

from monazite.desk import sql
from monazite.desk.events.append import Who
from monazite.desk.licences.models import LicenceLine, Movement
from monazite.ledger.movements import EFFECTS
from monazite.ledger.movements import Movement as Entry

_ENTRY = "entry_id, entry_at::text, entry_number"
"""The time as text: the standard library reads it in a tenth of the time of the engine's loader."""
_SUMS = (
    "given_back_quantity", "given_back_value", "reserved_quantity", "reserved_value",
    "used_quantity", "used_value", "uses",
)  # fmt: skip
_SAID = ", ".join(["%s"] * 12)


def _calls(columns: str) -> dict[str, str]:
    """By kind the call of its own, which the engine prepares once with what the kind counts."""
    return {
        kind: f"SELECT {columns} FROM monazite_enter({_SAID}, {effect.reserved}, {effect.used},"  # noqa: S608 - names of our own
        f" {effect.given_back}, {effect.uses})"
        for kind, effect in EFFECTS.items()
    }


_UNLOOKED = _calls(_ENTRY)
_LOOKED = _calls(f"{_ENTRY}, seq, head, {', '.join(_SUMS)}")


_FIELDS = [field.attname for field in Movement._meta.concrete_fields]  # noqa: SLF001 - Django's own name


def unlooked(line_id: uuid.UUID, entry: Entry, message_id: str, who: Who) -> Movement | None:
    """Write it where licence and line may simply be used; None, and nothing, where they may not.

    None says nothing more: whoever wants to know looks, and judges.
    """
    found = _written(_UNLOOKED, (line_id, None, None), (entry, message_id, who, None))
    return found[0] if found else None


def looked(
    line: LicenceLine, entry: Entry, message_id: str, who: Who, carried_from: LicenceLine | None
) -> Movement | None:
    """Write what was judged by the line as it was read; None, and nothing, where that is over.

    Where a stretch of days is limited, every entry was judged by, so that no other may have come.
    """
    dated = line.sub_period_days is not None
    judged_by = (line.pk, line.bindings, line.event_seq if dated else None)
    origin = carried_from.pk if carried_from else None
    found = _written(_LOOKED, judged_by, (entry, message_id, who, origin))
    if found is None:
        return None
    movement, (line.event_seq, line.event_head, *sums) = found
    line.entries = movement.number
    for name, value in zip(_SUMS, sums, strict=True):
        setattr(line, name, value)
    return movement


def _written(
    calls: dict[str, str],
    judged_by: tuple[uuid.UUID, int | None, int | None],
    asked: tuple[Entry, str, Who, uuid.UUID | None],
) -> tuple[Movement, list[Any]] | None:
    """The movement, and what the call tells of the line; None where nothing is written."""
    entry, message_id, who, origin = asked
    given = (
        entry.kind, message_id, entry.quantity, entry.value, entry.uses, entry.on, who.person,
        origin,
    )  # fmt: skip
    ((ident, at, number, *line),) = sql.rows(calls[entry.kind], (*judged_by, *given, who.via))
    if ident is None:
        return None
    kind, _, *amounts, by, _ = given
    at = datetime.fromisoformat(at)
    row = [ident, judged_by[0], number, message_id, kind, *amounts, at, by, origin]
    return Movement.from_db(connection.alias, _FIELDS, row), line
