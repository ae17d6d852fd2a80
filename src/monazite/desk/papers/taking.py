"""A file that somebody sends: received, looked at, scanned and put in its place."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from monazite.desk.papers.kinds import kind_of
from monazite.desk.papers.names import shown_name
from monazite.desk.papers.receiving import Stream, received
from monazite.desk.papers.scanning import scan
from monazite.desk.papers.store import keep


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be written of a file; size in bytes; scan: clean or not_scanned."""

    name: str
    sha256: str
    size: int
    media_type: str
    scan: str


def take_in(name: str, stream: Stream) -> Taken:
    """The file in its place; PaperRefused, with nothing kept, for what is not taken.

    Not within a transaction, which would wait for a slow sender or a slow scanner. A file that no
    row names afterwards is swept.
    """
    with received(stream, settings.PAPERS_ROOT, settings.PAPER_BYTES_MAX) as file:
        shown = shown_name(name)
        kind = kind_of(file.path, shown)
        scanned = scan(file.path, settings.SCANNER)
        keep(file, settings.PAPERS_ROOT)
    return Taken(shown, file.sha256, file.size, kind.media_type, scanned)
