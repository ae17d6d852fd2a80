"""What a pull did, and how it tells of its progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Progress(Protocol):
    """Told how far a pull is."""

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Name what is done, how much of it, and how much there is (None: not known)."""


@dataclass(frozen=True, slots=True)
class PullReport:
    """What lies in the folder after a pull.

    Attributes:
        kind: the layout of the files: comtrade-json or baci.
        into: the folder.
        files: the data files in it, as the publisher sent them; what the loader takes.
        vintage: the publisher's release, or the last day (UTC) on which something was fetched.
        asked: how many requests were answered now.
        already: how many answers were there from before and not asked for again.
        records: how many records the files hold; None where that was not counted.
        size_bytes: the size of the files together.
    """

    kind: str
    into: Path
    files: tuple[Path, ...]
    vintage: str
    asked: int
    already: int
    records: int | None
    size_bytes: int
