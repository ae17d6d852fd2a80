"""What a declaration drew and does not leave goes back to its batches."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from monazite.customs.batches.content import ZERO
from monazite.desk.batches.models import EXPORT, Batch, Draw
from monazite.desk.batches.services.taking import take
from monazite.desk.events.append import Who

_FINEST = Decimal("0.000001")
_UNDONE, _REST = "undo", "rest"
"""Ends of the ids of what is given back: all that is left of a draw, or what stayed behind."""


class Part(NamedTuple):
    """How much of an item left, of how much was declared, in the item's unit."""

    left: Decimal
    declared: Decimal


def undraw(number: str, who: Who) -> None:
    """Give back all that a declaration drew and still holds; a repeated call does nothing."""
    _given_back(number, _UNDONE, lambda _, held: held, who)


def return_rest(number: str, parts: Mapping[int, Part], who: Who) -> None:
    """Give back of each draw what stayed behind of its item, by the items' numbers; once."""

    def rest(row: Draw, held: Decimal) -> Decimal:
        part = parts.get(int(row.message_id.split("/")[1]))
        if part is None:
            return ZERO
        mass: Decimal = row.mass_kg
        kept = (mass * part.left / part.declared).quantize(_FINEST, ROUND_HALF_EVEN)
        return min(held, mass - kept)

    _given_back(number, _REST, rest, who)


def _given_back(number: str, end: str, much: Callable[[Draw, Decimal], Decimal], who: Who) -> None:
    """much: how much of a draw goes back, of what is still held of it."""
    rows = Draw.objects.filter(reference=number, kind=EXPORT).order_by("batch__number", "number")
    back = dict(rows.filter(mass_kg__lt=0).values_list("message_id", "mass_kg"))
    batches: dict[uuid.UUID, Batch] = {}
    for row in rows.filter(mass_kg__gt=0).select_related("batch"):
        message = f"{row.message_id}/{end}"
        held = row.mass_kg + sum(back.get(f"{row.message_id}/{e}", ZERO) for e in (_UNDONE, _REST))
        mass = ZERO if message in back else much(row, held)
        if mass > 0:
            batch = batches.setdefault(row.batch_id, row.batch)
            take(batch, message, EXPORT, number, -mass, who)
