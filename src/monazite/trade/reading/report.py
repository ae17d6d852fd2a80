"""What a load did: the loads that it made, what was there before, what it passed over."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monazite.trade.flows.store import REJECTS, Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from monazite.trade.flows.store import LoadRecord

_HELD = "already_loaded"


@dataclass(frozen=True, slots=True)
class Already:
    """Files of which the store holds every flow, and what became of their other rows.

    `load` is the load that read the same bytes first, whose counts these are (it may have read more
    files); None where the rows were held but the bytes are new, and the counts are of this reading.
    A file that stands twice in one call has neither load nor counts.
    """

    files: tuple[str, ...]
    load: str | None = None
    rejected: int = 0
    set_aside: int = 0
    reasons: Mapping[str, int] | None = None
    notes: Mapping[str, int] | None = None
    side_file: Path | None = None

    def document(self) -> dict[str, Any]:
        """What is known of the files as a JSON object."""
        return {
            "files": list(self.files),
            "load": self.load,
            "rejected": self.rejected,
            "set_aside": self.set_aside,
            "reasons": dict(self.reasons or {}),
            "notes": dict(self.notes or {}),
            "side_file": str(self.side_file) if self.side_file else None,
        }


def unchanged(store: Store, names: Sequence[str], first: LoadRecord | None) -> Already:
    """Files whose bytes the store has read, with the load that read them first."""
    if first is None:
        return Already(tuple(names))
    side = store.folder(first.id) / REJECTS if first.rejected or first.set_aside else None
    return Already(
        tuple(names), first.id, first.rejected, first.set_aside, first.reasons, first.notes, side
    )


def all_held(store: Store, folder: Path, read: LoadRecord) -> Already:
    """Files whose flows the store holds all, from the reading in a folder that is thrown away.

    Where rows were rejected or set aside for other reasons, their side file is kept in
    `STORE/rejects`.
    """
    side = None
    if set(read.reasons) - {_HELD}:
        side = store.path / "rejects" / f"{read.id}.csv"
        side.parent.mkdir(exist_ok=True)
        shutil.copyfile(folder / REJECTS, side)
    names = tuple(one.name for one in read.files)
    return Already(names, None, read.rejected, read.set_aside, read.reasons, read.notes, side)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    `loads` are new in the store, one for each layout and release; `already` are files that it
    held before; `skipped` are files of the folder that are of no known layout, with the reason;
    `replaced` are older loads with the number of their flows that are no longer current.
    """

    store: Path
    loads: tuple[LoadRecord, ...]
    already: tuple[Already, ...]
    skipped: tuple[tuple[str, str], ...]
    replaced: tuple[tuple[str, int], ...]

    @property
    def unchanged(self) -> tuple[str, ...]:
        """The files of which the store held every flow before."""
        return tuple(name for one in self.already for name in one.files)

    @property
    def accepted(self) -> int:
        """Rows that are flows now."""
        return sum(one.accepted for one in self.loads)

    @property
    def rejected(self) -> int:
        """Rows of the new loads with a fault; each stands in a side file with line and reasons."""
        return sum(one.rejected for one in self.loads)

    @property
    def set_aside(self) -> int:
        """Rows of the new loads that are no flow of their own."""
        return sum(one.set_aside for one in self.loads)

    @property
    def replaced_rows(self) -> int:
        """Flows of older loads that are no longer current because of the new ones."""
        return sum(count for _, count in self.replaced)

    @property
    def side_files(self) -> tuple[Path, ...]:
        """The side files with rows that were rejected or set aside, of old readings too."""
        odd = (one for one in self.loads if one.rejected or one.set_aside)
        new = [Store(self.store).folder(one.id) / REJECTS for one in odd]
        return (*new, *(one.side_file for one in self.already if one.side_file))

    def document(self) -> dict[str, Any]:
        """The report as a JSON object."""
        return {
            "store": str(self.store),
            "loads": [one.document() for one in self.loads],
            "unchanged": list(self.unchanged),
            "already": [one.document() for one in self.already],
            "skipped": [{"file": name, "reason": why} for name, why in self.skipped],
            "accepted": self.accepted,
            "rejected": self.rejected,
            "set_aside": self.set_aside,
            "replaced_rows": self.replaced_rows,
            "replaced": [{"load": load, "rows": count} for load, count in self.replaced],
            "side_files": [str(path) for path in self.side_files],
        }
