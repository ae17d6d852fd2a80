"""Which columns of the rows at a snapshot its events tell by SHA-256, and under which key."""

from __future__ import annotations

from collections.abc import Iterable

from monazite.desk.events.prints import Print
from monazite.desk.offline.models import Allotment, Exit

ALLOTMENT = Print(("number", "line_id", "on", "quantity", "value", "uses"))
EXIT = Print(
    ("number", "place", "hash", "key", "reference", "left_at", "looked", "declaration", "draws",
     "conflicts", "merged_at", "merged_by_id")
)  # fmt: skip

Told = dict[str, dict[str, str]]
"""SHA-256 by table and key, as a payload's `rows` has them."""


def allotments_told(rows: Iterable[Allotment]) -> Told:
    """What was set aside, by number."""
    return {"allotments": {str(row.number): ALLOTMENT.of(row) for row in rows}}


def exits_told(rows: Iterable[Exit]) -> Told:
    """What came home, by number."""
    return {"exits": {str(row.number): EXIT.of(row) for row in rows}}
