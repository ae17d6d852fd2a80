"""Copies of checkpoints in a folder outside the database, where its owner cannot reach back."""

from __future__ import annotations

import json
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from monazite.errors import MonaziteError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.desk.events.models import Checkpoint

_NAME = re.compile(r"(\d{10})\.json")


class CopiesDisagree(MonaziteError):  # noqa: N818 - what is so, as a sentence would say it
    """The checkpoints outside the database are not those inside; nothing is sealed: verify."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A checkpoint as it lies in a file: its document, word for word, and its signature."""

    document: str
    signature: bytes

    @classmethod
    def of(cls, row: Checkpoint) -> Self:
        """The copy of a row."""
        return cls(row.document, bytes(row.signature))

    @classmethod
    def read(cls, data: bytes) -> Self:
        """The copy of a file's bytes; ValueError where it is none."""
        try:
            fields = json.loads(data)
            return cls(str(fields["document"]), bytes.fromhex(fields["signature"]))
        except (KeyError, TypeError) as error:
            raise ValueError("not a copy of a checkpoint") from error

    def data(self) -> bytes:
        """The file's bytes."""
        fields = {"document": self.document, "signature": self.signature.hex()}
        return json.dumps(fields, ensure_ascii=False, indent=1).encode() + b"\n"


def path(root: Path, number: int) -> Path:
    """Where the copy of a checkpoint lies."""
    return root / f"{number:010}.json"


def numbers(root: Path) -> Iterator[int]:
    """The checkpoints that have a copy, by number."""
    names = sorted(path.name for path in root.iterdir()) if root.is_dir() else []
    for name in names:
        if found := _NAME.fullmatch(name):
            yield int(found[1])


def write(root: Path, number: int, copy: Copy) -> None:
    """Put a copy there for good: whole or not at all; CopiesDisagree where another one lies."""
    place = path(root, number)
    if place.exists():
        if place.read_bytes() != copy.data():
            raise CopiesDisagree(f"{CopiesDisagree.__doc__} ({place.name})")
        return
    root.mkdir(parents=True, exist_ok=True)
    put(place, copy.data())


def put(place: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file so that a machine that stops leaves the old one or the new one, never half."""
    handle, part = tempfile.mkstemp(".part", f".{place.name}.", place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(handle, mode)
        os.fsync(handle)
    Path(part).replace(place)
    sync(place.parent)


def sync(folder: Path) -> None:
    """Make the names of a folder's files as lasting as the files."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
