"""Files of the store: written whole, by one at a time, on the disk before they count."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_READABLE = 0o644
_LOCK = ".lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else writes in the folder, which is made where it is not there.

    InputError field "lists" where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("a")
    except OSError as error:
        raise unwritable(folder, error) from error
    with lock:
        _hold(lock.fileno())
        yield


def write(path: Path, data: bytes) -> None:
    """Write a file so that a machine that stops leaves the old one or the new one."""
    part: str | None = None
    try:
        handle, part = tempfile.mkstemp(".part", f".{path.name}.", path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A temporary file is private; a list is for others to read.
        Path(part).chmod(_READABLE)
        Path(part).replace(path)
        flush(path.parent)
    except OSError as error:
        if part is not None:
            Path(part).unlink(missing_ok=True)
        raise unwritable(path, error) from error


def document(value: Any) -> bytes:  # noqa: ANN401 - whatever JSON holds
    """A value as a JSON file."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def flush(path: Path) -> None:
    """A file or a folder's names are on the disk, where a system can say so."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:  # pragma: no cover - Windows opens no folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unwritable(path: Path, error: OSError) -> InputError:
    """A place that takes no files."""
    return InputError("lists", path, f"a folder that can be written ({error.strerror or error})")


def _hold(handle: int) -> None:
    """Take the lock; it is given back when the file closes or its process dies."""
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:  # pragma: no cover - Windows
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        return
    fcntl.flock(handle, fcntl.LOCK_EX)
