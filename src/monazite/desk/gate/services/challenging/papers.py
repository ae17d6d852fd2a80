"""Files at a declaration that is challenged: added by the declarant or by officials, and opened."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from monazite.customs.challenge import MORE_PAPERS, OFFICIAL_PAPERS
from monazite.customs.regime import rules
from monazite.desk.applications.errors import Refused
from monazite.desk.events.append import Who, record
from monazite.desk.events.prints import ROWS
from monazite.desk.gate.challenge_prints import paper_told
from monazite.desk.gate.models import Challenge, Declaration, GatePaper
from monazite.desk.gate.services.challenging.open import challenged, of_the_list
from monazite.desk.gate.services.held import held
from monazite.desk.papers.kinds import kind_of
from monazite.desk.papers.names import shown_name
from monazite.desk.papers.receiving import Stream, received
from monazite.desk.papers.scanning import scan
from monazite.desk.papers.store import keep, path_of
from monazite.desk.people.may import Forbidden, may
from monazite.desk.people.models import EXPORTER, Person

PAPERS_MOST = 200
"""Files of one declaration."""
_ADDS = ("challenge.answer", "sample.report", "challenge.judge")
"""Who may do one of these may add a file to a challenge."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A paper with its file."""

    paper: GatePaper
    path: Path


def upload_paper(
    person: Person, ident: uuid.UUID, kind: str, name: str, stream: Stream, via: str
) -> GatePaper:
    """Receive a file and add it; not within a transaction, which would wait for it."""
    return add_paper(person, ident, receive_paper(person, ident, kind, name, stream), via)


def receive_paper(
    person: Person, ident: uuid.UUID, kind: str, name: str, stream: Stream
) -> GatePaper:
    """The paper, not yet written; PaperRefused, with nothing kept, for what is not taken.

    The file lies in its place before the row that names it is committed. kind: of the regime's
    list, or what is handed in beside it by the like of the person.
    """
    challenge = _receiving(person, ident)  # before a stranger's bytes are read
    known = kinds_of(person, challenge.declaration)
    (wanted,) = of_the_list("kind", [kind], known)
    with received(stream, settings.PAPERS_ROOT, settings.PAPER_BYTES_MAX) as file:
        shown = shown_name(name)
        found = kind_of(file.path, shown)
        scanned = scan(file.path, settings.SCANNER)
        keep(file, settings.PAPERS_ROOT)
    return GatePaper(
        kind=wanted, name=shown, sha256=file.sha256, size=file.size,
        media_type=found.media_type, scan=scanned, uploaded_by=person, uploaded_at=timezone.now(),
    )  # fmt: skip


def kinds_of(person: Person, declaration: Declaration) -> tuple[str, ...]:
    """What a file of theirs can be: what the regime asks for, and what is handed in beside it."""
    asked = rules(declaration.regime).challenge.papers
    every = (*asked, *(each for each in MORE_PAPERS if each not in asked))
    closed = OFFICIAL_PAPERS if person.organisation.kind == EXPORTER else ()
    return tuple(each for each in every if each not in closed)


@transaction.atomic
def add_paper(person: Person, ident: uuid.UUID, paper: GatePaper, via: str) -> GatePaper:
    """Add what was received; the same file twice is one paper of its first kind."""
    declaration = _receiving(person, ident).declaration
    there = declaration.papers.filter(sha256=paper.sha256).first()
    if there is not None:
        return _same(there, person)
    if declaration.papers.count() >= PAPERS_MOST:
        raise Refused("papers_most", most=PAPERS_MOST)
    paper.declaration = declaration
    told = {"paper": str(paper.pk), "sha256": paper.sha256, ROWS: paper_told(paper)}
    record(declaration, "gate_paper_added", told, Who(person.pk, via))
    paper.save(force_insert=True)
    return paper


def _same(there: GatePaper, person: Person) -> GatePaper:
    """A file that the other side has added already is not handed over as one's own."""
    if there.uploaded_by.organisation_id != person.organisation_id:
        raise Refused("paper_there_already")
    return there


def open_paper(person: Person, paper_id: uuid.UUID) -> Opened:
    """The paper and its file; Forbidden for whom it is not, Refused where the file is lost."""
    paper = GatePaper.objects.filter(pk=paper_id).first()
    if paper is None:
        raise Forbidden("declaration.read", 404)
    declaration = held(person, paper.declaration_id, "declaration.read")
    if paper not in papers_for(person, declaration):
        raise Forbidden("declaration.read", 404)
    path = path_of(settings.PAPERS_ROOT, paper.sha256)
    if not path.is_file():
        raise Refused("paper_lost", name=paper.name)
    return Opened(paper, path)


def papers_for(person: Person, declaration: Declaration) -> list[GatePaper]:
    """The files that the person may open: a firm its own, an official all of them."""
    found = declaration.papers.order_by("uploaded_at", "id")
    if person.organisation.kind == EXPORTER:
        found = found.filter(uploaded_by__organisation=person.organisation_id)
    return list(found)


def _receiving(person: Person, ident: uuid.UUID) -> Challenge:
    """The open challenge, for whoever may do one of the acts that a file goes with."""
    declaration = Declaration.objects.filter(pk=ident).first()
    if declaration is None:
        raise Forbidden(_ADDS[0], 404)
    able = [action for action in _ADDS if may(person, action, declaration)]
    return challenged(person, ident, able[0] if able else _ADDS[0])
