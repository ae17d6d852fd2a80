"""A stream becomes a file of its own folder, counted and hashed on the way."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from monazite.desk.applications.errors import PaperRefused

PART = ".part"
"""How the name of an unfinished file ends; the worker removes those of dead processes."""
_PIECE = 256 * 1024


class Stream(Protocol):
    """Anything that gives bytes: an open file, an upload."""

    def read(self, size: int, /) -> bytes:
        """At most so many of the next bytes; b"" at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Received:
    """A file that has arrived whole and is nobody's yet; size in bytes."""

    path: Path
    sha256: str
    size: int


@contextmanager
def received(stream: Stream, root: Path, most: int) -> Iterator[Received]:
    """The stream as a file, gone afterwards unless it was stored; PaperRefused beyond `most`."""
    folder = root / "incoming"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(PART, dir=folder)  # 0600
    try:
        with os.fdopen(handle, "wb") as file:
            sha256, size = _copied(stream, file.write, most)
            file.flush()
            os.fsync(file.fileno())
        yield Received(Path(name), sha256, size)
    finally:
        Path(name).unlink(missing_ok=True)


def _copied(stream: Stream, write: Callable[[bytes], int], most: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        if size > most:
            raise PaperRefused("paper_too_big", most=most // (1024 * 1024))
        digest.update(piece)
        write(piece)
    if not size:
        raise PaperRefused("paper_empty")
    return digest.hexdigest(), size
