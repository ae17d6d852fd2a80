"""Papers are added to a draft, or to what its applicant is asked about, and opened."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from monazite.desk.applications.errors import Refused
from monazite.desk.applications.models import Application, Paper
from monazite.desk.applications.prints import papers_told
from monazite.desk.applications.sealing import is_secret
from monazite.desk.applications.services.held import held, step
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.papers.kinds import Kind, kind_of
from monazite.desk.papers.names import shown_name
from monazite.desk.papers.receiving import Received, Stream, received
from monazite.desk.papers.scanning import scan
from monazite.desk.papers.store import keep, path_of
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person

PAPERS_MOST = 200
"""Files of one application."""
_ASKED = {"returned_for_correction", "awaiting_applicant"}
"""Where a filed application takes papers: what was filed before stays as it is."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A paper with its file; the opening of a secret one is told on the application's chain."""

    paper: Paper
    path: Path


def upload(
    person: Person,
    ident: uuid.UUID,
    name: str,
    stream: Stream,
    secret: bool,  # noqa: FBT001 - said of every paper, so never left to a default
    via: str,
) -> Paper:
    """Receive a file and add it; not within a transaction, which would wait for it."""
    return add_paper(person, ident, receive(person, ident, name, stream, secret), via)


def receive(
    person: Person,
    ident: uuid.UUID,
    name: str,
    stream: Stream,
    secret: bool,  # noqa: FBT001 - said of every paper, so never left to a default
) -> Paper:
    """The paper, not yet written; PaperRefused, with nothing kept, for what is not taken.

    The file lies in its place before the row that names it is committed, so that no row is ever
    without its file. Outside a transaction: nobody waits for a slow sender or a slow scanner.
    """
    _receiving(person, ident)  # before a stranger's bytes are read
    with received(stream, settings.PAPERS_ROOT, settings.PAPER_BYTES_MAX) as file:
        shown = shown_name(name)
        kind = kind_of(file.path, shown)
        scanned = scan(file.path, settings.SCANNER)
        keep(file, settings.PAPERS_ROOT)
    return _row(person, shown, file, kind, scanned, secret=secret)


def _row(
    person: Person, name: str, file: Received, kind: Kind, scanned: str, *, secret: bool
) -> Paper:
    return Paper(
        name=name,
        sha256=file.sha256,
        size=file.size,
        media_type=kind.media_type,
        scan=scanned,
        secret=secret,
        uploaded_by=person,
        uploaded_at=timezone.now(),
    )


def _draft(person: Person, ident: uuid.UUID) -> Application:
    draft = held(person, ident, "paper.upload")
    step(draft, "save")
    return draft


def _receiving(person: Person, ident: uuid.UUID) -> Application:
    """A draft, or a filed application that waits for its applicant."""
    application = held(person, ident, "paper.upload")
    if application.state not in _ASKED:
        step(application, "save")
    return application


@transaction.atomic
def add_paper(person: Person, ident: uuid.UUID, paper: Paper, via: str) -> Paper:
    """Add what was received; the same file twice is one paper."""
    draft = _receiving(person, ident)
    there = draft.papers.filter(sha256=paper.sha256).first()
    if there is not None:
        return _same(there, paper)
    if draft.papers.count() >= PAPERS_MOST:
        raise Refused("papers_most", most=PAPERS_MOST)
    told = {
        "paper": str(paper.pk), "sha256": paper.sha256, "size": paper.size, "secret": paper.secret,
        ROWS: papers_told([paper]),
    }  # fmt: skip
    # Of a filed one it says since when it is where it is; a paper that comes moves it nowhere.
    changed = {} if draft.filed_at else {"changed_at": paper.uploaded_at}
    record(draft, "paper_added", told, Who(person.pk, via), **changed)
    paper.application = draft
    paper.save(force_insert=True)
    return paper


def _same(there: Paper, again: Paper) -> Paper:
    """An open paper is not sealed by a second upload: who could read it may have read it."""
    if again.secret and not there.secret:
        raise Refused("paper_open_already", name=there.name)
    return there


@transaction.atomic
def take_away(person: Person, paper_id: uuid.UUID, via: str) -> Paper:
    """A file of a draft goes away: no office ever sees it; that it was there stays on the chain."""
    paper = Paper.objects.filter(pk=paper_id).first()
    draft = _draft(person, paper.application_id if paper else paper_id)
    if paper is None:
        raise Forbidden("paper.upload", 404)
    paper.taken_away_at = timezone.now()
    told = {"paper": str(paper.pk), "sha256": paper.sha256, ROWS: papers_told([paper])}
    record(draft, "paper_taken_away", told, Who(person.pk, via), changed_at=paper.taken_away_at)
    paper.save(update_fields=["taken_away_at"])
    return paper


@transaction.atomic
def open_paper(person: Person, paper_id: uuid.UUID, via: str) -> Opened:
    """The paper and its file; Forbidden for whom it is not, Refused where the file is lost."""
    paper = Paper.objects.select_related("application").filter(pk=paper_id).first()
    sealed = paper is not None and is_secret(paper)
    action = "paper.read_secret" if sealed else "paper.read"
    require(person, action, paper or Application(id=paper_id, organisation_id=uuid.UUID(int=0)))
    if paper is None:
        raise Forbidden(action, 404)
    path = path_of(settings.PAPERS_ROOT, paper.sha256)
    if not path.is_file():
        raise Refused("paper_lost", name=paper.name)
    if sealed:
        told = {"paper": str(paper.pk), "sha256": paper.sha256}
        record(paper.application, "secret_paper_opened", told, Who(person.pk, via))
    return Opened(paper, path)
