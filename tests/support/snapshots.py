"""Snapshots: texts that were looked at once and must stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "snapshots"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Holds a text against the file of its name below `tests/snapshots`."""

    update: bool

    def holds(self, name: str, text: str) -> None:
        """Compare, or write with `--snapshot-update`; a missing file fails and says so."""
        file = FOLDER / name
        if self.update:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text + "\n", encoding="utf-8")
        assert file.exists(), f"no snapshot {name}: look at the text, then use --snapshot-update"
        assert text + "\n" == file.read_text(encoding="utf-8"), name
