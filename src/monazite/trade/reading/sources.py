"""The files behind a path: a file, the files of a folder, or the members of a zip.

A zip whose members would be written outside of it, or that is far larger unpacked than packed, is
refused. Nothing is unpacked to disk.
"""

from __future__ import annotations

import hashlib
import stat
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Self, cast

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

_CHUNK = 1 << 20
LARGEST_RATIO = 200
"""Trade tables pack to a fifth or a twentieth; a member packed tighter than this is no table."""
_SMALL = 64 << 20
_LOCKED = 0x1
_ZIP, _WORKBOOK = b"PK\x03\x04", "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read: on disk, or a member of a zip on disk; `size` is in bytes, as stored."""

    path: Path
    member: str | None
    size: int
    modified: date

    @property
    def name(self) -> str:
        """The file's own name, without its folders."""
        return PurePosixPath(self.member).name if self.member else self.path.name

    def open(self, read: Callable[[int], None] | None = None) -> BinaryIO:
        """Its bytes; `read` is told how many were taken each time."""
        plain: BinaryIO = (
            self.path.open("rb")
            if self.member is None
            else cast("BinaryIO", zipfile.ZipFile(self.path).open(self.member))  # noqa: SIM115
        )
        return cast("BinaryIO", _Counted(plain, read)) if read else plain

    def sha256(self) -> str:
        """The digest of its bytes."""
        digest = hashlib.sha256()
        with self.open() as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()


class _Counted:
    """A stream that says how much of it was read."""

    def __init__(self, stream: BinaryIO, read: Callable[[int], None]) -> None:
        self._stream = stream
        self._read = read

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._read(len(data))
        return data

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()


def files_at(path: Path) -> tuple[SourceFile, ...]:
    """Every file that the path holds, in the order of their names.

    Raises:
        InputError: field "path", where nothing is there or a zip is refused.
    """
    if path.is_dir():
        found = tuple(file for inner in sorted(path.rglob("*")) for file in _at(inner))
    elif path.is_file():
        found = tuple(_at(path))
    else:
        raise InputError("path", path, "a file, a folder or a zip that exists")
    if not found:
        raise InputError("path", path, "a folder or zip that holds files")
    return found


def beside(file: SourceFile) -> tuple[SourceFile, ...]:
    """The files that lie in the same folder or zip as a file."""
    if file.member is not None:
        return tuple(_members(file.path))
    return tuple(one for inner in sorted(file.path.parent.iterdir()) for one in _plain(inner))


def _at(path: Path) -> Iterator[SourceFile]:
    if is_zip(path):
        yield from _members(path)
    else:
        yield from _plain(path)


def _plain(path: Path) -> Iterator[SourceFile]:
    if path.is_file() and not path.name.startswith("."):
        known = path.stat()
        yield SourceFile(path, None, known.st_size, _day(known.st_mtime))


def _day(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()


def is_zip(path: Path) -> bool:
    """Whether the file is a zip of files; a workbook is one too, but stands for itself."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        if file.read(len(_ZIP)) != _ZIP:
            return False
    return _WORKBOOK not in _opened(path).namelist()


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError) as broken:
        raise InputError("path", path, f"a whole zip file ({broken}); fetch it again") from broken


def _members(path: Path) -> Iterator[SourceFile]:
    with _opened(path) as packed:
        entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    for entry in sorted(entries, key=lambda entry: entry.filename):
        _refuse(path, entry)
        day = datetime(*entry.date_time, tzinfo=UTC).date()
        if not PurePosixPath(entry.filename).name.startswith("."):
            yield SourceFile(path, entry.filename, entry.file_size, day)


def _refuse(path: Path, entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or ":" in name:
        raise InputError(
            "path", path, f"a zip whose members stay inside it, not {entry.filename!r}"
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise InputError("path", path, f"a zip without links; {entry.filename!r} is one")
    if entry.flag_bits & _LOCKED:
        raise InputError("path", path, "a zip without a password; unpack it first")
    too_tight(path.name, entry.file_size, entry.compress_size)


def too_tight(name: str, unpacked: int, packed: int) -> None:
    """Refuse what unpacks to more than any table does: InputError on the field "path"."""
    if unpacked > _SMALL and unpacked > LARGEST_RATIO * max(packed, 1):
        raise InputError(
            "path", name, f"a file that unpacks to at most {LARGEST_RATIO} times its size"
        )
