"""The bytes that are hashed: one way to write an event, so that any program can check it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import uuid
    from datetime import datetime

FORMAT = "monazite-event-1"
"""Which way, at the head of every text that is hashed."""
# Made once: `json.dumps` makes one for each text.
_sorted = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)
_listed = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False)
_EXACT, _KEYED = (str, int, NoneType), (dict, Mapping)


def canonical(document: Mapping[str, Any]) -> str:
    """JSON with sorted keys, no spaces, and no numbers that are not whole; TypeError for one.

    Quantities stand in events as text; a float would not survive every reader.
    """
    _without_floats(document)
    return _sorted.encode(document)


def _without_floats(value: object) -> None:
    if isinstance(value, _EXACT):
        return
    if isinstance(value, float):
        raise TypeError(f"{value} is no whole number: quantities stand in events as text")
    if isinstance(value, _KEYED):
        value = value.values()
    if isinstance(value, Iterable):
        for inner in value:
            _without_floats(inner)


def event_hash(
    previous: bytes,
    aggregate_kind: str,
    aggregate_id: uuid.UUID,
    seq: int,
    at: datetime,
    actor: uuid.UUID | None,
    via: str,
    kind: str,
    payload: str,
) -> bytes:
    """SHA-256 of the event with the hash of the one before it (ISO time in UTC, microseconds)."""
    fields = [
        FORMAT, previous.hex(), aggregate_kind, str(aggregate_id), seq,
        at.isoformat(timespec="microseconds"), str(actor) if actor else None, via, kind, payload,
    ]  # fmt: skip
    text = _listed.encode(fields)
    return hashlib.sha256(text.encode()).digest()
