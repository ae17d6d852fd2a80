"""The folder of a sweep while it is driven: one driver at a time, every file whole or not there."""

from __future__ import annotations

import os
import socket
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from monazite.shock.sweeps.refusing import SweepError, refusal
from monazite.shock.sweeps.store.encoding import Stamp, Torn, decoded
from monazite.shock.sweeps.store.manifest import NAME, Manifest, differing, read

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNKS, _LOCK, _PART = "chunks", ".lock", ".part"
_READABLE = 0o644
_CODE = {"code", "world", "columns", "ran"}
"""Members in which another Monazite, or one with other data, would differ."""


class Folder:
    """A sweep's folder, with the manifest that it holds."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.path, self.manifest = path, manifest
        self._sweep = manifest.sweep

    def stamp(self, chunk: int) -> Stamp:
        """What a chunk must carry."""
        return Stamp(self._sweep, chunk, *self.manifest.plan.range(chunk))

    def file(self, chunk: int) -> Path:
        """Where a chunk stands."""
        return self.path / _CHUNKS / f"{chunk:06}.parquet"

    def whole(self, chunk: int) -> bool:
        """Whether a chunk is there, all of it, and of this sweep."""
        try:
            decoded(self.file(chunk), self.stamp(chunk), tuple(self.manifest.columns))
        except Torn:
            return False
        return True

    def missing(self) -> list[int]:
        """The chunks that are yet to be computed, torn and foreign ones among them."""
        return [chunk for chunk in range(self.manifest.plan.chunks) if not self.whole(chunk)]

    def put(self, chunk: int, data: bytes) -> None:
        """Write a chunk: its bytes are on the disk before it has its name."""
        _write(self.file(chunk), data)


@contextmanager
def driven(path: Path, manifest: Manifest) -> Iterator[Folder]:
    """The folder for one driver, made where it is not there.

    Raises:
        InputError: field "out", where another process drives it, or where it holds another sweep or
            anything else.
        SweepError: where the disk refuses to be written.
    """
    begin(path)
    try:
        with (path / _LOCK).open("a+", encoding="utf-8") as lock:
            _hold(lock.fileno(), path)
            lock.truncate(0)
            lock.write(f"{os.getpid()} {socket.gethostname()}\n")
            lock.flush()
            yield _opened(path, manifest)
    except OSError as error:
        raise SweepError("unwritten", path=path, reason=error.strerror or error) from error


def begin(path: Path) -> None:
    """Make the folder; InputError field "out" where it cannot be one, or holds other things."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        others = {one.name for one in path.iterdir()} - {NAME, _CHUNKS, _LOCK}
    except OSError as error:
        raise refusal("out", path, "folder", reason=error.strerror or error) from None
    if not (path / NAME).exists() and any(not name.endswith(_PART) for name in others):
        raise refusal("out", path, "occupied", file=min(others))


def _opened(path: Path, manifest: Manifest) -> Folder:
    """With the manifest written, or the same there already; what a killed driver left is swept."""
    chunks = path / _CHUNKS
    chunks.mkdir(exist_ok=True)
    for left in (*path.glob(f"*{_PART}"), *chunks.glob(f"*{_PART}")):
        left.unlink(missing_ok=True)
    if (path / NAME).exists():
        _compare(path, manifest)
    else:
        _write(path / NAME, manifest.written())
    return Folder(path, manifest)


def _compare(path: Path, manifest: Manifest) -> None:
    there = read(path)
    members = differing(there, manifest)
    if not members:
        return
    if set(members) <= _CODE:
        made = "Monazite {monazite}, {sources:.12}".format(**there.code)
        here = "Monazite {monazite}, {sources:.12}".format(**manifest.code)
        raise refusal("out", path, "version", made=made, here=here)
    told = {"scenario": there.scenario["id"], "scenarios": f"{there.plan.scenarios:,}"}
    raise refusal("out", path, "other", differs=", ".join(members), **told)


def _write(path: Path, data: bytes) -> None:
    handle, part = tempfile.mkstemp(_PART, path.stem, path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    # A temporary file is private; a chunk is for others to read.
    Path(part).chmod(_READABLE)
    Path(part).replace(path)
    _flush(path.parent)


def _flush(folder: Path) -> None:
    """The name is on the disk too, where a system can say so of a folder."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # pragma: no cover - Windows opens no folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _hold(handle: int, path: Path) -> None:
    """Take the lock, which the system gives back when its process dies."""
    try:
        try:
            import fcntl  # noqa: PLC0415 - not on every system
        except ImportError:  # pragma: no cover - Windows
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            return
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        by = (path / _LOCK).read_text(encoding="utf-8").strip()
        raise refusal("out", path, "driven", by=by or "?") from None
