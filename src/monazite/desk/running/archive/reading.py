"""Reading an archive that somebody may have damaged or made to harm.

A backup holds plain files alone, so its tar is read header by header: nothing that a tar can say
besides (links, devices, names and sizes of any length) is ever acted upon.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from monazite.desk.running.archive.manifest import NAME, Manifest, expected
from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANIFEST_MAX = 1 << 28
LINE_MAX = 1 << 26
RATIO_MAX, ALWAYS = 200, 1 << 26
"""An archive unpacks to at most so many times its size, beyond a size that is always allowed."""
_BLOCK, _CHUNK = tarfile.BLOCKSIZE, 1 << 20


class _Unpacked:
    """The unpacked bytes, one after the other; ValueError where they are too many or too few."""

    def __init__(self, file: gzip.GzipFile, size: int) -> None:
        self._file, self._left = file, ALWAYS + RATIO_MAX * size

    def read(self, size: int) -> bytes:
        """Up to so many bytes, more than none."""
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise ValueError(f"it unpacks to more than {RATIO_MAX} times its size")
        if not data:
            raise ValueError("it was cut off")
        return data

    def block(self, size: int = _BLOCK) -> bytes:
        """Exactly so many bytes."""
        data = b""
        while len(data) < size:
            data += self.read(size - len(data))
        return data


class _Member(io.RawIOBase):
    """The bytes of one member."""

    def __init__(self, unpacked: _Unpacked, size: int) -> None:
        self._unpacked, self._left = unpacked, size

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override] # what io hands over
        if not self._left:
            return 0
        data = self._unpacked.read(min(len(into), self._left))
        into[: len(data)] = data
        self._left -= len(data)
        return len(data)


@contextmanager
def refused(path: Path) -> Iterator[None]:
    """Every way in which a file is no archive, as an InputError."""
    try:
        yield
    except (EOFError, OSError, ValueError, tarfile.TarError, zlib.error) as error:
        raise InputError("archive", path.name, f"a whole backup of Monazite ({error})") from error


def members(path: Path) -> Iterator[tuple[str, io.BufferedIOBase]]:
    """Each member with its bytes; ValueError for one that no backup holds."""
    with path.open("rb") as file, gzip.GzipFile(fileobj=file) as packed:
        unpacked = _Unpacked(packed, path.stat().st_size)
        while (header := unpacked.block()) != bytes(_BLOCK):
            info = tarfile.TarInfo.frombuf(header, "utf-8", "surrogateescape")
            if info.type != tarfile.REGTYPE or not (info.name == NAME or expected(info.name)):
                raise ValueError(f"{info.name[:200]!r} does not belong into it")
            reader = io.BufferedReader(_Member(unpacked, info.size), _CHUNK)
            yield info.name, reader
            while reader.read(_CHUNK):
                pass
            if over := info.size % _BLOCK:
                unpacked.block(_BLOCK - over)
        if packed.read(tarfile.RECORDSIZE).strip(b"\0") or packed.read(1):
            raise ValueError("something follows its end")


def checked(path: Path) -> Manifest:
    """Read everything once and hold it against the manifest; ValueError names what is damaged."""
    manifest, found = None, {}
    for name, file in members(path):
        if manifest is not None or name in found:
            raise ValueError(f"{name} comes twice or after the manifest")
        if name == NAME:
            manifest = Manifest.read(file.read(MANIFEST_MAX))
        else:
            found[name] = _weighed(file)
    if manifest is None:
        raise ValueError("it has no manifest")
    for name in sorted(manifest.files.keys() | found.keys()):
        if manifest.files.get(name) != found.get(name):
            raise ValueError(f"{name} is damaged")
    return manifest


def _weighed(file: io.BufferedIOBase) -> list[int | str]:
    size, sha256 = 0, hashlib.sha256()
    while chunk := file.read(_CHUNK):
        size += len(chunk)
        sha256.update(chunk)
    return [size, sha256.hexdigest()]


def lines(file: io.BufferedIOBase) -> Iterator[bytes]:
    """The lines of a member; ValueError for one that is too long to be meant."""
    while line := file.readline(LINE_MAX + 1):
        if len(line) > LINE_MAX:
            raise ValueError("a line is too long")
        yield line
