"""The journal of a post as a file: written whole, by one at a time; no half of it ever stands."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.customs.offline.journal import Journal, read, whole
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.customs.offline.snapshot import Snapshot

BYTES_MAX = 20 * 1024 * 1024


def loaded(path: Path) -> bytes:
    """The bytes of a file; InputError where it cannot be read or is too large."""
    try:
        if path.stat().st_size > BYTES_MAX:
            raise InputError("file", path, f"a file of at most {BYTES_MAX // 1024**2} MiB")
        return path.read_bytes()
    except OSError as error:
        raise InputError("file", path, f"a file that can be read ({error.strerror})") from error


def journal_of(path: Path, snapshot: Snapshot) -> Journal:
    """The journal of the snapshot in that file, a new one where there is none.

    InputError where it is of another snapshot, and where it was changed.
    """
    if not path.exists():
        return Journal(snapshot.ident, snapshot.genesis(), None, closed=False, exits=())
    journal = read(loaded(path))
    if journal.snapshot != snapshot.ident:
        raise InputError("journal", path, f"the journal of the snapshot {snapshot.ident}")
    if not whole(journal, snapshot.genesis()):
        raise InputError("journal", path, "the journal as it was written; this one was changed")
    return journal


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Nobody else writes the journal meanwhile."""
    import fcntl  # noqa: PLC0415 - not of every system; only posts write journals

    lock = path.with_name(f".{path.name}.lock")
    try:
        with lock.open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield
    except OSError as error:
        accepted = f"a file that can be written ({error.strerror})"
        raise InputError("journal", path, accepted) from error


def written(path: Path, data: bytes) -> None:
    """Write a file so that a machine that stops leaves the old one or the new one."""
    try:
        handle, part = tempfile.mkstemp(".part", f".{path.name}.", path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(part).replace(path)
    except OSError as error:
        accepted = f"a file that can be written ({error.strerror})"
        raise InputError("file", path, accepted) from error
