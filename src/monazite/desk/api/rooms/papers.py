"""Papers of an application: added, listed, opened."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.files import BYTES, binary, file_response
from monazite.desk.api.keys import keyed, replayed
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.said import said_of_file
from monazite.desk.api.shapes.papers import PaperShape, PapersShape
from monazite.desk.api.uploads import FILE, MULTIPART, flag, upload
from monazite.desk.applications import services
from monazite.desk.applications.models import Application, Paper
from monazite.desk.applications.sealing import is_secret, secret_papers
from monazite.desk.applications.services.held import held
from monazite.desk.people.may import may
from monazite.desk.people.models import Person

_SECRET = "secret"  # noqa: S105 - a field's name
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            MULTIPART: {
                "schema": {
                    "type": "object",
                    "required": [FILE],
                    "properties": {
                        FILE: {"type": "string", "format": "binary"},
                        _SECRET: {"type": "string", "enum": ["true", "false"]},
                    },
                    "additionalProperties": False,
                }
            }
        },
    }
}


@operation(
    "POST", "/applications/{uuid:ident}/papers", PaperShape,
    action="paper.upload", status=201, faults=APPLICATION_FAULTS, extra=_BODY,
)  # fmt: skip
def add_paper(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Add a file to a draft: PDF, picture, workbook or text, known by what it holds.

    `secret`: read by named reviewers alone, as is what the form calls so. The same file
    twice is one paper. Its `sha256` is what the form's `papers[n].sha256` names.
    """
    file, secret, person = upload(request, (_SECRET,)), flag(request, _SECRET), acting(request)
    asked = said_of_file(file, secret=secret)
    if again := replayed(request, asked):
        return again
    paper = services.receive(person, ident, file.name or "", file, secret)

    def act() -> PaperShape:
        added = services.add_paper(person, ident, paper, VIA)
        return _told(added, secret=is_secret(added), readable=True)

    return keyed(request, asked, act, 201)


@operation(
    "GET", "/applications/{uuid:ident}/papers", PapersShape,
    action="application.read", faults=(404,),
)  # fmt: skip
def list_papers(request: HttpRequest, ident: UUID) -> PapersShape:
    """Every file of the application; of those that you may not read, that they are there."""
    person = acting(request)
    found = held(person, ident, "application.read")
    readable = {secret: _may_read(person, found, secret=secret) for secret in (False, True)}
    papers = list(found.papers.order_by("uploaded_at", "pk"))
    sealed = secret_papers(found, papers)
    told = [(each, each.sha256 in sealed) for each in papers]
    return PapersShape(
        items=[_told(each, secret=secret, readable=readable[secret]) for each, secret in told]
    )


@operation(
    "GET", "/papers/{uuid:ident}", None,
    action="paper.read", faults=(404, 409), extra=binary(BYTES),
)  # fmt: skip
def get_paper(request: HttpRequest, ident: UUID) -> HttpResponse:
    """The file itself, as bytes whatever it is.

    A trade secret asks for the scope `secrets:read` too, and its opening stands in the log.
    """
    opened = services.open_paper(acting(request), ident, VIA)
    return file_response(opened.path.read_bytes(), BYTES, opened.paper.name)


def _may_read(person: Person, found: Application, *, secret: bool) -> bool:
    """Asked once for all papers of a kind: nothing else of a paper decides it."""
    paper = Paper(application=found, secret=secret)
    return may(person, "paper.read_secret" if secret else "paper.read", paper)


def _told(paper: Paper, *, secret: bool, readable: bool) -> PaperShape:
    return PaperShape(
        id=paper.pk,
        name=paper.name if readable else "",
        sha256=paper.sha256 if readable else "",
        size=paper.size,
        media_type=paper.media_type,
        scan=paper.scan,
        secret=secret,
        readable=readable,
        uploaded_at=paper.uploaded_at,
    )
