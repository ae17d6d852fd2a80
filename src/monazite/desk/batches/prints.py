"""Which columns of batches, their draws and quotas the events tell by SHA-256."""

from __future__ import annotations

from monazite.desk.batches.models import Draw
from monazite.desk.events.prints import Print

DRAW = Print(("number", "message_id", "kind", "reference", "mass_kg", "at", "by_id"))

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them."""


def draw_told(draw: Draw) -> Told:
    """What was taken or given back, by its number."""
    return {"draws": {str(draw.number): DRAW.of(draw)}}
