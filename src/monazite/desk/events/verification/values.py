"""What is compared, and what is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from monazite.catalogue.texts import say

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

NOTES = frozenset({"copy_late", "key_unused"})
"""Findings that are no fault."""


class Link(NamedTuple):
    """An event as it stands in the database.

    place: its id on SQLite, its transaction on PostgreSQL: what watermarks are compared with.
    """

    aggregate: uuid.UUID
    seq: int
    kind: str
    at: datetime
    actor: uuid.UUID | None
    via: str
    event: str
    payload: str
    previous: bytes
    hash: bytes
    place: int | None = None


class Row(NamedTuple):
    """An aggregate's row: head and length of its chain, and the fields that its events tell."""

    aggregate: uuid.UUID
    kind: str
    seq: int
    head: bytes
    fields: Mapping[str, object]


class Claim(NamedTuple):
    """What a checkpoint says of an aggregate: the last event that it saw."""

    aggregate: uuid.UUID
    number: int
    kind: str
    seq: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Broken:
    """One thing that is not as it was recorded; words at `desk.events.finding.CODE`."""

    code: str
    values: Mapping[str, Any]

    @property
    def severity(self) -> str:
        """Error, or note."""
        return "note" if self.code in NOTES else "error"

    def message(self, lang: str) -> str:
        """The finding as a sentence."""
        return say(f"desk.events.finding.{self.code}", lang, **self.values)

    def document(self, lang: str) -> dict[str, Any]:
        """The finding as JSON."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message(lang),
            "values": {name: str(value) for name, value in self.values.items()},
        }


@dataclass(slots=True)
class Tally:
    """What was counted on the way; since: the oldest event after the last checkpoint."""

    events: int = 0
    aggregates: int = 0
    after: int = 0
    since: datetime | None = field(default=None)

    def unsealed(self, at: datetime) -> None:
        """Count an event that no checkpoint holds."""
        self.after += 1
        self.since = at if self.since is None else min(self.since, at)
