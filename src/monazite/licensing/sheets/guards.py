"""A workbook is looked at before it is opened: size, packing, macros, encryption, XML tricks.

Every XML part passes a parser that knows no document types, so that no entity is ever expanded,
and counts elements, so that what is opened afterwards is small.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

from monazite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 20_000_000
"""Bytes of the file."""
ENTRIES = 1_000
UNPACKED = 200_000_000
"""Bytes of all parts together."""
PART = 50_000_000
"""Bytes of one part."""
RATIO, SMALL = 100, 1_000_000
"""A part above a million bytes may be packed at most so tightly."""
ELEMENTS = 500_000
"""XML elements of all parts together: a form that fills every row has 30,000."""
_ENCRYPTED = 0x1
_OLD = b"\xd0\xcf\x11\xe0"
_STRINGS = "sst"
_CHUNK = 1 << 16
_XML = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)


def refused(value: str, accepted: str) -> InputError:
    """The error of a file that is no workbook of ours."""
    return InputError("file", value, accepted, "no_workbook")


def guarded(data: bytes) -> list[str]:
    """The shared texts of a workbook that may be opened, as it holds them; else InputError."""
    if len(data) > LARGEST:
        raise refused(f"{len(data):,} bytes", f"a workbook of at most {LARGEST:,} bytes")
    if data.startswith(_OLD):
        accepted = "an .xlsx without password; save it as one"
        raise InputError("file", "an old or encrypted workbook", accepted, "old_workbook")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _packing(packed.infolist())
            return _parts(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as broken:
        raise refused("a broken file", f"a whole .xlsx workbook ({broken})") from broken


def _packing(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > ENTRIES or len({each.filename for each in entries}) < len(entries):
        raise refused(f"{len(entries):,} parts", f"at most {ENTRIES:,} parts, each once")
    if sum(each.file_size for each in entries) > UNPACKED:
        raise refused("a packed file", f"at most {UNPACKED:,} bytes when unpacked")
    for each in entries:
        _entry(each)


def _entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if entry.flag_bits & _ENCRYPTED:
        raise InputError("file", name, "a workbook without password", "old_workbook")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise refused(name, "parts that are stored or deflated")
    if entry.file_size > PART:
        raise refused(name, f"parts of at most {PART:,} bytes")
    if entry.file_size > SMALL and entry.file_size > RATIO * max(entry.compress_size, 1):
        raise refused(name, f"parts packed at most {RATIO} to 1")
    if "vbaproject" in name.lower():
        raise InputError("file", name, "a workbook without macros; save it as .xlsx", "macros")


def _parts(packed: zipfile.ZipFile) -> list[str]:
    strings: list[str] = []
    elements = 0
    for each in packed.infolist():
        if _XML.search(each.filename):
            passing = _Part(each.filename, ELEMENTS - elements)
            with packed.open(each) as part:
                strings += passing.read(part.read)
            elements = ELEMENTS - passing.left
    return strings


class _Part:
    """One XML part as it passes: its elements counted, its texts kept where they are shared."""

    def __init__(self, name: str, left: int) -> None:
        self._name = name
        self.left = left
        """How many elements may still pass."""
        self._strings: list[str] = []
        self._text: list[str] | None = None
        self._aside = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def read(self, read: Callable[[int], bytes]) -> list[str]:
        """The shared texts of the part, in their order."""
        try:
            while chunk := read(_CHUNK):
                self._parser.Parse(chunk, False)  # noqa: FBT003 - expat's
            self._parser.Parse(b"", True)  # noqa: FBT003 - expat's
        except expat.ExpatError as broken:
            raise refused(self._name, f"a whole .xlsx workbook ({broken})") from broken
        return self._strings

    def _doctype(self, *_: object) -> None:
        raise refused(self._name, "XML without a document type")

    def _start(self, tag: str, _: object) -> None:
        self.left -= 1
        if self.left < 0:
            raise refused(self._name, f"a workbook of at most {ELEMENTS:,} elements")
        element = tag.rpartition(" ")[2]
        if element == _STRINGS:
            self._parser.CharacterDataHandler = self._characters
        if element == "si":
            self._strings.append("")
        self._aside = self._aside or element == "rPh"
        self._text = [] if element == "t" and not self._aside else None

    def _end(self, tag: str) -> None:
        element = tag.rpartition(" ")[2]
        if element == "t" and self._text is not None and self._strings:
            self._strings[-1] += "".join(self._text)
        if element == "rPh":
            self._aside = False
        self._text = None

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
