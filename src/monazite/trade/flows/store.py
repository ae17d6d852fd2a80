"""The store of flows: a folder of immutable loads, each of which appeared by one rename.

`STORE/loads/load=<id>/` holds `year=<Y>/*.parquet`, `load.json` (what was read, and what became of
its rows), `slices.parquet` (what it says something of) and `rejects.csv` (the rows that it did not
take). Whether a load is current is computed, never stored (`flows.slices`).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.trade.flows.columns import PUBLISHER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RECORD, SLICES, REJECTS = "load.json", "slices.parquet", "rejects.csv"
_PREFIX = "load="


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file of a load: its name, its digest, its size and the rows that it holds."""

    name: str
    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True, slots=True)
class LoadRecord:
    """What a load read and what became of it.

    `layout` is the digest of the layout with the caller's words; `reasons` counts the rows that
    were rejected or set aside by reason, `notes` those whose mass or value is missing or odd;
    `loaded_at` is UTC. `release_from` says who names the release (`columns.PUBLISHER`, `CALLER`,
    `FILE_DAY`); a record that does not say so is of a release that the publisher named.
    """

    id: str
    kind: str
    source: str
    vintage: str
    basis: str
    nomenclatures: tuple[str, ...]
    frequencies: tuple[str, ...]
    years: tuple[int, ...]
    files: tuple[LoadedFile, ...]
    accepted: int
    rejected: int
    set_aside: int
    layout: str
    version: str
    loaded_at: str
    reasons: Mapping[str, int] = field(default_factory=dict)
    notes: Mapping[str, int] = field(default_factory=dict)
    release_from: str = PUBLISHER

    def document(self) -> dict[str, Any]:
        """The record as the JSON object of `load.json`."""
        return asdict(self)


def record(document: Mapping[str, Any]) -> LoadRecord:
    """The record that a JSON object of `load.json` is."""
    lists = {name: tuple(document[name]) for name in ("nomenclatures", "frequencies", "years")}
    files = tuple(LoadedFile(**file) for file in document["files"])
    return LoadRecord(**{**document, **lists, "files": files})


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of loads."""

    path: Path

    @property
    def loads_path(self) -> Path:
        """Where the loads are."""
        return self.path / "loads"

    def folder(self, load: str) -> Path:
        """The folder of a load."""
        return self.loads_path / f"{_PREFIX}{load}"

    def loads(self) -> tuple[LoadRecord, ...]:
        """Every load, the oldest first."""
        found = [_read(path) for path in self.loads_path.glob(f"{_PREFIX}*/{RECORD}")]
        return tuple(sorted(found, key=lambda one: (one.loaded_at, one.id)))

    def files(self, load: str, years: frozenset[int] | None = None) -> tuple[Path, ...]:
        """The Parquet files of a load, of some years or of all."""
        found = sorted(self.folder(load).glob("year=*/*.parquet"))
        return tuple(one for one in found if years is None or year_of(one) in years)


def year_of(file: Path) -> int:
    """The year that the path of a Parquet file names."""
    return int(file.parent.name.removeprefix("year="))


def _read(path: Path) -> LoadRecord:
    try:
        return record(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError, KeyError) as wrong:
        raise InputError("store", path, f"a store whose loads are whole ({wrong})") from wrong
