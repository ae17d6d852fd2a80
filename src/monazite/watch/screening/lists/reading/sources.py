"""A file of a list: its bytes, its hash, its text."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_BLOCK = 1 << 20
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, SyntaxError, OSError)
"""What reading a workbook raises that is no whole one; its XML raises a SyntaxError."""
HEAD = 64 << 10
"""Bytes in which a file is told from others."""
_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""With which Excel begins its Unicode text."""
_OTHERS = {True: ("gb18030", "cp1252"), False: ("cp1252",)}
_BEYOND = re.compile(rb"[\x80-\xff]+")
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Source:
    """One file, with the SHA-256 and the size of its bytes."""

    path: Path
    sha256: str
    size: int

    def open(self) -> BinaryIO:
        """The bytes; InputError field "list" where they cannot be read any more."""
        try:
            return self.path.open("rb")
        except OSError as error:
            raise unreadable(self.path, error) from error

    def head(self) -> bytes:
        """The first bytes."""
        with self.open() as file:
            return file.read(HEAD)

    def text(self) -> str:
        """All of it as text; OFAC ends its files with Ctrl-Z, which is no part of them."""
        with self.open() as file:
            found = decoded(file.read())
        if found is None:
            raise refused(
                self, "a whole text; this is none, or was damaged or cut within a letter."
            )
        return found.rstrip("\x1a\r\n \t")

    def lines(self) -> Iterator[bytes]:
        """The lines one by one, however large the file."""
        with self.open() as file:
            yield from file


def source(path: Path) -> Source:
    """The file; InputError field "list" for one that is not there, is a folder, or is empty."""
    found, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                found.update(block)
                size += len(block)
    except OSError as error:
        raise unreadable(path, error) from error
    if not size:
        raise InputError("list", path, "a file that holds a list; this one is empty")
    return Source(path, found.hexdigest(), size)


def unreadable(path: Path, error: OSError) -> InputError:
    """A file that the system does not give."""
    return InputError("list", path, f"a file that can be read ({error.strerror})")


def refused(one: Source, accepted: str) -> InputError:
    """A file that is not what it was said to be; the list that was held stays in force."""
    return InputError(
        "list", one.path, f"{accepted} Fetch the file again; nothing was loaded from this one."
    )


def decoded(data: bytes) -> str | None:
    """Bytes as text: UTF-8 with or without a mark, UTF-16 with one, GB18030, else Windows-1252.

    None where it is none, and where it is UTF-8 but for some bytes: cut within a letter or damaged,
    it must not be taken for another encoding, in which every name would be another.
    """
    if data[:2] in _MARKS:
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        return None
    for encoding in ("utf-8-sig", *_OTHERS[_in_pairs(data)]):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            if encoding == "utf-8-sig" and _is_damaged(data):
                return None
    return data.decode("latin-1")


def _is_damaged(data: bytes) -> bool:
    """Whether more of its letters are UTF-8 than are not."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return sum(not sign.isascii() for sign in text) > 2 * bad


def _in_pairs(data: bytes) -> bool:
    """Whether bytes beyond ASCII stand together, as Chinese has them, or alone, as accents do."""
    runs = [len(run) for run in _BEYOND.findall(data)]
    return sum(run for run in runs if run > 1) > _MOSTLY * sum(runs)
