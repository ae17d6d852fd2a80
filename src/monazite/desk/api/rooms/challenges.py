"""Challenges: issued, answered, analysed; judging and signing are done by people in pages alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query

from monazite.desk.api import tell_challenge
from monazite.desk.api.callers import VIA, acting
from monazite.desk.api.files import BYTES, PDF, binary, file_response
from monazite.desk.api.keys import keyed, replayed
from monazite.desk.api.operations import APPLICATION_FAULTS, operation
from monazite.desk.api.said import said, said_of_file
from monazite.desk.api.shapes.base import Shape
from monazite.desk.api.shapes.challenges import (
    ChallengeAnswerShape,
    ChallengeGivenShape,
    ChallengeShape,
    ChallengesQuery,
    ChallengesShape,
    GatePaperShape,
    IdentificationGivenShape,
    SampleGivenShape,
)
from monazite.desk.api.shapes.licences import PaperQuery
from monazite.desk.api.uploads import FILE, MULTIPART, upload
from monazite.desk.gate.challenge_listing import (
    judgements_for,
    known_challenges,
    listed_challenges,
)
from monazite.desk.gate.models import Challenge
from monazite.desk.gate.services import challenging
from monazite.desk.gate.services.challenging import Found, Given
from monazite.desk.gate.services.held import held
from monazite.desk.people.may import Forbidden, require
from monazite.desk.people.models import Person

_OF = "/declarations/{uuid:ident}"
_READ = "declaration.read"
_KIND = "kind"
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            MULTIPART: {
                "schema": {
                    "type": "object",
                    "required": [FILE, _KIND],
                    "properties": {
                        FILE: {"type": "string", "format": "binary"},
                        _KIND: {"type": "string", "maxLength": 32},
                    },
                    "additionalProperties": False,
                }
            }
        },
    }
}


@operation("GET", "/challenges", ChallengesShape, action=_READ)
def list_challenges(request: HttpRequest, query: Query[ChallengesQuery]) -> ChallengesShape:
    """The challenges that you may know of, newest first, page by page."""
    person = acting(request)
    page = listed_challenges(person, query.cursor, query.limit, open_only=query.which == "open")
    told = [tell_challenge.whole(person, each) for each in page.items]
    return ChallengesShape(items=told, next=page.following or None)


@operation("GET", f"{_OF}/challenges", ChallengesShape, action=_READ, faults=(404,))
def list_challenges_of_declaration(request: HttpRequest, ident: UUID) -> ChallengesShape:
    """Every challenge of the declaration, newest first."""
    person = acting(request)
    held(person, ident, _READ)
    found = known_challenges(person).filter(declaration_id=ident).order_by("-number")
    return ChallengesShape(items=[tell_challenge.whole(person, each) for each in found], next=None)


@operation(
    "POST", f"{_OF}/challenges", ChallengeShape,
    action="challenge.issue", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def issue_challenge(request: HttpRequest, ident: UUID, body: ChallengeGivenShape) -> HttpResponse:
    """Challenge items: nothing of the declaration leaves until customs has judged."""
    given = Given(tuple(body.items), tuple(body.grounds), body.text)
    return _stepped(
        request, ident, body,
        lambda who: challenging.issue_challenge(who, ident, given, VIA, seen=body.seen), 201,
    )  # fmt: skip


@operation(
    "POST", f"{_OF}/challenges/answer", ChallengeShape,
    action="challenge.answer", faults=APPLICATION_FAULTS,
)  # fmt: skip
def answer_challenge(request: HttpRequest, ident: UUID, body: ChallengeAnswerShape) -> HttpResponse:
    """Answer the open challenge, or add to an answer."""
    return _stepped(
        request, ident, body,
        lambda who: challenging.answer_challenge(who, ident, body.text, body.papers, VIA),
    )  # fmt: skip


@operation(
    "POST", f"{_OF}/challenges/samples", ChallengeShape,
    action="sample.report", status=201, faults=APPLICATION_FAULTS,
)  # fmt: skip
def report_sample(request: HttpRequest, ident: UUID, body: SampleGivenShape) -> HttpResponse:
    """Report what a laboratory found an item to be; the law rules on it at once."""
    found = Found(
        body.item, body.laboratory, body.method, body.taken_on, body.form, body.contains, body.text
    )
    return _stepped(
        request, ident, body,
        lambda who: challenging.report_sample(who, ident, found, VIA), 201,
    )  # fmt: skip


@operation(
    "POST", f"{_OF}/challenges/identification", ChallengeShape,
    action="challenge.ask", faults=APPLICATION_FAULTS,
)  # fmt: skip
def ask_identification(
    request: HttpRequest, ident: UUID, body: IdentificationGivenShape
) -> HttpResponse:
    """Ask the licensing office what the goods are; what it finds binds customs."""
    return _stepped(
        request, ident, body,
        lambda who: challenging.ask_identification(
            who, ident, body.text, VIA, office=body.office, seen=body.seen
        ),
    )  # fmt: skip


@operation(
    "POST", f"{_OF}/papers", GatePaperShape,
    action="challenge.answer", status=201, faults=APPLICATION_FAULTS, extra=_BODY,
)  # fmt: skip
def add_challenge_paper(request: HttpRequest, ident: UUID) -> HttpResponse:
    """Add a file to a challenged declaration: PDF, picture, workbook or text.

    `kind`: of the notice's `papers`, or `reply_letter`. The same file twice is one paper.
    """
    file, person = upload(request, (_KIND,)), acting(request)
    kind = request.POST.get(_KIND, "")
    asked = said_of_file(file, kind=kind)
    if again := replayed(request, asked):
        return again
    paper = challenging.receive_paper(person, ident, kind, file.name or "", file)

    def act() -> GatePaperShape:
        return tell_challenge.paper(challenging.add_paper(person, ident, paper, VIA))

    return keyed(request, asked, act, 201)


@operation(
    "GET", "/challenge-papers/{uuid:ident}", None,
    action=_READ, faults=(404, 409), extra=binary(BYTES),
)  # fmt: skip
def get_challenge_paper(request: HttpRequest, ident: UUID) -> HttpResponse:
    """The file itself, as bytes whatever it is."""
    opened = challenging.open_paper(acting(request), ident)
    return file_response(opened.path.read_bytes(), BYTES, opened.paper.name)


@operation(
    "GET", "/challenges/{uuid:ident}/notice.pdf", None,
    action=_READ, faults=(404, 409), extra=binary(PDF),
)  # fmt: skip
def get_challenge_notice(
    request: HttpRequest, ident: UUID, query: Query[PaperQuery]
) -> HttpResponse:
    """The notice of the challenge as it is printed."""
    from monazite.desk.gate.paper.render import notice_pdf  # noqa: PLC0415 - for paper alone

    found = _found(acting(request), ident)
    name = f"{found.declaration.number}-{found.number}-{query.lang}.pdf"
    return file_response(notice_pdf(found, query.lang), PDF, name)


@operation(
    "GET", "/challenges/{uuid:ident}/result.pdf", None,
    action=_READ, faults=(404, 409), extra=binary(PDF),
)  # fmt: skip
def get_challenge_result(
    request: HttpRequest, ident: UUID, query: Query[PaperQuery]
) -> HttpResponse:
    """The notice of what customs judged, as it is printed; 404 until it has."""
    from monazite.desk.gate.paper.render import result_pdf  # noqa: PLC0415 - for paper alone

    person = acting(request)
    found = _found(person, ident)
    judged = next((each for each in judgements_for(person, found) if each.notice), None)
    if judged is None:
        raise Forbidden(_READ, 404)
    name = f"{found.declaration.number}-{found.number}-result-{query.lang}.pdf"
    return file_response(result_pdf(judged, query.lang), PDF, name)


def _found(person: Person, ident: UUID) -> Challenge:
    found = known_challenges(person).filter(pk=ident).first()
    if found is None:
        raise Forbidden(_READ, 404)
    require(person, _READ, found.declaration)
    return found


def _stepped(
    request: HttpRequest,
    ident: UUID,
    body: Shape,
    act: Callable[[Person], object],
    status: int = 200,
) -> HttpResponse:
    """Take the step once, and tell the newest challenge as it then stands."""
    person = acting(request)

    def perform() -> ChallengeShape:
        act(person)
        found = known_challenges(person).filter(declaration_id=ident)
        return tell_challenge.whole(person, found.latest("number"))

    return keyed(request, said(body.model_dump(mode="json")), perform, status)
