"""Writing an archive: member by member, whole under its name or not there at all."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from monazite.desk.events.copies import sync
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CHUNK = 1 << 20


@dataclass(slots=True)
class Writer:
    """An archive that is being written; files: what it holds so far, with sizes and hashes."""

    tar: tarfile.TarFile
    folder: Path
    files: dict[str, list[int | str]] = field(default_factory=dict)

    def lines(self, name: str, lines: Iterable[bytes]) -> None:
        """Add a member from lines; they lie on disk first, for a tar asks for the size before."""
        with tempfile.TemporaryFile(dir=self.folder) as spool:
            for line in lines:
                spool.write(line)
            self._add(name, spool)

    def file(self, name: str, path: Path) -> None:
        """Add a file; one that went away meanwhile is left out."""
        try:
            with path.open("rb") as file:
                self._add(name, file)
        except FileNotFoundError:
            return

    def data(self, name: str, data: bytes) -> None:
        """Add a member that lies in memory, outside of what `files` lists."""
        self.tar.addfile(_info(name, len(data)), io.BytesIO(data))

    def _add(self, name: str, file: IO[bytes]) -> None:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        reading = _Hashing(file)
        self.tar.addfile(_info(name, size), reading)
        self.files[name] = [size, reading.sha256.hexdigest()]


class _Hashing:
    """A file that is hashed while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.sha256 = file, hashlib.sha256()

    def read(self, size: int = _CHUNK) -> bytes:
        """The next bytes."""
        data = self.file.read(size)
        self.sha256.update(data)
        return data


@contextmanager
def archive(path: Path) -> Iterator[Writer]:
    """A new archive for its owner alone (0600); InputError where the file is there already."""
    if path.exists():
        raise InputError("path", path, "a file that is not there yet")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise InputError(
            "path", path, f"a folder that can be written ({error.strerror})"
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(
                fileobj=file, mode="w:gz", compresslevel=6, format=tarfile.GNU_FORMAT
            ) as tar:
                yield Writer(tar, path.parent)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync(path.parent)
    finally:
        part.unlink(missing_ok=True)


def _info(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info
