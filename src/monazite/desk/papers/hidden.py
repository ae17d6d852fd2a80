"""What a file hides of another kind: pages, scripts, archives, programs."""

from __future__ import annotations

import re
from pathlib import Path

from monazite.desk.applications.errors import PaperRefused

# Long enough that 20 MB of a compressed picture do not hold one of them by chance.
_ACTIVE = re.compile(
    rb"<\s*(?:script|html|iframe|object|embed|!doctype\s+html|svg[^<>]{0,300}xmlns)\b"
    rb"|<\?php|javascript:",
    re.IGNORECASE,
)
_TAG = re.compile(rb"<\s*(?:svg|img|\?xml|style|link|meta|body|form|a)\b", re.IGNORECASE)
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 66_000
"""Bytes at the end in which programs look for the list of contents of a zip file."""


def nothing_active(content: bytes) -> None:
    """PaperRefused where a browser could take it for a page or a script."""
    if _ACTIVE.search(content):
        raise PaperRefused("paper_active")


def no_tag(content: bytes) -> None:
    """PaperRefused where text holds any tag of a page."""
    nothing_active(content)
    if _TAG.search(content):
        raise PaperRefused("paper_active")


def no_archive(content: bytes) -> None:
    """PaperRefused where the file opens as an archive too."""
    if _ZIP_END in content[-_ZIP_TAIL:] or any(mark in content for mark in _ARCHIVES):
        raise PaperRefused("paper_polyglot")


def nothing_else(path: Path) -> None:
    """PaperRefused where a picture is a page, a PDF or an archive as well."""
    content = path.read_bytes()
    nothing_active(content)
    no_archive(content)
    if b"%PDF-" in content:
        raise PaperRefused("paper_polyglot")
