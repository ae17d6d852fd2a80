"""A version of a list as it is held: which it is, how old, and its entries."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.watch.screening.answers import ListUsed
from monazite.watch.screening.lists.entries import Entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from pathlib import Path

    from monazite.watch.screening.entity import Entity

STALE_AFTER = 7
"""Days after which a list is stale, where its loading says nothing else."""


@dataclass(frozen=True, slots=True)
class Held:
    """A list and one version of it; folder: where the version stands, None in memory.

    as_of: the day from which its age is counted: that which the loading said it was published on,
    else the day on which it was last loaded.
    """

    used: ListUsed
    kind: str
    as_of: date
    stale_after_days: int
    entries: Entries
    folder: Path | None = None

    @classmethod
    def of(cls, name: str, entities: Iterable[Entity], now: datetime) -> Held:
        """A list in memory, loaded just now."""
        entries = Entries.of(name, entities)
        found = hashlib.sha256(b"".join(sorted(entries.digests().values()))).hexdigest()
        used = ListUsed(name, found, None, now, stale=False)
        return cls(used, "memory", now.date(), STALE_AFTER, entries)

    def entities(self) -> Iterator[Entity]:
        """The entries, one by one."""
        return iter(self.entries)


def is_stale(as_of: date, today: date, stale_after_days: int) -> bool:
    """Whether a list of that day is too old today to be screened against."""
    return (today - as_of).days > stale_after_days
