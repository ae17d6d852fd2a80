"""Something is taken of a batch, or given back: the one place where its account moves."""

from __future__ import annotations

import uuid
from decimal import Decimal

from django.utils import timezone

from monazite.desk.batches.models import Batch, Draw
from monazite.desk.batches.prints import draw_told
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS, plain


def take(
    batch: Batch, message_id: str, kind: str, reference: str, mass_kg: Decimal, who: Who
) -> Draw:
    """One draw; below zero it gives back. Call in a transaction, after the caller has looked.

    The statement that adds it moves the batch's sum, on the condition that the batch is as it was
    read: ChangedMeanwhile where it is not. A CHECK holds that nothing is overdrawn.
    """
    number = batch.draws.count() + 1
    draw = Draw(
        id=uuid.uuid4(), batch=batch, number=number, message_id=message_id, kind=kind,
        reference=reference, mass_kg=mass_kg, at=timezone.now(), by_id=who.person,
    )  # fmt: skip
    drawn = batch.drawn_kg + mass_kg
    told = {
        "draw": number, "for": reference, "drawn_kg": plain(drawn), ROWS: draw_told(draw),
    }  # fmt: skip
    record(batch, "drawn" if mass_kg > 0 else "given_back", told, who, drawn_kg=drawn)
    draw.save(force_insert=True)
    return draw
