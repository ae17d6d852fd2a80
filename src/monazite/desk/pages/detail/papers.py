"""The papers of an application, as far as the reader may open them."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.desk.applications.models import Application, Paper
from monazite.desk.applications.sealing import secret_papers
from monazite.desk.pages.sizes import size
from monazite.desk.people.may import may
from monazite.desk.people.models import Person


@dataclass(frozen=True, slots=True)
class PaperWords:
    """One file; readable: the reader may open it, else its name and hash are not told."""

    paper: Paper
    size: str
    secret: bool
    readable: bool


def papers(person: Person, application: Application) -> tuple[PaperWords, ...]:
    """Every file; the right is asked once for open ones and once for secrets."""
    rows = sorted(application.papers.all(), key=lambda paper: (paper.uploaded_at, paper.name))
    for row in rows:
        row.application = application
    sealed = secret_papers(application, rows)
    open_to = {
        secret: _may(person, [row for row in rows if (row.sha256 in sealed) is secret], secret)
        for secret in (False, True)
    }
    return tuple(
        PaperWords(row, size(row.size), secret, open_to[secret])
        for row in rows
        for secret in [row.sha256 in sealed]
    )


def _may(person: Person, rows: list[Paper], secret: bool) -> bool:  # noqa: FBT001 - it is the key
    action = "paper.read_secret" if secret else "paper.read"
    return bool(rows) and may(person, action, rows[0])
