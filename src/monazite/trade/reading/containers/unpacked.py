"""The bytes of a file without its compression, which is recognised by content."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile

from monazite.errors import InputError
from monazite.trade.reading.sources import too_tight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from monazite.trade.reading.sources import SourceFile

GZIP = b"\x1f\x8b"
CUT_SHORT = (EOFError, zlib.error, BadZipFile)
"""What is raised where compressed bytes end too early or are damaged."""
LARGEST_WHOLE = 512 << 20
"""The most bytes that are held at once, for formats that cannot be read piece by piece."""
_CHUNK = 1 << 18
_GZIP_WINDOW = 31


def chunks(file: SourceFile, read: Callable[[int], None] | None = None) -> Iterator[bytes]:
    """The file's bytes piece by piece, out of its gzip where it is one.

    Everything that can be read is given before one of `CUT_SHORT` is raised. `read` is told how
    many bytes of the file were taken.
    """
    with file.open(read) as stream:
        first = stream.read(_CHUNK)
        packed = first.startswith(GZIP)
        yield from (_inflated(file, first, stream) if packed else _plain(first, stream))


def _plain(first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    while first:
        yield first
        first = stream.read(_CHUNK)


def _inflated(file: SourceFile, first: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """The content of one gzip member after the other."""
    member, given = zlib.decompressobj(_GZIP_WINDOW), 0
    for packed in _plain(first, stream):
        rest = packed
        while rest:
            if member.eof:
                member = zlib.decompressobj(_GZIP_WINDOW)
            data = member.decompress(rest)
            given += len(data)
            too_tight(file.name, given, file.size)
            yield data
            rest = member.unused_data
    if not member.eof:
        raise EOFError("its compressed bytes end too early")


def whole(file: SourceFile, read: Callable[[int], None] | None = None) -> io.BytesIO:
    """All bytes of a file that cannot be read piece by piece; InputError where it is too large."""
    gathered = io.BytesIO()
    for data in chunks(file, read):
        gathered.write(data)
        if gathered.tell() > LARGEST_WHOLE:
            limit = LARGEST_WHOLE >> 20
            accepted = f"a file of at most {limit} MB unpacked; give CSV or Parquet"
            raise InputError("path", file.name, accepted)
    gathered.seek(0)
    return gathered
