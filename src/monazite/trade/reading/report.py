"""What a load did: the loads that it made, what was there before, what it passed over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.flows.store import LoadRecord


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    `loads` are new in the store, one for each layout and release; `unchanged` are files that it
    held before; `skipped` are files of the folder that are of no known layout, with the reason.
    """

    store: Path
    loads: tuple[LoadRecord, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]

    @property
    def accepted(self) -> int:
        """Rows that are flows now."""
        return sum(one.accepted for one in self.loads)

    @property
    def rejected(self) -> int:
        """Rows with a fault; each stands in a side file with its line, reasons and remedies."""
        return sum(one.rejected for one in self.loads)

    @property
    def set_aside(self) -> int:
        """Rows that are no flow of their own."""
        return sum(one.set_aside for one in self.loads)

    @property
    def side_files(self) -> tuple[Path, ...]:
        """The side files of the new loads that rejected or set aside rows."""
        from monazite.trade.flows.store import REJECTS, Store  # noqa: PLC0415 - loads pyarrow

        odd = (one for one in self.loads if one.rejected or one.set_aside)
        return tuple(Store(self.store).folder(one.id) / REJECTS for one in odd)

    def document(self) -> dict[str, Any]:
        """The report as a JSON object."""
        return {
            "store": str(self.store),
            "loads": [one.document() for one in self.loads],
            "unchanged": list(self.unchanged),
            "skipped": [{"file": name, "reason": why} for name, why in self.skipped],
            "accepted": self.accepted,
            "rejected": self.rejected,
            "set_aside": self.set_aside,
            "side_files": [str(path) for path in self.side_files],
        }
