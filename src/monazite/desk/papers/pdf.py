"""PDF: readable without a key, without actions, ending where it says it ends."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from monazite.desk.applications.errors import PaperRefused
from monazite.desk.papers.hidden import no_archive, nothing_active

_END = b"%%EOF"
_BEHIND_MAX = 64
"""Bytes after the end mark: line ends and padding."""
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_OBJECTS = b"/ObjStm"
_BEFORE = 2_000
"""Bytes before a stream in which its dictionary stands."""
_UNPACKED_MAX = 8 * 1024 * 1024
_ENCRYPTED = re.compile(rb"/Encrypt\b")
_ACTIONS = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b")


def check(path: Path) -> None:
    """PaperRefused for what an office cannot read, or should not open."""
    content = path.read_bytes()
    end = content.rfind(_END)
    if end < 0:
        raise PaperRefused("paper_broken", ending=".pdf")
    if len(content) - end - len(_END) > _BEHIND_MAX:
        raise PaperRefused("paper_polyglot")
    no_archive(content)
    nothing_active(content)
    for part in _structure(content):
        _harmless(part)


def _harmless(part: bytes) -> None:
    plain = _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), part)  # /J#61vaScript is /JavaScript
    if _ENCRYPTED.search(plain):
        raise PaperRefused("paper_encrypted")
    if _ACTIONS.search(plain):
        raise PaperRefused("paper_active")


def _structure(content: bytes) -> Iterator[bytes]:
    """The parts that say what the document does; pictures and page contents left out."""
    yield _STREAM.sub(b"stream endstream", content)
    for found in _STREAM.finditer(content):
        if _OBJECTS in _dictionary(content, found.start()):
            yield _unpacked(found[1])


def _dictionary(content: bytes, start: int) -> bytes:
    before = content[max(0, start - _BEFORE) : start]
    return _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), before[before.rfind(b" obj") :])


def _unpacked(packed: bytes) -> bytes:
    """An object stream unpacked; refused where that cannot be looked into."""
    machine = zlib.decompressobj()
    try:
        plain = machine.decompress(packed, _UNPACKED_MAX)
    except zlib.error as error:
        raise PaperRefused("paper_broken", ending=".pdf") from error
    if machine.unconsumed_tail:
        raise PaperRefused("paper_bomb")
    return plain
