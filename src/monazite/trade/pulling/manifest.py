"""The manifest of a folder: what was asked, what came, when, and the sha256 of each file.

`.monazite-pull.json` is replaced as a whole after each answer, so that a pull that was stopped
anywhere goes on where it stopped. It never holds a key: keys are sent as headers and kept nowhere.
Its name begins with a dot, so that who loads the folder passes it over.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError
from monazite.trade.pulling.errors import PullError

if TYPE_CHECKING:
    from pathlib import Path

NAME = ".monazite-pull.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer.

    Attributes:
        asked: the address and its parameters, without the key.
        file: the name of the file that holds the answer; empty where it had no records, or where
            it was too long and `parts` were asked instead.
        sha256: of the file.
        size_bytes: of the file.
        records: in the file; None where that was not counted.
        retrieved: the time (UTC).
        parts: what the answer is made of: the entries that were asked instead, or the files of an
            archive.
    """

    asked: str
    file: str
    sha256: str
    size_bytes: int
    records: int | None
    retrieved: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries of a folder by name."""

    folder: Path
    kind: str
    entries: dict[str, Entry]

    def add(self, name: str, entry: Entry) -> None:
        """Keep an entry, on the disk as well."""
        self.entries[name] = entry
        document = {
            "monazite": "pull",
            "kind": self.kind,
            "entries": {key: asdict(one) for key, one in sorted(self.entries.items())},
        }
        new = self.folder / f"{NAME}.part"
        new.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        new.replace(self.folder / NAME)

    def whole(self, name: str) -> Entry | None:
        """The entry, if its file is there as it came; None if it must be asked (again)."""
        entry = self.entries.get(name)
        if entry is None or not entry.file:
            return entry
        path = self.folder / entry.file
        if not path.is_file() or path.stat().st_size != entry.size_bytes:
            return None
        with path.open("rb") as file:
            same = hashlib.file_digest(file, "sha256").hexdigest() == entry.sha256
        return entry if same else None


def opened(folder: Path, kind: str) -> Manifest:
    """The manifest of a folder, which is made where it does not exist.

    Raises:
        InputError: field "into", where the folder cannot be written or holds another pull.
        PullError: code unreadable_manifest.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failed:
        raise InputError("into", folder, f"a folder that can be written: {failed}") from failed
    path = folder / NAME
    if not path.exists():
        return Manifest(folder, kind, {})
    document = _read(path)
    if document["kind"] != kind:
        raise InputError("into", folder, f"a folder of its own; this one holds {document['kind']}")
    entries = {name: Entry(**_frozen(one)) for name, one in document["entries"].items()}
    return Manifest(folder, kind, entries)


def _read(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        for one in document["entries"].values():
            Entry(**_frozen(one))
        str(document["kind"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as broken:
        raise PullError(
            "unreadable_manifest",
            f"{path} is not the manifest of a pull ({broken}): name another folder, or remove it "
            "to fetch everything again",
        ) from broken
    return document  # type: ignore[no-any-return]


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:
    return {**entry, "parts": tuple(entry.get("parts", ()))}
