"""What the store says of a list: its versions, and which was in force since when."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from monazite.errors import MonaziteError
from monazite.watch.screening.lists.files import document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = "monazite.list/1"
CURRENT, VERSION, ENTRIES = "current", "version.json", "entries.parquet"
FOLDER_SIGNS = 16
"""So many signs of its hash name the folder of a version."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that a version was read from."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Version:
    """What `version.json` says: what was read, by which reader, and what came of it.

    version: SHA-256 of the file, of several the SHA-256 of their sorted hashes, a line each.
    published: the day that the files themselves state. left_out: counts by reason. tables: which
    of the publisher's files they are, where one list is several.
    """

    list: str
    version: str
    kind: str
    reader: int
    files: tuple[File, ...]
    published: date | None
    entries: int
    names: int
    left_out: Mapping[str, int]
    software: str
    tables: tuple[str, ...] = ()

    def written(self) -> bytes:
        """The file."""
        return document({"format": FORMAT} | asdict(self) | {"published": _text(self.published)})


@dataclass(frozen=True, slots=True)
class Loading:
    """That a version came into force, or was found to be in force still.

    published: the day that the loading stated; stale_after_days: as it said.
    """

    version: str
    at: datetime
    published: date | None
    stale_after_days: int
    entries: int

    @property
    def as_of(self) -> date:
        """The day from which the list's age is counted."""
        return self.published or self.at.date()


@dataclass(frozen=True, slots=True)
class Current:
    """The file `current`: every loading of a list, the last one in force."""

    list: str
    kind: str
    loadings: tuple[Loading, ...]

    def written(self) -> bytes:
        """The file."""
        loadings = [
            asdict(one) | {"at": one.at.isoformat(), "published": _text(one.published)}
            for one in self.loadings
        ]
        return document(
            {"format": FORMAT, "list": self.list, "kind": self.kind, "loadings": loadings}
        )


def read_current(folder: Path) -> Current | None:
    """What is in force of a list, None where none ever was; MonaziteError for a broken file."""
    found = _document(folder / CURRENT)
    if found is None:
        return None
    try:
        loadings = tuple(
            Loading(**(one | {"at": datetime.fromisoformat(one["at"]),
                              "published": _day(one["published"])}))
            for one in found["loadings"]
        )  # fmt: skip
        return Current(found["list"], found["kind"], loadings)
    except (KeyError, TypeError, ValueError) as error:
        raise MonaziteError(f"{folder / CURRENT} is damaged ({error})") from error


def read_version(folder: Path) -> Version | None:
    """What stands in a version's folder, None where it holds none."""
    found = _document(folder / VERSION)
    if found is None or not (folder / ENTRIES).exists():
        return None
    try:
        found.pop("format")
        files = tuple(File(**one) for one in found.pop("files"))
        told = {"files": files, "published": _day(found["published"])}
        return Version(**(found | told | {"tables": tuple(found.get("tables", ()))}))
    except (KeyError, TypeError, ValueError) as error:
        raise MonaziteError(f"{folder / VERSION} is damaged ({error})") from error


def _document(path: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise MonaziteError(f"{path} cannot be read ({error})") from error
    return found


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
