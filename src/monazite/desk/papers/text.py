"""Tables as plain text."""

from __future__ import annotations

from pathlib import Path

from monazite.desk.applications.errors import PaperRefused
from monazite.desk.papers.hidden import no_tag

_UNSEEN = bytes(set(range(32)) - set(b"\t\n\r")) + b"\x7f"
_CODINGS = ("utf-8-sig", "gb18030")


def check(path: Path) -> None:
    """PaperRefused where it is not text (UTF-8 or GB 18030), or a page in a table's clothes."""
    content = path.read_bytes()
    no_tag(content)
    if content.translate(None, _UNSEEN) != content or not any(_reads(content, c) for c in _CODINGS):
        raise PaperRefused("paper_not_what_it_says", ending=".csv")


def _reads(content: bytes, coding: str) -> bool:
    try:
        content.decode(coding)
    except UnicodeDecodeError:
        return False
    return True
