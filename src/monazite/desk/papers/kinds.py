"""Which kind of file it is: by its first bytes, and its name must agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from monazite.desk.applications.errors import PaperRefused
from monazite.desk.papers import office, pdf, pictures, text
from monazite.desk.papers.names import ending_of


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind that is taken: its endings, its first bytes, and what more is looked at."""

    media_type: str
    endings: tuple[str, ...]
    begins: Callable[[bytes], bool]
    check: Callable[[Path], None]


def _magic(*starts: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(starts)


def _webp(head: bytes) -> bool:
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


_OOXML = "application/vnd.openxmlformats-officedocument"
KINDS = (
    Kind("application/pdf", (".pdf",), _magic(b"%PDF-"), pdf.check),
    Kind("image/png", (".png",), _magic(b"\x89PNG\r\n\x1a\n"), pictures.check),
    Kind("image/jpeg", (".jpg", ".jpeg"), _magic(b"\xff\xd8\xff"), pictures.check),
    Kind("image/tiff", (".tif", ".tiff"), _magic(b"II*\0", b"MM\0*"), pictures.check),
    Kind("image/webp", (".webp",), _webp, pictures.check),
    Kind(f"{_OOXML}.spreadsheetml.sheet", (".xlsx",), _magic(b"PK\3\4"), office.check_workbook),
    Kind(f"{_OOXML}.wordprocessingml.document", (".docx",), _magic(b"PK\3\4"), office.check_text),
    Kind("text/csv", (".csv",), lambda _: True, text.check),
)
ENDINGS = tuple(ending for kind in KINDS for ending in kind.endings)
_HEAD = 64


def kind_of(path: Path, name: str) -> Kind:
    """The kind; PaperRefused where it is none that is taken, or is not what its name says."""
    ending = ending_of(name)
    named = next((kind for kind in KINDS if ending in kind.endings), None)
    if named is None:
        raise PaperRefused("paper_kind", ending=ending or name[:60], accepted=", ".join(ENDINGS))
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not named.begins(head):
        raise PaperRefused("paper_not_what_it_says", ending=ending)
    named.check(path)
    return named
