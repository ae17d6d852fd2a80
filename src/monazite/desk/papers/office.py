"""Workbooks and texts of an office: zip files, opened only as far as their list of contents."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from monazite.desk.applications.errors import PaperRefused

ENTRIES_MAX = 5_000
UNPACKED_MAX = 200 * 1024 * 1024
"""Bytes, all entries together."""
RATIO_MAX = 200
"""Times that an entry may be larger unpacked; above _SMALL alone."""
_SMALL = 1024 * 1024
_FORBIDDEN = re.compile(
    r"vbaProject|/activeX/|/embeddings/|/externalLinks/|\.(?:bin|exe|dll|js|vbs|jar|html?|svg)$",
    re.IGNORECASE,
)
_MACRO_TYPES = b"macroEnabled"
_TYPES = "[Content_Types].xml"
_TYPES_MAX = 1024 * 1024
_ALLOWED_BINARY = re.compile(r"/printerSettings/printerSettings\d+\.bin$")


def check_workbook(path: Path) -> None:
    """PaperRefused where it is no workbook, or more than one."""
    _check(path, "xl/workbook.xml", ".xlsx")


def check_text(path: Path) -> None:
    """PaperRefused where it is no text document, or more than one."""
    _check(path, "word/document.xml", ".docx")


def _check(path: Path, heart: str, ending: str) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            _bounded(entries)
            _plain(entries, heart, ending)
            _without_macros(archive)
            _alone(path, entries)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise PaperRefused("paper_broken", ending=ending) from error


def _bounded(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > RATIO_MAX * max(entry.compress_size, 1)
        for entry in entries
    )
    if len(entries) > ENTRIES_MAX or total > UNPACKED_MAX or swollen:
        raise PaperRefused("paper_bomb")


def _plain(entries: list[zipfile.ZipInfo], heart: str, ending: str) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or heart not in names or _TYPES not in names:
        raise PaperRefused("paper_not_what_it_says", ending=ending)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise PaperRefused("paper_encrypted")
    for name in names:
        if name.startswith("/") or ".." in name.split("/"):
            raise PaperRefused("paper_broken", ending=ending)
        if _FORBIDDEN.search(name) and not _ALLOWED_BINARY.search(name):
            raise PaperRefused("paper_active")


def _without_macros(archive: zipfile.ZipFile) -> None:
    with archive.open(_TYPES) as file:
        if _MACRO_TYPES in file.read(_TYPES_MAX):
            raise PaperRefused("paper_active")


def _alone(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Nothing before the first entry and nothing behind the list of contents."""
    with path.open("rb") as file:
        file.seek(-22, 2)
        tail = file.read()
    first = min(entry.header_offset for entry in entries)
    if first != 0 or tail[:4] != b"PK\x05\x06" or tail[-2:] != b"\0\0":
        raise PaperRefused("paper_polyglot")
