"""What a kept comparison found, read from its document (`watch.screening.documents`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from monazite.desk.events.canonical import canonical
from monazite.desk.events.prints import text_sha256

Document = Mapping[str, Any]


def alerts(found: Document, on: date | None = None) -> Sequence[Document]:
    """The hits that somebody has to look at, the likest first.

    on: a day on which what was set aside may be over; None: the day of the comparison.
    """
    return [hit for hit in found["hits"] if hit["alert"] and not _holds(hit, on)]


def set_aside(found: Document, on: date | None = None) -> Sequence[Document]:
    """The hits that somebody looked at and set aside until a day that has not gone by."""
    return [hit for hit in found["hits"] if hit["alert"] and _holds(hit, on)]


def _holds(hit: Document, on: date | None) -> bool:
    until = hit["suppressed_until"]
    return until is not None and (on is None or on <= date.fromisoformat(until))


def finding(found: Document) -> tuple[object, ...]:
    """What tells a comparison from the one before: not how high it scored, nor by which version."""
    aside = [(*_entry(hit), hit["suppressed_until"]) for hit in set_aside(found)]
    return found["result"], *sorted(found["why"]), *_entries(found), *sorted(aside)


def alerts_sha256(found: Document) -> str:
    """SHA-256 of the entries that are alerts; "" of none."""
    entries = _entries(found)
    return text_sha256(canonical({"entries": [list(each) for each in entries]})) if entries else ""


def _entries(found: Document) -> list[tuple[str, str]]:
    return sorted(_entry(hit) for hit in alerts(found))


def _entry(hit: Document) -> tuple[str, str]:
    return hit["list"], hit["entity_id"]
