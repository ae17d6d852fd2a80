"""The papers of an application, as far as the reader may open them."""

from __future__ import annotations

from dataclasses import dataclass

from monazite.desk.applications.models import Application, Paper
from monazite.desk.pages.amounts import size
from monazite.desk.people.may import may
from monazite.desk.people.models import Person


@dataclass(frozen=True, slots=True)
class PaperWords:
    """One file; readable: the reader may open it."""

    paper: Paper
    size: str
    readable: bool


def papers(person: Person, application: Application) -> tuple[PaperWords, ...]:
    """Every file; the right is asked once for open ones and once for secrets."""
    rows = list(application.papers.order_by("uploaded_at", "name"))
    for row in rows:
        row.application = application
    open_to = {secret: _may(person, rows, secret) for secret in (False, True)}
    return tuple(PaperWords(row, size(row.size), open_to[row.secret]) for row in rows)


def _may(person: Person, rows: list[Paper], secret: bool) -> bool:  # noqa: FBT001 - it is the key
    one = next((row for row in rows if row.secret is secret), None)
    action = "paper.read_secret" if secret else "paper.read"
    return one is not None and may(person, action, one)
