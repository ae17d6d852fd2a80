"""The entries that a report leads to, as far as its line bears them; the rest is owed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from typing import NamedTuple

from monazite.desk.events.prints import plain
from monazite.desk.licences.accounts import account_of, entries_of
from monazite.desk.licences.models import LicenceLine, Movement, Report
from monazite.desk.licences.reported import Said
from monazite.law.store import load
from monazite.ledger.bearing import borne
from monazite.ledger.messages import Applied, Message, leading
from monazite.ledger.movements import ZERO
from monazite.ledger.movements import Movement as Entry


class Entries(NamedTuple):
    """The entries by their ids; owed: quantity and value that the line does not bear, else {}."""

    made: dict[str, Entry]
    owed: dict[str, object]


def asked_of(
    line: LicenceLine, earlier: Sequence[Report], reports: Sequence[Message], applied: Applied
) -> tuple[Entry, ...]:
    """What the report leads to; what earlier ones of its declaration are owed is asked again."""
    if not any(row.said["not_borne"] for row in earlier):
        return applied.movements
    ids = [ident for row in earlier for ident in row.said["entries"]]
    rows = Movement.objects.filter(message_id__in=ids).order_by("line_id", "number")
    entered = [Entry(row.kind, row.quantity, row.value, row.uses, row.on) for row in rows]
    return leading(entered, reports, load().zone(line.licence.regime) or UTC)


def entries_for(line: LicenceLine, said: Said, wanted: Sequence[Entry]) -> Entries:
    """Each entry as far as the line, which nobody else moves now, bears it after those before."""
    had, made, quantity, value = entries_of(line), dict[str, Entry](), ZERO, ZERO
    for number, entry in enumerate(wanted, 1):
        part = borne(account_of(line), had, entry)
        if part is not None:
            made[f"report:{said.message_id}/{number}"] = part
            had.append(part)
        quantity += entry.quantity - (part.quantity if part else ZERO)
        value += entry.value - (part.value if part else ZERO)
    owed = {"quantity": plain(quantity), "value": plain(value)}
    return Entries(made, owed if quantity or value else {})
